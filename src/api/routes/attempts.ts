import { createRoute, z } from '@hono/zod-openapi'
import { drawItems, inUse, mark } from '#domain/check.ts'
import { Id } from '#domain/person.schema.ts'
import { Answer, Attempt, AttemptRequest } from '#domain/training.schema.ts'
import { tryAt } from '#domain/training.ts'
import { questionsOf, rulesOf } from '../attempt-view.ts'
import { issueIfComplete } from '../certificates/issue.ts'
import { change } from '../change.ts'
import { asking, doing } from '../doer.ts'
import { newSeed } from '../hash.ts'
import { body, etag, IdempotencyKey, IdParams, IfMatch, json, router } from '../openapi.ts'
import { nextTryOf, openMoves, ownAttempt, view } from '../own-attempt.ts'
import { may } from '../policy.ts'
import { conflict, invalid, notFound, problems, stale } from '../problem.ts'
import { pinnedVersion } from '../progress.ts'
import { addAttempt, keepAnswer, questionsSeen, submit } from '../repository/attempts.ts'
import { account } from '../repository/audit.ts'
import { noteProgress } from '../repository/enrolment-progress.ts'
import { withdrawnOf } from '../repository/withdrawn-questions.ts'
import { enrolmentsOf } from '../repository/enrolments.ts'
import { refreshTraining } from '../training-state.ts'

const startAttempt = createRoute({
  method: 'post',
  path: '/attempts',
  operationId: 'startAttempt',
  summary: 'Start a knowledge check: draws its items',
  ...may('train'),
  request: { headers: IdempotencyKey, ...body(AttemptRequest) },
  responses: { 201: json(Attempt, 'Started'), ...problems(400, 401, 404, 409, 413, 415, 422) },
})

const readAttempt = createRoute({
  method: 'get',
  path: '/attempts/{id}',
  operationId: 'readAttempt',
  summary: 'A knowledge check as its learner sees it',
  ...may('read-attempt'),
  request: { params: IdParams },
  responses: { 200: json(Attempt, 'Open: what is asked. Submitted: the result'), ...problems(401, 404) },
})

const answerItem = createRoute({
  method: 'put',
  path: '/attempts/{id}/items/{position}',
  operationId: 'keepAnswer',
  summary: 'Keep the answer to one item',
  ...may('train'),
  request: { params: z.strictObject({ id: Id, position: z.coerce.number().int().min(1).max(100) }), headers: IfMatch, ...body(Answer) },
  responses: { 200: json(Attempt, 'Kept'), ...problems(400, 401, 404, 409, 412, 413, 415, 422, 428) },
})

const submitAttempt = createRoute({
  method: 'post',
  path: '/attempts/{id}/submission',
  operationId: 'submitAttempt',
  summary: 'Hand in a knowledge check: marks it',
  ...may('train'),
  request: { params: IdParams, headers: IfMatch.extend(IdempotencyKey.shape) },
  responses: { 200: json(Attempt, 'Marked, with what each option misses'), ...problems(401, 404, 409, 412, 422, 428) },
})

export const attemptRoutes = () =>
  router()
    .openapi(startAttempt, (c) =>
      change(c, async (tx) => {
        const { content, clock } = c.var.deps
        const { personId } = asking(c)
        const { moduleId } = c.req.valid('json')
        const enrolment = (await enrolmentsOf(tx, personId)).find((one) => one.moduleId === moduleId)
        if (!enrolment) throw conflict('Start the module before its knowledge check', ['start-module'])
        const { module, questions } = pinnedVersion(content, moduleId, enrolment.moduleVersion)
        const standing = await nextTryOf(tx, personId, module, clock.now())
        // Whoever renews a pass has shown once that they know what the lessons teach.
        if (standing.kind !== 'passed' && module.lessons.some(({ id }) => !enrolment.lessonsRead.includes(id)))
          throw conflict('Read every lesson before the knowledge check', ['read-lessons'])
        const next = tryAt(standing)
        if (!next) throw conflict('You have passed this check', ['read'])
        if (next.kind === 'wait') throw conflict('Wait until the next try opens', ['wait'])
        if (next.kind === 'under-way') throw conflict('You have a check under way. Go on with it', openMoves)
        const seed = newSeed()
        const drawn = drawItems(inUse(questions, await withdrawnOf(tx, moduleId)), module.check, seed, await questionsSeen(tx, personId, moduleId))
        const id = await addAttempt(tx, {
          personId,
          enrolmentId: enrolment.id,
          moduleId,
          moduleVersion: module.version,
          number: next.number,
          passPercent: null,
          seed,
          drawn,
          at: doing(c).at,
        })
        if (!id) throw conflict('You have a check under way. Go on with it', openMoves)
        await account(tx, doing(c), {
          action: 'check-started',
          record: 'attempt',
          recordId: id,
          personId,
          changes: [{ field: module.title, from: null, to: next.number }],
        })
        await noteProgress(tx, personId)
        const started = await view(c, tx, id)
        return c.json(started, 201, etag(started.version))
      }),
    )
    .openapi(readAttempt, async (c) => {
      const attempt = await view(c, c.var.deps.db, c.req.valid('param').id)
      return c.json(attempt, 200, etag(attempt.version))
    })
    .openapi(answerItem, (c) =>
      change(c, async (tx) => {
        const { id, position } = c.req.valid('param')
        const attempt = await ownAttempt(tx, id, asking(c).personId)
        const item = attempt.drawn.find((one) => one.position === position)
        if (!item) throw notFound()
        const answer = c.req.valid('json')
        if (answer.chosen !== null && !item.options.includes(answer.chosen))
          throw invalid([{ pointer: '/chosen', detail: 'Choose one of the answers shown' }])
        if (attempt.version !== c.req.valid('header')['if-match'] && attempt.submittedAt === null) throw stale(await view(c, tx, id))
        await keepAnswer(tx, id, attempt.version, position, answer)
        await account(tx, doing(c), {
          action: 'answer-kept',
          record: 'attempt',
          recordId: id,
          personId: attempt.personId,
          changes: [{ field: 'item', from: null, to: position }],
        })
        const kept = await view(c, tx, id)
        return c.json(kept, 200, etag(kept.version))
      }),
    )
    .openapi(submitAttempt, (c) =>
      change(c, async (tx) => {
        const { content } = c.var.deps
        const attempt = await ownAttempt(tx, c.req.valid('param').id, asking(c).personId)
        if (attempt.version !== c.req.valid('header')['if-match'] && attempt.submittedAt === null) throw stale(await view(c, tx, attempt.id))
        const { module } = pinnedVersion(content, attempt.moduleId, attempt.moduleVersion)
        const marked = mark(questionsOf(content, attempt), rulesOf(module, attempt))
        await submit(tx, attempt, marked, doing(c).at)
        await account(tx, doing(c), {
          action: attempt.kind === 'check' ? 'check-submitted' : marked.passed ? 'diagnostic-passed' : 'diagnostic-failed',
          record: 'attempt',
          recordId: attempt.id,
          personId: attempt.personId,
          changes: [
            { field: module.title, from: null, to: module.version },
            { field: 'passed', from: null, to: marked.passed },
          ],
        })
        await refreshTraining(tx, content, attempt.personId)
        await issueIfComplete(tx, c.var.deps, attempt.personId)
        const submitted = await view(c, tx, attempt.id)
        return c.json(submitted, 200, etag(submitted.version))
      }),
    )
