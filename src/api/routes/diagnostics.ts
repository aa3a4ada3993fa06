import { createRoute } from '@hono/zod-openapi'
import { drawItems, inUse, questionKey } from '#domain/check.ts'
import { diagnosticStanding } from '#domain/diagnostic.ts'
import { Attempt, AttemptRequest } from '#domain/training.schema.ts'
import { change } from '../change.ts'
import { diagnosticFor, diagnosticSettings } from '../diagnostic-rules.ts'
import { asking, doing } from '../doer.ts'
import { newSeed } from '../hash.ts'
import { body, etag, IdempotencyKey, json, router } from '../openapi.ts'
import { openMoves, view } from '../own-attempt.ts'
import { may } from '../policy.ts'
import { conflict, problems } from '../problem.ts'
import { newestVersion, pinnedVersion } from '../progress.ts'
import { addAttempt, attemptsOf, questionsSeen } from '../repository/attempts.ts'
import { account } from '../repository/audit.ts'
import { withdrawnQuestions } from '../repository/withdrawn-questions.ts'
import { startModule } from '../start-module.ts'

const startDiagnostic = createRoute({
  method: 'post',
  path: '/diagnostics',
  operationId: 'startDiagnostic',
  summary: 'Start the diagnostic that tests out of a module; starts the module where it was not started',
  ...may('train'),
  request: { headers: IdempotencyKey, ...body(AttemptRequest) },
  responses: { 201: json(Attempt, 'Started'), ...problems(400, 401, 404, 409, 413, 415, 422) },
})

const closed = {
  passed: 'You have passed this module',
  'check-begun': 'You have begun the knowledge check of this module, so go on with that',
  'not-offered': 'Nobody tests out of this module',
}

export const diagnosticRoutes = () =>
  router().openapi(startDiagnostic, (c) =>
    change(c, async (tx) => {
      const { content } = c.var.deps
      const { personId } = asking(c)
      const { moduleId } = c.req.valid('json')
      const newest = newestVersion(content, moduleId)
      const set = await diagnosticSettings(tx)
      const attempts = (await attemptsOf(tx, personId)).filter((one) => one.moduleId === moduleId)
      const standing = diagnosticStanding(attempts, set.tries)
      if (standing.kind === 'closed') throw conflict(closed[standing.why], ['read'])
      if (standing.kind === 'used') throw conflict('You have taken the diagnostic of this module', ['read', 'read-lessons'])
      if (standing.kind === 'under-way') throw conflict('You have a diagnostic under way. Go on with it', openMoves)
      const { enrolment } = await startModule(tx, content, doing(c), personId, newest.module)
      const compiled = pinnedVersion(content, moduleId, enrolment.moduleVersion)
      const withdrawn = await withdrawnQuestions(tx, moduleId)
      const rules = diagnosticFor(compiled, withdrawn, set)
      const bank = inUse(compiled.questions, new Set(withdrawn.map((one) => questionKey(one.question, one.questionVersion))))
      const seed = newSeed()
      const id = await addAttempt(tx, {
        personId,
        enrolmentId: enrolment.id,
        moduleId,
        moduleVersion: compiled.module.version,
        number: -1 - attempts.filter(({ kind }) => kind === 'diagnostic').length,
        passPercent: rules.passPercent,
        seed,
        drawn: drawItems(bank, rules, seed, await questionsSeen(tx, personId, moduleId)),
        at: doing(c).at,
      })
      if (!id) throw conflict('You have a diagnostic under way. Go on with it', openMoves)
      const changes = [{ field: compiled.module.title, from: null, to: compiled.module.version }]
      await account(tx, doing(c), { action: 'diagnostic-started', record: 'attempt', recordId: id, personId, changes })
      const started = await view(c, tx, id)
      return c.json(started, 201, etag(started.version))
    }),
  )
