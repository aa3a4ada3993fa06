import { createRoute, z } from '@hono/zod-openapi'
import { History } from '#domain/audit.schema.ts'
import { Id, Person, Profile } from '#domain/person.schema.ts'
import { RosterCountFilters, RosterCounts, RosterFilters } from '#domain/roster.schema.ts'
import { TaggedRoster } from '#domain/tag.schema.ts'
import { WhyNot, WhyNotFilters } from '#domain/why-not.schema.ts'
import { TrainingRecord } from '#domain/training.schema.ts'
import { change } from '../change.ts'
import { asking, doing } from '../doer.ts'
import { body, etag, IdParams, IfMatch, json, router } from '../openapi.ts'
import { may, mustReach, reach } from '../policy.ts'
import { problems, stale } from '../problem.ts'
import { history } from '../repository/audit.ts'
import { findPerson, recordsOf, saveProfile } from '../repository/people.ts'
import { countFacets } from '../repository/roster-facets.ts'
import { currentFramework } from '../repository/frameworks.ts'
import { whyNot } from '../repository/why-not.ts'
import { rosterQuestion } from '../repository/roster-question.ts'
import { tagsOfEach } from '../repository/tags.ts'
import { askRoster } from '../roster-asked.ts'
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

const countPeople = createRoute({
  method: 'get',
  path: '/people/counts',
  operationId: 'countPeople',
  summary: 'How many people of the roster each further choice of a filter would lead to',
  ...may('read-roster'),
  request: { query: RosterCountFilters },
  responses: { 200: json(RosterCounts, 'For each value of each facet, with the other filters as they are'), ...problems(401, 403, 422) },
})

const readWhyNot = createRoute({
  method: 'get',
  path: '/people/{id}/why-not',
  operationId: 'readWhyNot',
  summary: 'Why somebody is not on the list that the filters ask for: each filter they fail, the record behind it, and what would change it',
  ...may('read-roster'),
  request: { params: IdParams, query: WhyNotFilters },
  responses: { 200: json(WhyNot, 'Filter by filter; on the list where there is no reason'), ...problems(401, 403, 404, 422) },
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
      const roster = await askRoster(c.var.deps, c.req.valid('query'), reach(c.var.actor, 'read-roster'))
      const tags = await tagsOfEach(
        c.var.deps.db,
        roster.people.map(({ id }) => id),
      )
      return c.json({ ...roster, tags: Object.fromEntries(tags) }, 200)
    })
    .openapi(countPeople, async (c) => {
      const { db, content, clock } = c.var.deps
      const { of = null, ...filters } = c.req.valid('query')
      const question = await rosterQuestion(db, content, filters, clock.now())
      return c.json(await countFacets(db, question, reach(c.var.actor, 'read-roster'), of), 200)
    })
    .openapi(readWhyNot, async (c) => {
      const { db, content, clock } = c.var.deps
      const person = mustReach(c.var.actor, 'read-roster', await findPerson(db, c.req.valid('param').id))
      const question = await rosterQuestion(db, content, c.req.valid('query'), clock.now())
      const reasons = await whyNot(db, await currentFramework(db, content), person, question)
      const { id, name } = person
      return c.json({ person: { id, name }, today: question.today, asked: question.ties?.named ?? [], reasons: [...reasons] }, 200)
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
      return c.json(await history(db, await recordsOf(db, person.id), { own, before: c.req.valid('query').before }), 200)
    })
    .openapi(readTrainingRecord, async (c) => {
      const { db, content, clock } = c.var.deps
      const person = mustReach(c.var.actor, 'read-training-record', await findPerson(db, c.req.valid('param').id))
      return c.json(await trainingRecord(db, content, person, clock.now()), 200)
    })
