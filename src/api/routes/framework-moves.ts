import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { dayOf } from '#domain/calendar.ts'
import { FrameworkDraft, FrameworkMove, ReviewAnswer } from '#domain/framework-version.schema.ts'
import { movesByHand, outcomeOf, stateOn } from '#domain/framework-version.ts'
import { change } from '../change.ts'
import type { Env } from '../deps.ts'
import { asking, doing } from '../doer.ts'
import { draftView, everyFault, reachedVersion, versionInUse } from '../framework-draft-view.ts'
import { reviewMail, retirementMail } from '../framework-mails.ts'
import { body, etag, IdempotencyKey, IfMatch, json, router } from '../openapi.ts'
import { may } from '../policy.ts'
import { conflict, invalid, notFound, problems, stale } from '../problem.ts'
import { account } from '../repository/audit.ts'
import type { Tx } from '../repository/database.ts'
import { everyVersion, peopleOn, saveVersion, type StoredFramework, versionNumbered } from '../repository/framework-drafts.ts'
import { answerReview, askReviewers, latestRound, possibleReviewers, reviewsOf } from '../repository/framework-reviews.ts'
import { queueMail } from '../repository/mail.ts'
import { NumberParams } from './framework-drafts.ts'

const moveRoute = createRoute({
  method: 'post',
  path: '/framework/drafts/{number}/transitions',
  operationId: 'moveFrameworkVersion',
  summary: 'Send a draft to named reviewers, take it back, publish it, discard it, or retire a published version from a day on',
  ...may('keep-framework'),
  request: { params: NumberParams, headers: IfMatch.extend(IdempotencyKey.shape), ...body(FrameworkMove) },
  responses: { 200: json(FrameworkDraft, 'As it is now'), ...problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 428) },
})

const reviewRoute = createRoute({
  method: 'post',
  path: '/framework/drafts/{number}/review',
  operationId: 'reviewFrameworkDraft',
  summary: 'Sign off a draft or ask for changes, as a reviewer who was named for it',
  ...may('review-framework'),
  request: { params: NumberParams, headers: IfMatch.extend(IdempotencyKey.shape), ...body(ReviewAnswer) },
  responses: { 200: json(FrameworkDraft, 'As it is now'), ...problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 428) },
})

interface Move {
  reason: string
  reviewers: readonly string[]
  retiresOn: string | null
}

const mustSayWhy = ({ reason }: Move) => {
  if (reason.length < 5) throw invalid([{ pointer: '/reason', detail: 'Say why in a few words' }])
}

function mustBeWhole({ framework }: StoredFramework): void {
  const faults = everyFault(framework)
  if (faults.length > 0) throw invalid(faults.map(({ skill, detail }) => ({ pointer: '', detail: skill ? `Skill ${skill}: ${detail}` : detail })))
}

/** What each move asks and does beside changing the state. */
async function toReview(c: Context<Env>, tx: Tx, draft: StoredFramework, { reviewers }: Move): Promise<void> {
  mustBeWhole(draft)
  const { personId } = asking(c)
  const chosen = (await possibleReviewers(tx)).filter(({ accountId }) => reviewers.includes(accountId))
  if (reviewers.length === 0) throw invalid([{ pointer: '/reviewers', detail: 'Choose at least one person to sign this off' }])
  if (chosen.some((one) => one.personId === personId)) throw invalid([{ pointer: '/reviewers', detail: 'Choose somebody other than yourself' }])
  if (chosen.length < new Set(reviewers).size)
    throw invalid([{ pointer: '/reviewers', detail: 'Choose assessors and administrators whose account is active' }])
  await askReviewers(
    tx,
    draft.number,
    chosen.map((one) => one.personId),
    doing(c).at,
  )
  for (const reviewer of chosen) await queueMail(tx, reviewMail(c.var.deps.site, reviewer, draft.number), doing(c).at)
}

async function publish(c: Context<Env>, tx: Tx, draft: StoredFramework): Promise<object> {
  mustBeWhole(draft)
  const inUse = await versionInUse(tx, c.var.deps.content)
  if (inUse && inUse.version > draft.number) throw conflict(`Version ${inUse.version} was published meanwhile. Start a new draft from it`, ['draft'])
  const { at } = doing(c)
  return { state: 'published', publishedAt: at, framework: { ...draft.framework, publishedOn: dayOf(c.var.deps.clock.now()) } }
}

async function retire(c: Context<Env>, tx: Tx, version: StoredFramework, move: Move): Promise<object> {
  const { content, clock, site } = c.var.deps
  const today = dayOf(clock.now())
  const { retiresOn } = move
  if (retiresOn === null || retiresOn < today)
    throw invalid([{ pointer: '/retiresOn', detail: 'Give the day from which it is retired: today or later' }])
  mustSayWhy(move)
  const stays = (await everyVersion(tx, content)).filter(
    ({ number, state, retiresOn: ends }) => number > version.number && state === 'published' && !ends,
  )
  const [newer] = stays
  if (!newer) throw invalid([{ pointer: '', detail: 'Publish a newer version first: people need one to rate themselves against' }])
  for (const person of await peopleOn(tx, version.number))
    await queueMail(tx, retirementMail(site, person, { retires: version.number, on: retiresOn, newer: newer.number, why: move.reason }), doing(c).at)
  return { retiresOn, ...(retiresOn <= today ? { state: 'retired' } : {}) }
}

export const frameworkMoveRoutes = () =>
  router()
    .openapi(moveRoute, (c) =>
      change(c, async (tx) => {
        const { content, clock } = c.var.deps
        const { to, reason, reviewers = [], retiresOn = null } = c.req.valid('json')
        const move = { reason: reason ?? '', reviewers, retiresOn }
        const before = await versionNumbered(tx, content, c.req.valid('param').number)
        const state = stateOn(dayOf(clock.now()), before.state, before.retiresOn)
        const allowed = before.retiresOn !== null ? [] : movesByHand(state)
        if (!allowed.includes(to)) throw conflict('This version is in another state by now', allowed)
        if (before.version !== c.req.valid('header')['if-match']) throw stale(await draftView(c, tx, before.number))
        if (to === 'discarded' || (to === 'draft' && state !== 'changes-requested')) mustSayWhy(move)
        if (to === 'in-review') await toReview(c, tx, before, move)
        const also = to === 'published' ? await publish(c, tx, before) : to === 'retired' ? await retire(c, tx, before, move) : { state: to }
        if (!(await saveVersion(tx, before, also, doing(c).at))) throw stale(await draftView(c, tx, before.number))
        await account(tx, doing(c), {
          action: 'framework-moved',
          record: 'framework',
          recordId: String(before.number),
          personId: asking(c).personId,
          changes: [
            { field: 'version', from: null, to: before.number },
            { field: 'state', from: state, to },
            ...(retiresOn ? [{ field: 'retiresOn', from: null, to: retiresOn }] : []),
          ],
          reason: move.reason || null,
        })
        const view = await draftView(c, tx, before.number)
        return c.json(view, 200, etag(view.version))
      }),
    )
    .openapi(reviewRoute, (c) =>
      change(c, async (tx) => {
        const { personId } = asking(c)
        const { state, words } = c.req.valid('json')
        const draft = await reachedVersion(c, tx, c.req.valid('param').number)
        const mine = latestRound(await reviewsOf(tx, draft.number)).find((review) => review.personId === personId)
        if (!mine) throw notFound()
        if (draft.state !== 'in-review' || mine.state !== 'asked')
          throw conflict('You have answered, or this draft is no longer in review. There is nothing more to do', [])
        if (draft.version !== c.req.valid('header')['if-match']) throw stale(await draftView(c, tx, draft.number))
        if (state === 'changes-requested' && words.length < 5) throw invalid([{ pointer: '/words', detail: 'Say what should change' }])
        const { number } = draft
        if (!(await answerReview(tx, { number, round: mine.round, personId, state, words: words || null, at: doing(c).at })))
          throw conflict('You have answered already. There is nothing more to do', [])
        const outcome = outcomeOf(latestRound(await reviewsOf(tx, number)))
        if (outcome !== 'in-review' && !(await saveVersion(tx, draft, { state: outcome }, doing(c).at))) throw stale(await draftView(c, tx, number))
        await account(tx, doing(c), {
          action: 'framework-reviewed',
          record: 'framework',
          recordId: String(number),
          personId,
          changes: [
            { field: 'version', from: null, to: number },
            { field: 'review', from: 'asked', to: state },
          ],
        })
        const view = await draftView(c, tx, number)
        return c.json(view, 200, etag(view.version))
      }),
    )
