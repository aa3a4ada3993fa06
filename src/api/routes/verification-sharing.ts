import { createRoute, z } from '@hono/zod-openapi'
import { Id } from '#domain/person.schema.ts'
import { SharingRequest } from '#domain/shared-entry.schema.ts'
import { canShare } from '#domain/shared-entry.ts'
import { VerificationRequest } from '#domain/verification.schema.ts'
import { change } from '../change.ts'
import { asking, doing } from '../doer.ts'
import { body, etag, IdempotencyKey, IdParams, json, router } from '../openapi.ts'
import { may } from '../policy.ts'
import { conflict, invalid, problems } from '../problem.ts'
import { account } from '../repository/audit.ts'
import { findNote } from '../repository/learning-notes.ts'
import { shareNote, takeBackNote } from '../repository/shared-notes.ts'
import { learnersView } from '../verification/learner-view.ts'
import { ownRequest } from '../verification/own-request.ts'

const shareRoute = createRoute({
  method: 'post',
  path: '/verification-requests/{id}/log-entries',
  operationId: 'shareLogEntry',
  summary: 'Share one entry of the asker’s learning log with the assessor of a request, fixed as it is now',
  ...may('ask-verification'),
  request: { params: IdParams, headers: IdempotencyKey, ...body(SharingRequest) },
  responses: { 201: json(VerificationRequest, 'Shared, now or before'), ...problems(400, 401, 404, 409, 413, 415, 422) },
})

const takeBackRoute = createRoute({
  method: 'delete',
  path: '/verification-requests/{id}/log-entries/{noteId}',
  operationId: 'takeBackLogEntry',
  summary: 'Take a shared entry back: its words go, and nobody can read it there any more',
  ...may('ask-verification'),
  request: { params: z.strictObject({ id: Id, noteId: Id }), headers: IdempotencyKey },
  responses: { 200: json(VerificationRequest, 'Taken back, now or before'), ...problems(401, 404, 422) },
})

export const verificationSharingRoutes = () =>
  router()
    .openapi(shareRoute, (c) =>
      change(c, async (tx) => {
        const { content } = c.var.deps
        const { personId } = asking(c)
        const request = await ownRequest(tx, c.req.valid('param').id, personId)
        if (!canShare(request.progress.state)) throw conflict('Nobody looks at this request any more', ['take-back'])
        const note = await findNote(tx, personId, c.req.valid('json').noteId)
        if (!note || note.words.trim() === '') throw invalid([{ pointer: '/noteId', detail: 'Choose an entry of your learning log' }])
        if (await shareNote(tx, request.id, personId, note, doing(c).at))
          await account(tx, doing(c), { action: 'log-entry-shared', record: 'verification-request', recordId: request.id, personId })
        const view = await learnersView(tx, content, request)
        return c.json(view, 201, etag(view.version))
      }),
    )
    .openapi(takeBackRoute, (c) =>
      change(c, async (tx) => {
        const { personId } = asking(c)
        const { id, noteId } = c.req.valid('param')
        const request = await ownRequest(tx, id, personId)
        if ((await takeBackNote(tx, personId, noteId, doing(c).at, request.id)) > 0)
          await account(tx, doing(c), { action: 'log-entry-taken-back', record: 'verification-request', recordId: request.id, personId })
        const view = await learnersView(tx, c.var.deps.content, request)
        return c.json(view, 200, etag(view.version))
      }),
    )
