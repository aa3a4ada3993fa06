import { createRoute, z } from '@hono/zod-openapi'
import { after, dayOf } from '#domain/calendar.ts'
import { AssessorQueue, FindingDraft, FindingGiven, RequestToAssess } from '#domain/finding.schema.ts'
import { findingFaults, levelFound, type QueuedRequest } from '#domain/finding.ts'
import { SkillId } from '#domain/framework.schema.ts'
import { mayAssess } from '#domain/independence.ts'
import { Id } from '#domain/person.schema.ts'
import { Declining } from '#domain/verification.schema.ts'
import type { VerificationEventKind } from '#domain/verification.ts'
import { notReadyFor } from '#domain/verification-offer.ts'
import { change } from '../change.ts'
import { asking, doing } from '../doer.ts'
import { requestDecidedMail } from '../mails.ts'
import { body, etag, IdempotencyKey, IdParams, IfMatch, json, router } from '../openapi.ts'
import { may } from '../policy.ts'
import { conflict, invalid, notFound, problems, stale } from '../problem.ts'
import { addTie } from '../repository/affiliations.ts'
import { preparationOf } from '../repository/assessors.ts'
import { account } from '../repository/audit.ts'
import type { Db, Tx } from '../repository/database.ts'
import { settingValue } from '../repository/settings.ts'
import { contentOf } from '../repository/verification-content.ts'
import { findingsOf, keepDraft, settleFinding } from '../repository/verification-findings.ts'
import { cannot, findRequest, moveRequest, requestsDecidedBy, requestsFor, type StoredRequest } from '../repository/verification-requests.ts'
import { appendVerifiedLevel } from '../repository/verified-levels.ts'
import { storedFile } from '../stored-file.ts'
import { assessorsView, decidedQueue, queued, skillsToAssess } from '../verification/assessor-view.ts'
import { tell } from '../tell.ts'
import { offerToNext, tiesTo } from '../verification/offer.ts'

const queueRoute = createRoute({
  method: 'get',
  path: '/assessor/requests',
  operationId: 'readAssessorQueue',
  summary: 'The requests that are offered to the asker, that they look at, and that they decided',
  ...may('assess'),
  responses: { 200: json(AssessorQueue, 'The most pressing first'), ...problems(401, 403, 404) },
})

const readRoute = createRoute({
  method: 'get',
  path: '/assessor/requests/{id}',
  operationId: 'readRequestToAssess',
  summary: 'One request: what was sent with it, once the asker accepted it, and nothing else',
  ...may('assess'),
  request: { params: IdParams },
  responses: { 200: json(RequestToAssess, 'What was sent'), ...problems(401, 403, 404) },
})

const acceptRoute = createRoute({
  method: 'post',
  path: '/assessor/requests/{id}/acceptance',
  operationId: 'acceptRequest',
  summary: 'Accept a request that is offered',
  ...may('assess'),
  request: { params: IdParams, headers: IfMatch.extend(IdempotencyKey.shape) },
  responses: { 200: json(RequestToAssess, 'Accepted'), ...problems(401, 403, 404, 409, 412, 422, 428) },
})

const declineRoute = createRoute({
  method: 'post',
  path: '/assessor/requests/{id}/refusal',
  operationId: 'declineRequest',
  summary: 'Decline a request for a conflict or for lack of time; a conflict is kept as a tie',
  ...may('assess'),
  request: { params: IdParams, headers: IfMatch.extend(IdempotencyKey.shape), ...body(Declining) },
  responses: { 204: { description: 'Declined' }, ...problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 428) },
})

const keepRoute = createRoute({
  method: 'put',
  path: '/assessor/requests/{id}/findings/{skill}',
  operationId: 'keepFinding',
  summary: 'Keep what the asker is about to find of one skill',
  ...may('assess'),
  request: { params: z.strictObject({ id: Id, skill: SkillId }), headers: IfMatch, ...body(FindingGiven) },
  responses: { 200: json(FindingDraft, 'Kept'), ...problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 428) },
})

const decideRoute = createRoute({
  method: 'post',
  path: '/assessor/requests/{id}/decision',
  operationId: 'decideRequest',
  summary: 'Hand in what was found: verified levels are appended, and the learner is told',
  ...may('assess'),
  request: { params: IdParams, headers: IfMatch.extend(IdempotencyKey.shape) },
  responses: { 200: json(RequestToAssess, 'Decided'), ...problems(401, 403, 404, 409, 412, 422, 428) },
})

const fileRoute = createRoute({
  method: 'get',
  path: '/verification-requests/{id}/evidence/{evidenceId}/file',
  operationId: 'readSentFile',
  summary: 'A file that was sent with a request the asker looks at, in the version that was sent, to save',
  ...may('assess'),
  request: { params: z.strictObject({ id: Id, evidenceId: Id }) },
  responses: {
    200: {
      description: 'The bytes, as an attachment',
      content: { 'application/octet-stream': { schema: { type: 'string' as const, format: 'binary' } } },
    },
    ...problems(401, 403, 404),
  },
})

const endsFor: readonly VerificationEventKind[] = ['withdraw', 'drop-answer', 'lapse', 'decide']

/** A request that is with the asker now. One that went elsewhere, or was never theirs, is answered like one that is not there. */
async function heldRequest(db: Db, id: string, assessorId: string): Promise<StoredRequest> {
  const request = await findRequest(db, id)
  if (!request) throw notFound()
  if (request.progress.assessorId === assessorId) return request
  // Who had it until a moment ago is told that it was withdrawn, lapsed or decided; anybody else is told nothing.
  const last = request.steps.at(-1)
  if (last?.assessorId === assessorId && endsFor.includes(last.event)) throw cannot(request)
  if (request.steps.findLast((step) => step.assessorId === assessorId)?.event === 'pass-on')
    throw conflict('This request has gone to another assessor. Nothing more is asked of you', [])
  throw notFound()
}

/** @throws Problem 409 while something is still to be done before live work. */
async function mustBeReady(tx: Tx, assessorId: string): Promise<void> {
  const missing = notReadyFor(await preparationOf(tx, assessorId))
  if (missing.includes('ties-not-declared'))
    throw conflict('Say first where you work or have worked, or that you have nothing to declare. Then accept the request', ['decline'])
  if (missing.length > 0)
    throw conflict('Rate the anchor dossiers first, so that your levels and others’ mean the same. Then accept the request', ['decline'])
}

/** Nobody assesses themself or somebody they are tied to, whatever was true when it was offered. */
async function mustBeFree(tx: Tx, { personId }: StoredRequest, assessorId: string, now: Date): Promise<void> {
  if (!mayAssess((await tiesTo(tx, personId, [assessorId], now)).get(assessorId) ?? []))
    throw conflict('You and this person have a tie, so you cannot look at their request. Decline it for a conflict', ['decline'])
}

/** The day or moment by which an assessor has to do something. */
const pressing = ({ dueOn, lapsesAt }: QueuedRequest) => dueOn ?? lapsesAt ?? ''

export const verificationAssessorRoutes = () =>
  router()
    .openapi(queueRoute, async (c) => {
      const { db, content, clock } = c.var.deps
      const { personId } = asking(c)
      const waiting = await queued(db, content, await requestsFor(db, personId), clock.now())
      const requests = waiting.toSorted((a, b) => (pressing(a) < pressing(b) ? -1 : 1))
      const decided = await decidedQueue(db, content, await requestsDecidedBy(db, personId, 50), personId, clock.now())
      return c.json({ requests, decided, notReady: notReadyFor(await preparationOf(db, personId)) }, 200)
    })
    .openapi(readRoute, async (c) => {
      const { db, content, clock } = c.var.deps
      const { personId } = asking(c)
      const request = await findRequest(db, c.req.valid('param').id)
      const theirs = request && (request.progress.assessorId === personId || (await findingsOf(db, request.id, personId)).length > 0)
      if (!theirs) throw notFound()
      const view = await assessorsView(db, content, request, personId, clock.now())
      return c.json(view, 200, etag(view.version))
    })
    .openapi(acceptRoute, (c) =>
      change(c, async (tx) => {
        const { content, clock } = c.var.deps
        const { personId } = asking(c)
        const before = await heldRequest(tx, c.req.valid('param').id, personId)
        if (before.version !== c.req.valid('header')['if-match']) throw stale(await assessorsView(tx, content, before, personId, clock.now()))
        await mustBeReady(tx, personId)
        await mustBeFree(tx, before, personId, clock.now())
        const dueOn = dayOf(after(clock.now(), { days: await settingValue(tx, 'verification-decide-days') }))
        const accepted = await moveRequest(tx, before, { event: 'accept', assessorId: personId, dueOn }, doing(c))
        await account(tx, doing(c), {
          action: 'verification-accepted',
          record: 'verification-request',
          recordId: before.id,
          personId: before.personId,
        })
        const view = await assessorsView(tx, content, accepted, personId, clock.now())
        return c.json(view, 200, etag(view.version))
      }),
    )
    .openapi(declineRoute, (c) =>
      change(c, async (tx) => {
        const { content, clock } = c.var.deps
        const { personId } = asking(c)
        const before = await heldRequest(tx, c.req.valid('param').id, personId)
        if (before.version !== c.req.valid('header')['if-match']) throw stale(await assessorsView(tx, content, before, personId, clock.now()))
        const { why, reason } = c.req.valid('json')
        const declined = await moveRequest(tx, before, { event: 'decline', assessorId: personId, why, reason }, doing(c))
        await account(tx, doing(c), {
          action: 'verification-declined',
          record: 'verification-request',
          recordId: before.id,
          personId: before.personId,
          changes: [{ field: 'why', from: null, to: why }],
        })
        if (why === 'conflict') {
          await addTie(tx, personId, before.personId, reason, doing(c).at)
          await account(tx, doing(c), { action: 'tie-declared', record: 'person', recordId: personId, personId })
        }
        await offerToNext(tx, declined, clock.now())
        return c.body(null, 204)
      }),
    )
    .openapi(keepRoute, (c) =>
      change(c, async (tx) => {
        const { personId } = asking(c)
        const { id, skill } = c.req.valid('param')
        const request = await heldRequest(tx, id, personId)
        if (request.progress.state !== 'in-review') throw cannot(request)
        const items = await skillsToAssess(tx, c.var.deps.content, request, personId, await contentOf(tx, id))
        if (!items.some((item) => item.skill === skill)) throw notFound()
        const key = { requestId: id, round: request.progress.round, assessorId: personId }
        const draft = await keepDraft(tx, key, skill, c.req.valid('header')['if-match'], c.req.valid('json'), doing(c).at)
        await account(tx, doing(c), {
          action: 'finding-kept',
          record: 'verification-request',
          recordId: id,
          personId,
          changes: [{ field: 'skill', from: null, to: skill }],
        })
        return c.json(draft, 200, etag(draft.version))
      }),
    )
    .openapi(decideRoute, (c) =>
      change(c, async (tx) => {
        const { content, clock } = c.var.deps
        const { personId } = asking(c)
        const before = await heldRequest(tx, c.req.valid('param').id, personId)
        if (before.version !== c.req.valid('header')['if-match']) throw stale(await assessorsView(tx, content, before, personId, clock.now()))
        if (before.progress.state !== 'in-review') throw cannot(before)
        await mustBeFree(tx, before, personId, clock.now())
        const items = await skillsToAssess(tx, content, before, personId, await contentOf(tx, before.id))
        const faults = items.flatMap(findingFaults)
        if (faults.length > 0) throw invalid(faults)
        const key = { requestId: before.id, round: before.progress.round, assessorId: personId }
        for (const { skill, rating, finding } of items) {
          const level = levelFound(finding, rating.level)
          await settleFinding(tx, key, skill, level, doing(c).at)
          if (level === null) continue
          await appendVerifiedLevel(tx, before.personId, { skill, frameworkVersion: rating.frameworkVersion, level, at: doing(c).at })
          await account(tx, doing(c), {
            action: 'level-verified',
            record: 'person',
            recordId: before.personId,
            personId: before.personId,
            changes: [{ field: skill, from: null, to: level }],
          })
        }
        const decided = await moveRequest(tx, before, { event: 'decide', assessorId: personId }, doing(c))
        await account(tx, doing(c), {
          action: 'verification-decided',
          record: 'verification-request',
          recordId: before.id,
          personId: before.personId,
        })
        await tell(tx, before.personId, requestDecidedMail, doing(c).at)
        const view = await assessorsView(tx, content, decided, personId, clock.now())
        return c.json(view, 200, etag(view.version))
      }),
    )
    .openapi(fileRoute, async (c) => {
      const { id, evidenceId } = c.req.valid('param')
      const request = await findRequest(c.var.deps.db, id)
      if (request?.progress.assessorId !== asking(c).personId || request.progress.state !== 'in-review') throw notFound()
      const sent = (await contentOf(c.var.deps.db, id)).evidence.find((piece) => piece.id === evidenceId)
      if (!sent?.version) throw notFound()
      return storedFile(c, evidenceId, sent.version.number)
    })
