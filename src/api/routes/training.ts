import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { Lesson } from '#domain/module.schema.ts'
import { Catalogue, Enrolment, EnrolmentRequest, ModuleView, Place, TaskList } from '#domain/training.schema.ts'
import { membershipWord } from '#domain/membership.ts'
import { taskList } from '#domain/task-list.ts'
import { catalogueFor, surroundings, viewModule } from '../catalogue.ts'
import { change } from '../change.ts'
import type { Env } from '../deps.ts'
import { asking, doing } from '../doer.ts'
import { body, etag, IdempotencyKey, IdParams, IfMatch, json, router } from '../openapi.ts'
import { allows, may } from '../policy.ts'
import { invalid, notFound, problems, stale } from '../problem.ts'
import { newestVersion, ownEnrolment, pathProgress, pinnedVersion, progressOf, versionFor } from '../progress.ts'
import { account } from '../repository/audit.ts'
import { noteProgress } from '../repository/enrolment-progress.ts'
import { enrolmentsOf, keepPlace, readLesson } from '../repository/enrolments.ts'
import { newestAsk } from '../repository/membership-asks.ts'
import { findPerson } from '../repository/people.ts'
import { skillsProgress } from '../skills-progress.ts'
import { startModule as begin } from '../start-module.ts'

const ModuleParams = z.strictObject({ moduleId: z.string().max(40) })

const readTaskList = createRoute({
  method: 'get',
  path: '/task-list',
  operationId: 'readTaskList',
  summary: 'What the asker has to do next, and why',
  ...may('read-task-list'),
  responses: { 200: json(TaskList, 'The tasks in order'), ...problems(401) },
})

const listModules = createRoute({
  method: 'get',
  path: '/modules',
  operationId: 'listModules',
  summary: 'Every module, as the asker stands in it, with what is recommended to a learner and why',
  ...may('read-training'),
  responses: { 200: json(Catalogue, 'The modules: those recommended first, then in the order of the paths'), ...problems(401) },
})

const readModule = createRoute({
  method: 'get',
  path: '/modules/{moduleId}',
  operationId: 'readModule',
  summary: 'One module, as the asker stands in it',
  ...may('read-training'),
  request: { params: ModuleParams },
  responses: { 200: json(ModuleView, 'The module'), ...problems(401, 404) },
})

const readLessonText = createRoute({
  method: 'get',
  path: '/modules/{moduleId}/lessons/{lesson}',
  operationId: 'readLesson',
  summary: 'One lesson, in the version the asker is on',
  ...may('read-training'),
  request: { params: ModuleParams.extend({ lesson: z.string().max(80) }) },
  responses: { 200: json(Lesson, 'The lesson'), ...problems(401, 404) },
})

const startModule = createRoute({
  method: 'post',
  path: '/enrolments',
  operationId: 'startModule',
  summary: 'Start a module in its newest version',
  ...may('train'),
  request: { headers: IdempotencyKey, ...body(EnrolmentRequest) },
  responses: { 200: json(Enrolment, 'It was started before'), 201: json(Enrolment, 'Started'), ...problems(400, 401, 404, 413, 415, 422) },
})

const keepPlaceRoute = createRoute({
  method: 'put',
  path: '/enrolments/{id}/place',
  operationId: 'keepPlace',
  summary: 'Keep where the asker is in a module',
  ...may('train'),
  request: { params: IdParams, headers: IfMatch, ...body(Place) },
  responses: { 200: json(Enrolment, 'Kept'), ...problems(400, 401, 404, 412, 413, 415, 422, 428) },
})

const finishLesson = createRoute({
  method: 'post',
  path: '/enrolments/{id}/lessons',
  operationId: 'finishLesson',
  summary: 'Note a lesson as read',
  ...may('train'),
  request: { params: IdParams, headers: IdempotencyKey, ...body(z.strictObject({ lesson: z.string().max(80) }).openapi('LessonRead')) },
  responses: { 200: json(Enrolment, 'Noted, now or before'), ...problems(400, 401, 404, 413, 415, 422) },
})

async function asker(c: Context<Env>) {
  const person = await findPerson(c.var.deps.db, asking(c).personId)
  if (!person) throw notFound()
  return person
}

export const trainingRoutes = () =>
  router()
    .openapi(readTaskList, async (c) => {
      const { db, content, clock } = c.var.deps
      const person = await asker(c)
      const skills = await skillsProgress(db, content, person.id)
      const paths = pathProgress(content, person.roles, await progressOf(db, content, person.id, clock.now()))
      const ask = await newestAsk(db, person.id)
      const membership = membershipWord(person.standing, ask?.state === 'open')
      return c.json({ name: person.name, membership, ...taskList(person, skills, paths) }, 200)
    })
    .openapi(listModules, async (c) => {
      const { db, content, clock } = c.var.deps
      const isLearner = asking(c).roles.some(({ role }) => role === 'learner')
      const keepsBanks = allows(c.var.actor, 'keep-question-banks')
      return c.json(await catalogueFor(db, content, await asker(c), clock.now(), { isLearner, keepsBanks }), 200)
    })
    .openapi(readModule, async (c) => {
      const { db, content, clock } = c.var.deps
      const person = await asker(c)
      const round = await surroundings(db, content, person, clock.now())
      const progress = round.all.find(({ module }) => module.id === c.req.valid('param').moduleId)
      if (!progress) throw notFound()
      return c.json(viewModule(progress, round), 200)
    })
    .openapi(readLessonText, async (c) => {
      const { db, content } = c.var.deps
      const { moduleId, lesson: lessonId } = c.req.valid('param')
      const enrolment = (await enrolmentsOf(db, asking(c).personId)).find((one) => one.moduleId === moduleId)
      const lesson = versionFor(content, moduleId, enrolment).lessons.find(({ id }) => id === lessonId)
      if (!lesson) throw notFound()
      return c.json(lesson, 200)
    })
    .openapi(startModule, (c) =>
      change(c, async (tx) => {
        const { content } = c.var.deps
        const { module } = newestVersion(content, c.req.valid('json').moduleId)
        const { enrolment, created } = await begin(tx, content, doing(c), asking(c).personId, module)
        if (!created) return c.json(enrolment, 200, etag(enrolment.version))
        return c.json(enrolment, 201, etag(enrolment.version))
      }),
    )
    .openapi(keepPlaceRoute, (c) =>
      change(c, async (tx) => {
        const enrolment = await ownEnrolment(tx, c.req.valid('param').id, asking(c).personId)
        const place = c.req.valid('json')
        const { lessons } = pinnedVersion(c.var.deps.content, enrolment.moduleId, enrolment.moduleVersion)
        if (!lessons.some(({ id }) => id === place.lesson)) throw invalid([{ pointer: '/lesson', detail: 'This module has no such lesson' }])
        if (enrolment.version !== c.req.valid('header')['if-match']) throw stale(enrolment)
        const kept = await keepPlace(tx, enrolment.id, enrolment.version, place)
        await account(tx, doing(c), {
          action: 'place-kept',
          record: 'enrolment',
          recordId: enrolment.id,
          personId: enrolment.personId,
          changes: [{ field: 'place', from: enrolment.place?.lesson ?? null, to: place.lesson }],
        })
        return c.json(kept, 200, etag(kept.version))
      }),
    )
    .openapi(finishLesson, (c) =>
      change(c, async (tx) => {
        const enrolment = await ownEnrolment(tx, c.req.valid('param').id, asking(c).personId)
        const { lesson: lessonId } = c.req.valid('json')
        const lesson = pinnedVersion(c.var.deps.content, enrolment.moduleId, enrolment.moduleVersion).lessons.find(({ id }) => id === lessonId)
        if (!lesson) throw invalid([{ pointer: '/lesson', detail: 'This module has no such lesson' }])
        if (await readLesson(tx, enrolment.id, lesson.id, doing(c).at)) {
          await account(tx, doing(c), {
            action: 'lesson-read',
            record: 'enrolment',
            recordId: enrolment.id,
            personId: enrolment.personId,
            changes: [{ field: 'lesson', from: null, to: lesson.title }],
          })
          await noteProgress(tx, enrolment.personId)
        }
        const after = await ownEnrolment(tx, enrolment.id, enrolment.personId)
        return c.json(after, 200, etag(after.version))
      }),
    )
