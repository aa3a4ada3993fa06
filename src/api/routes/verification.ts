import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Action } from '#domain/audit.ts'
import { canBeSent } from '#domain/evidence.ts'
import { namesFaults, namesWarnings } from '#domain/names-warning.ts'
import {
  Answering,
  NewVerificationRequest,
  Objection,
  VerificationOptions,
  VerificationRequest,
  VerificationSummaries,
} from '#domain/verification.schema.ts'
import { answerable, askable, type NewVerificationRequest as Asked, type VerificationEventKind } from '#domain/verification.ts'
import { change } from '../change.ts'
import type { Content, Env } from '../deps.ts'
import { asking, doing } from '../doer.ts'
import { body, etag, IdempotencyKey, IdParams, IfMatch, json, router } from '../openapi.ts'
import { ownFramework } from '../own-skills.ts'
import { may } from '../policy.ts'
import { invalid, problems, stale } from '../problem.ts'
import { affiliationsOf } from '../repository/affiliations.ts'
import { account } from '../repository/audit.ts'
import type { Tx } from '../repository/database.ts'
import { evidenceOf } from '../repository/evidence.ts'
import { experienceOf } from '../repository/experience.ts'
import { findNote, type StoredNote } from '../repository/learning-notes.ts'
import { shareNote } from '../repository/shared-notes.ts'
import { addAnswers, skillsUnderWay } from '../repository/verification-content.ts'
import { findingsOf } from '../repository/verification-findings.ts'
import { addRequest, cannot, moveRequest, requestsOf, type Sent, type StoredRequest } from '../repository/verification-requests.ts'
import { ownRequest } from '../verification/own-request.ts'
import { learnersView, optionsFor, summaries } from '../verification/learner-view.ts'
import { offerToNext } from '../verification/offer.ts'

const optionsRoute = createRoute({
  method: 'get',
  path: '/verification-options',
  operationId: 'readVerificationOptions',
  summary: 'What the asker can send for verification now',
  ...may('ask-verification'),
  responses: { 200: json(VerificationOptions, 'Skills, evidence and experience'), ...problems(401, 404) },
})

const listRoute = createRoute({
  method: 'get',
  path: '/verification-requests',
  operationId: 'listVerificationRequests',
  summary: 'The asker’s requests for verification, newest first',
  ...may('ask-verification'),
  responses: { 200: json(VerificationSummaries, 'Where each stands'), ...problems(401, 404) },
})

const sendRoute = createRoute({
  method: 'post',
  path: '/verification-requests',
  operationId: 'sendVerificationRequest',
  summary: 'Ask for skills to be verified: what goes with it is fixed as it is now',
  ...may('ask-verification'),
  request: { headers: IdempotencyKey, ...body(NewVerificationRequest) },
  responses: { 201: json(VerificationRequest, 'Sent'), ...problems(400, 401, 404, 409, 413, 415, 422) },
})

const readRoute = createRoute({
  method: 'get',
  path: '/verification-requests/{id}',
  operationId: 'readVerificationRequest',
  summary: 'One request of the asker',
  ...may('ask-verification'),
  request: { params: IdParams },
  responses: { 200: json(VerificationRequest, 'What was sent, found and done'), ...problems(401, 404) },
})

const move = <Path extends string>(path: Path, operationId: string, summary: string) =>
  ({
    method: 'post',
    path,
    operationId,
    summary,
    ...may('ask-verification'),
    request: { params: IdParams, headers: IfMatch.extend(IdempotencyKey.shape) },
    responses: { 200: json(VerificationRequest, 'As it stands now'), ...problems(400, 401, 404, 409, 412, 413, 415, 422, 428) },
  }) as const

const withdrawRoute = createRoute(
  move('/verification-requests/{id}/withdrawal', 'withdrawVerificationRequest', 'Withdraw a request that is not decided'),
)
const resendRoute = createRoute(move('/verification-requests/{id}/resending', 'resendVerificationRequest', 'Send a request again that lapsed'))
const dropRoute = createRoute(
  move('/verification-requests/{id}/answer-withdrawal', 'dropVerificationAnswer', 'Give up the second look, and let the first decision stand'),
)
const objection = move('/verification-requests/{id}/objection', 'objectToAssessor', 'Ask once for another assessor, with a reason')
const objectRoute = createRoute({ ...objection, request: { ...objection.request, ...body(Objection) } })
const answering = move('/verification-requests/{id}/answer', 'answerVerification', 'Answer lower levels once; a second assessor looks at them')
const answerRoute = createRoute({ ...answering, request: { ...answering.request, ...body(Answering) } })

/** What the asker chose, as it stands now. @throws Problem 422 for anything that cannot be sent. */
async function chosen(tx: Tx, content: Content, personId: string, { skills, evidence, experience }: Asked): Promise<Sent> {
  const faults = []
  if ((await affiliationsOf(tx, personId)).declaredAt === null)
    faults.push({ pointer: '', detail: 'Say first where you work or have worked, so that the request goes to somebody independent of you' })
  const underWay = new Set((await skillsUnderWay(tx, personId)).map(({ skill }) => skill))
  const { counted } = await ownFramework(tx, content, personId)
  const ratings = askable(counted.ratings, counted.verified, underWay).filter(({ skill }) => skills.includes(skill))
  if (ratings.length < new Set(skills).size)
    faults.push({ pointer: '/skills', detail: 'Choose skills that you rated and that are not verified or being looked at already' })
  const pieces = (await evidenceOf(tx, personId)).filter(({ id, state, current }) => evidence.includes(id) && canBeSent(state) && current !== null)
  if (pieces.length < new Set(evidence).size) faults.push({ pointer: '/evidence', detail: 'Choose evidence that is ready to be sent' })
  const reports = (await experienceOf(tx, personId)).filter(({ id }) => experience.includes(id))
  if (reports.length < new Set(experience).size) faults.push({ pointer: '/experience', detail: 'Choose reports from your list' })
  if (pieces.length + reports.length === 0 && faults.length === 0)
    faults.push({ pointer: '/evidence', detail: 'Choose at least one piece of evidence or one report: a level is verified on what can be seen' })
  if (faults.length > 0) throw invalid(faults)
  return { ratings, evidence: pieces, experience: reports }
}

/** The entries of the asker's learning log that they chose to share. @throws Problem 422 for any other. */
async function chosenEntries(tx: Tx, personId: string, { entries = [] }: Asked): Promise<StoredNote[]> {
  const found = []
  for (const id of new Set(entries)) {
    const note = await findNote(tx, personId, id)
    if (!note || note.words.trim() === '') throw invalid([{ pointer: '/entries', detail: 'Choose entries of your learning log' }])
    found.push(note)
  }
  return found
}

interface Move {
  /** The version that the asker read. */
  match: number
  event: VerificationEventKind
  action: Action
  reason?: string | null
}

const thenOffered: readonly VerificationEventKind[] = ['object', 'resend', 'answer']

/** Moves a request of the asker, looks for the next assessor where it needs one, and answers with it as it stands then. */
async function moved(c: Context<Env>, tx: Tx, before: StoredRequest, { match, event, action, reason = null }: Move) {
  const { content, clock } = c.var.deps
  if (before.version !== match) throw stale(await learnersView(tx, content, before))
  const { assessorId } = before.progress
  const after = await moveRequest(tx, before, { event, assessorId, reason }, doing(c))
  await account(tx, doing(c), { action, record: 'verification-request', recordId: before.id, personId: before.personId })
  const view = await learnersView(tx, content, thenOffered.includes(event) ? await offerToNext(tx, after, clock.now()) : after)
  return c.json(view, 200, etag(view.version))
}

export const verificationRoutes = () =>
  router()
    .openapi(optionsRoute, async (c) => c.json(await optionsFor(c.var.deps.db, c.var.deps.content, asking(c).personId), 200))
    .openapi(listRoute, async (c) => {
      const { db, content } = c.var.deps
      return c.json({ requests: await summaries(db, content, await requestsOf(db, asking(c).personId)) }, 200)
    })
    .openapi(sendRoute, (c) =>
      change(c, async (tx) => {
        const { content, clock } = c.var.deps
        const { personId } = asking(c)
        const asked = c.req.valid('json')
        const entries = await chosenEntries(tx, personId, asked)
        const request = await addRequest(tx, personId, await chosen(tx, content, personId, asked), doing(c))
        for (const entry of entries) await shareNote(tx, request.id, personId, entry, doing(c).at)
        await account(tx, doing(c), { action: 'verification-requested', record: 'verification-request', recordId: request.id, personId })
        const view = await learnersView(tx, content, await offerToNext(tx, request, clock.now()))
        return c.json(view, 201, etag(view.version))
      }),
    )
    .openapi(readRoute, async (c) => {
      const { db, content } = c.var.deps
      const view = await learnersView(db, content, await ownRequest(db, c.req.valid('param').id, asking(c).personId))
      return c.json(view, 200, etag(view.version))
    })
    .openapi(withdrawRoute, (c) =>
      change(c, async (tx) => {
        const before = await ownRequest(tx, c.req.valid('param').id, asking(c).personId)
        return moved(c, tx, before, { match: c.req.valid('header')['if-match'], event: 'withdraw', action: 'verification-withdrawn' })
      }),
    )
    .openapi(dropRoute, (c) =>
      change(c, async (tx) => {
        const before = await ownRequest(tx, c.req.valid('param').id, asking(c).personId)
        return moved(c, tx, before, {
          match: c.req.valid('header')['if-match'],
          event: 'drop-answer',
          action: 'verification-answer-dropped',
        })
      }),
    )
    .openapi(resendRoute, (c) =>
      change(c, async (tx) => {
        const before = await ownRequest(tx, c.req.valid('param').id, asking(c).personId)
        return moved(c, tx, before, { match: c.req.valid('header')['if-match'], event: 'resend', action: 'verification-resent' })
      }),
    )
    .openapi(objectRoute, (c) =>
      change(c, async (tx) => {
        const before = await ownRequest(tx, c.req.valid('param').id, asking(c).personId)
        return moved(c, tx, before, {
          match: c.req.valid('header')['if-match'],
          event: 'object',
          action: 'verification-objected',
          reason: c.req.valid('json').reason,
        })
      }),
    )
    .openapi(answerRoute, (c) =>
      change(c, async (tx) => {
        const { personId } = asking(c)
        const before = await ownRequest(tx, c.req.valid('param').id, personId)
        const { answers, readWarning } = c.req.valid('json')
        const open = answerable(before.progress, await findingsOf(tx, before.id))
        if (open.length === 0) throw cannot(before)
        const wrong = answers.findIndex(({ skill }, index) => !open.includes(skill) || answers.findIndex((one) => one.skill === skill) !== index)
        if (wrong >= 0) throw invalid([{ pointer: `/answers/${wrong}/skill`, detail: 'Only a lower level can be answered, and each once' }])
        const named = namesFaults(namesWarnings(answers.map(({ text }) => text).join('\n\n')), readWarning)
        if (named.length > 0) throw invalid(named)
        await addAnswers(tx, before.id, personId, answers, doing(c).at)
        return moved(c, tx, before, { match: c.req.valid('header')['if-match'], event: 'answer', action: 'verification-answered' })
      }),
    )
