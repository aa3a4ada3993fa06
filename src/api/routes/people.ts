import { createRoute, z } from '@hono/zod-openapi'
import { History } from '#domain/audit.schema.ts'
import { dayOf } from '#domain/calendar.ts'
import { Id, Person, Profile } from '#domain/person.schema.ts'
import { RosterFilters } from '#domain/roster.schema.ts'
import { TaggedRoster } from '#domain/tag.schema.ts'
import { TrainingRecord } from '#domain/training.schema.ts'
import { change } from '../change.ts'
import { asking, doing } from '../doer.ts'
import { body, etag, IdParams, IfMatch, json, router } from '../openapi.ts'
import { may, mustReach, reach } from '../policy.ts'
import { problems, stale } from '../problem.ts'
import { history } from '../repository/audit.ts'
import { keepBars } from '../repository/bars.ts'
import { currentFramework } from '../repository/frameworks.ts'
import { findPerson, saveProfile } from '../repository/people.ts'
import { readRoster } from '../repository/roster.ts'
import { tagsOfEach } from '../repository/tags.ts'
import { tieQuestion } from '../repository/ties.ts'
import { trainingRecord } from '../training-record.ts'
import { refreshTraining } from '../training-state.ts'

const listPeople = createRoute({
  method: 'get',
  path: '/people',
  operationId: 'listPeople',
  summary: 'The roster, one page at a time',
  ...may('read-roster'),
  request: { query: RosterFilters },
  responses: { 200: json(TaggedRoster, 'The people who match and whom the asker may see'), ...problems(401, 403, 422) },
})

const readPerson = createRoute({
  method: 'get',
  path: '/people/{id}',
  operationId: 'readPerson',
  summary: 'One person',
  ...may('read-person'),
  request: { params: IdParams },
  responses: { 200: json(Person, 'The person'), ...problems(401, 404) },
})

const keepProfile = createRoute({
  method: 'put',
  path: '/people/{id}/profile',
  operationId: 'keepProfile',
  summary: 'Change what a person says of themself',
  ...may('keep-profile'),
  request: { params: IdParams, headers: IfMatch, ...body(Profile) },
  responses: { 200: json(Person, 'The person as saved'), ...problems(400, 401, 404, 412, 413, 415, 422, 428) },
})

const readHistory = createRoute({
  method: 'get',
  path: '/people/{id}/history',
  operationId: 'readHistory',
  summary: 'What happened to a person and who did it, newest first',
  ...may('read-history'),
  request: { params: IdParams, query: z.strictObject({ before: Id.optional() }) },
  responses: { 200: json(History, 'A page of events'), ...problems(401, 404, 422) },
})

const readTrainingRecord = createRoute({
  method: 'get',
  path: '/people/{id}/training',
  operationId: 'readTrainingRecord',
  summary: 'What a person has completed and tried; never their answers',
  ...may('read-training-record'),
  request: { params: IdParams },
  responses: { 200: json(TrainingRecord, 'Module by module'), ...problems(401, 404) },
})

export const peopleRoutes = () =>
  router()
    .openapi(listPeople, async (c) => {
      const { db, content, clock } = c.var.deps
      const filters = c.req.valid('query')
      if (filters.meets || filters.coreAt) await keepBars(db, await currentFramework(db, content))
      const about = filters.ties ? await tieQuestion(db, [...new Set(filters.ties.split(','))], dayOf(clock.now())) : null
      const roster = await readRoster(db, filters, reach(c.var.actor, 'read-roster'), about)
      const tags = await tagsOfEach(
        db,
        roster.people.map(({ id }) => id),
      )
      return c.json({ ...roster, tags: Object.fromEntries(tags) }, 200)
    })
    .openapi(readPerson, async (c) => {
      const person = mustReach(c.var.actor, 'read-person', await findPerson(c.var.deps.db, c.req.valid('param').id))
      return c.json(person, 200, etag(person.version))
    })
    .openapi(keepProfile, (c) =>
      change(c, async (tx) => {
        const person = mustReach(c.var.actor, 'keep-profile', await findPerson(tx, c.req.valid('param').id))
        if (person.version !== c.req.valid('header')['if-match']) throw stale(person)
        const saved = await saveProfile(tx, person, c.req.valid('json'), doing(c), { action: 'profile-changed' })
        // Which modules are asked follows from the roles.
        await refreshTraining(tx, c.var.deps.content, person.id)
        const after = (await findPerson(tx, person.id)) ?? saved
        return c.json(after, 200, etag(after.version))
      }),
    )
    .openapi(readHistory, async (c) => {
      const { db } = c.var.deps
      const person = mustReach(c.var.actor, 'read-history', await findPerson(db, c.req.valid('param').id))
      const own = asking(c).personId === person.id
      return c.json(await history(db, person.id, { own, before: c.req.valid('query').before }), 200)
    })
    .openapi(readTrainingRecord, async (c) => {
      const { db, content, clock } = c.var.deps
      const person = mustReach(c.var.actor, 'read-training-record', await findPerson(db, c.req.valid('param').id))
      return c.json(await trainingRecord(db, content, person, clock.now()), 200)
    })
