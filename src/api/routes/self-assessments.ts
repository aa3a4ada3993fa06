import { createRoute, z } from '@hono/zod-openapi'
import type { Framework } from '#domain/framework.ts'
import { SkillId } from '#domain/framework.schema.ts'
import { Id } from '#domain/person.schema.ts'
import { AnswerGiven, SelfAssessment, SelfAssessmentRequest, SelfAssessments, SkillAnswer } from '#domain/self-assessment.schema.ts'
import { askedFor, missingFrom, selfAssessmentMoves } from '#domain/self-assessment.ts'
import { change } from '../change.ts'
import type { Content } from '../deps.ts'
import { asking, doing } from '../doer.ts'
import { body, etag, IdempotencyKey, IdParams, IfMatch, json, router } from '../openapi.ts'
import { ownFramework } from '../own-skills.ts'
import { may } from '../policy.ts'
import { conflict, invalid, notFound, problems, stale } from '../problem.ts'
import { account } from '../repository/audit.ts'
import type { Db } from '../repository/database.ts'
import { currentFramework, frameworkAt } from '../repository/frameworks.ts'
import {
  appendRatings,
  assessmentsOf,
  endAssessment,
  findAssessment,
  keepAnswer,
  startAssessment,
  type StoredAssessment,
} from '../repository/self-assessments.ts'

const listAssessments = createRoute({
  method: 'get',
  path: '/self-assessments',
  operationId: 'listSelfAssessments',
  summary: 'The asker’s self-assessments, newest first',
  ...may('rate-own-skills'),
  responses: { 200: json(SelfAssessments, 'Each with its answers'), ...problems(401) },
})

const startAssessmentRoute = createRoute({
  method: 'post',
  path: '/self-assessments',
  operationId: 'startSelfAssessment',
  summary: 'Start a self-assessment against the version that the asker is on; the one in use when they never rated themself',
  ...may('rate-own-skills'),
  request: { headers: IdempotencyKey, ...body(SelfAssessmentRequest) },
  responses: { 200: json(SelfAssessment, 'One was under way'), 201: json(SelfAssessment, 'Started'), ...problems(400, 401, 404, 409, 413, 415, 422) },
})

const readAssessment = createRoute({
  method: 'get',
  path: '/self-assessments/{id}',
  operationId: 'readSelfAssessment',
  summary: 'One self-assessment of the asker',
  ...may('rate-own-skills'),
  request: { params: IdParams },
  responses: { 200: json(SelfAssessment, 'What is asked and what was answered'), ...problems(401, 404) },
})

const keepAnswerRoute = createRoute({
  method: 'put',
  path: '/self-assessments/{id}/answers/{skill}',
  operationId: 'keepSkillAnswer',
  summary: 'Keep what the asker says of one skill',
  ...may('rate-own-skills'),
  request: { params: z.strictObject({ id: Id, skill: SkillId }), headers: IfMatch, ...body(AnswerGiven) },
  responses: { 200: json(SkillAnswer, 'Kept'), ...problems(400, 401, 404, 409, 412, 413, 415, 422, 428) },
})

const submitAssessment = createRoute({
  method: 'post',
  path: '/self-assessments/{id}/submission',
  operationId: 'submitSelfAssessment',
  summary: 'Hand in a self-assessment: its ratings are appended',
  ...may('rate-own-skills'),
  request: { params: IdParams, headers: IfMatch.extend(IdempotencyKey.shape) },
  responses: { 200: json(SelfAssessment, 'Handed in'), ...problems(401, 404, 409, 412, 422, 428) },
})

const withdrawAssessment = createRoute({
  method: 'post',
  path: '/self-assessments/{id}/withdrawal',
  operationId: 'withdrawSelfAssessment',
  summary: 'Put an unfinished self-assessment aside, to start another',
  ...may('rate-own-skills'),
  request: { params: IdParams, headers: IfMatch.extend(IdempotencyKey.shape) },
  responses: { 200: json(SelfAssessment, 'Put aside'), ...problems(401, 404, 409, 412, 422, 428) },
})

/** Someone else's assessment is answered like one that is not there. */
async function ownAssessment(db: Db, id: string, personId: string): Promise<StoredAssessment> {
  const assessment = await findAssessment(db, id)
  if (assessment?.personId !== personId) throw notFound()
  return assessment
}

function mustBeOpen({ state }: StoredAssessment): void {
  if (state !== 'in-progress')
    throw conflict('This self-assessment was handed in or put aside. Start a new one to rate yourself again', [...selfAssessmentMoves[state]])
}

/** Rating anew moves nobody: it starts on the version that the person is on. @throws Problem 409 when that one is retired and nothing is under way. */
async function frameworkToStart(db: Db, content: Content, personId: string): Promise<Framework> {
  const { framework, inUse, retired } = await ownFramework(db, content, personId)
  if (retired && !(await assessmentsOf(db, personId)).some(({ state }) => state === 'in-progress'))
    throw conflict(`Version ${framework.version} is retired. Agree to move to version ${inUse.version} before you begin`, [])
  return framework
}

async function view(db: Db, content: Content, assessment: StoredAssessment) {
  const framework = await frameworkAt(db, content, assessment.frameworkVersion)
  const { version: newest } = await currentFramework(db, content)
  return {
    ...assessment,
    asked: askedFor(framework, assessment.roles),
    newerFramework: assessment.state === 'in-progress' && newest > framework.version ? newest : null,
  }
}

export const selfAssessmentRoutes = () =>
  router()
    .openapi(listAssessments, async (c) => {
      const { db, content } = c.var.deps
      const own = await assessmentsOf(db, asking(c).personId)
      return c.json({ assessments: await Promise.all(own.map((one) => view(db, content, one))) }, 200)
    })
    .openapi(startAssessmentRoute, (c) =>
      change(c, async (tx) => {
        const { content } = c.var.deps
        const { personId } = asking(c)
        const framework = await frameworkToStart(tx, content, personId)
        const { roles } = c.req.valid('json')
        const { id, created } = await startAssessment(tx, personId, framework.version, roles, doing(c).at)
        const started = await view(tx, content, await ownAssessment(tx, id, personId))
        if (!created) return c.json(started, 200, etag(started.version))
        await account(tx, doing(c), {
          action: 'self-assessment-started',
          record: 'self-assessment',
          recordId: id,
          personId,
          changes: [{ field: 'roles', from: null, to: started.roles.join(', ') }],
        })
        return c.json(started, 201, etag(started.version))
      }),
    )
    .openapi(readAssessment, async (c) => {
      const { db, content } = c.var.deps
      const assessment = await view(db, content, await ownAssessment(db, c.req.valid('param').id, asking(c).personId))
      return c.json(assessment, 200, etag(assessment.version))
    })
    .openapi(keepAnswerRoute, (c) =>
      change(c, async (tx) => {
        const { id, skill } = c.req.valid('param')
        const assessment = await ownAssessment(tx, id, asking(c).personId)
        mustBeOpen(assessment)
        const framework = await frameworkAt(tx, c.var.deps.content, assessment.frameworkVersion)
        if (!askedFor(framework, assessment.roles).some((asked) => asked.skill === skill)) throw notFound()
        const answer = await keepAnswer(tx, id, skill, c.req.valid('header')['if-match'], c.req.valid('json'), doing(c).at)
        await account(tx, doing(c), {
          action: 'skill-answer-kept',
          record: 'self-assessment',
          recordId: id,
          personId: assessment.personId,
          changes: [{ field: 'skill', from: null, to: skill }],
        })
        return c.json(answer, 200, etag(answer.version))
      }),
    )
    .openapi(submitAssessment, (c) =>
      change(c, async (tx) => {
        const { content } = c.var.deps
        const assessment = await ownAssessment(tx, c.req.valid('param').id, asking(c).personId)
        mustBeOpen(assessment)
        const before = await view(tx, content, assessment)
        if (assessment.version !== c.req.valid('header')['if-match']) throw stale(before)
        const missing = missingFrom(before.asked, before.answers)
        if (missing.length > 0) throw invalid(missing.map((skill) => ({ pointer: `/answers/${skill}`, detail: `Choose a level for skill ${skill}` })))
        await endAssessment(tx, assessment.id, assessment.version, 'submitted', doing(c).at)
        await appendRatings(tx, assessment, doing(c).at)
        await account(tx, doing(c), {
          action: 'self-assessment-submitted',
          record: 'self-assessment',
          recordId: assessment.id,
          personId: assessment.personId,
          changes: [
            { field: 'roles', from: null, to: assessment.roles.join(', ') },
            { field: 'framework', from: null, to: assessment.frameworkVersion },
          ],
        })
        const after = await view(tx, content, await ownAssessment(tx, assessment.id, assessment.personId))
        return c.json(after, 200, etag(after.version))
      }),
    )
    .openapi(withdrawAssessment, (c) =>
      change(c, async (tx) => {
        const assessment = await ownAssessment(tx, c.req.valid('param').id, asking(c).personId)
        mustBeOpen(assessment)
        if (assessment.version !== c.req.valid('header')['if-match']) throw stale(await view(tx, c.var.deps.content, assessment))
        await endAssessment(tx, assessment.id, assessment.version, 'withdrawn', doing(c).at)
        await account(tx, doing(c), {
          action: 'self-assessment-withdrawn',
          record: 'self-assessment',
          recordId: assessment.id,
          personId: assessment.personId,
        })
        const after = await view(tx, c.var.deps.content, await ownAssessment(tx, assessment.id, assessment.personId))
        return c.json(after, 200, etag(after.version))
      }),
    )
