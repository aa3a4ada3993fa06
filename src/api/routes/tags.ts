import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { namesFaults, namesWarnings } from '#domain/names-warning.ts'
import { Id } from '#domain/person.schema.ts'
import { mostTags } from '#domain/tag.ts'
import { PersonTags, TagGiven, TagsInUse } from '#domain/tag.schema.ts'
import { change } from '../change.ts'
import type { Env } from '../deps.ts'
import { doing } from '../doer.ts'
import { body, IdempotencyKey, IdParams, json, router } from '../openapi.ts'
import { may, mustReach, reach } from '../policy.ts'
import { conflict, invalid, notFound, problems } from '../problem.ts'
import type { Db } from '../repository/database.ts'
import { findPerson } from '../repository/people.ts'
import { addTag, removeTag, tagsInUse, tagsOf } from '../repository/tags.ts'

const inUseRoute = createRoute({
  method: 'get',
  path: '/tags',
  operationId: 'listTags',
  summary: 'The tags on the people of the roster within reach, with how many people have each',
  ...may('keep-tags'),
  responses: { 200: json(TagsInUse, 'By name'), ...problems(401, 403) },
})

const ofPersonRoute = createRoute({
  method: 'get',
  path: '/people/{id}/tags',
  operationId: 'readTags',
  summary: 'The tags on a person: coordinators’ own words',
  ...may('keep-tags'),
  request: { params: IdParams },
  responses: { 200: json(PersonTags, 'By name'), ...problems(401, 403, 404) },
})

const addRoute = createRoute({
  method: 'post',
  path: '/people/{id}/tags',
  operationId: 'addTag',
  summary: 'Put a tag on a person',
  ...may('keep-tags'),
  request: { params: IdParams, headers: IdempotencyKey, ...body(TagGiven) },
  responses: { 201: json(PersonTags, 'The tags as they are now'), ...problems(400, 401, 403, 404, 409, 413, 415, 422) },
})

const removeRoute = createRoute({
  method: 'delete',
  path: '/people/{id}/tags/{tagId}',
  operationId: 'removeTag',
  summary: 'Take a tag away from a person',
  ...may('keep-tags'),
  request: { params: IdParams.extend({ tagId: Id }) },
  responses: { 200: json(PersonTags, 'The tags as they are now'), ...problems(401, 403, 404) },
})

const reached = async (c: Context<Env>, db: Db, id: string) => mustReach(c.var.actor, 'keep-tags', await findPerson(db, id))

export const tagRoutes = () =>
  router()
    .openapi(inUseRoute, async (c) => c.json({ tags: await tagsInUse(c.var.deps.db, reach(c.var.actor, 'keep-tags')) }, 200))
    .openapi(ofPersonRoute, async (c) => {
      const { db } = c.var.deps
      const { id } = await reached(c, db, c.req.valid('param').id)
      return c.json({ tags: await tagsOf(db, id) }, 200)
    })
    .openapi(addRoute, (c) =>
      change(c, async (tx) => {
        const { id, name } = await reached(c, tx, c.req.valid('param').id)
        const { tag, readWarning } = c.req.valid('json')
        const faults = namesFaults(namesWarnings(tag), readWarning)
        if (faults.length > 0) throw invalid(faults)
        if ((await tagsOf(tx, id)).length >= mostTags) throw conflict(`${name} has ${mostTags} tags. Take one away first`, [])
        // Somebody who has it already has what was asked.
        await addTag(tx, id, tag, doing(c))
        return c.json({ tags: await tagsOf(tx, id) }, 201)
      }),
    )
    .openapi(removeRoute, (c) =>
      change(c, async (tx) => {
        const { id } = await reached(c, tx, c.req.valid('param').id)
        if (!(await removeTag(tx, id, c.req.valid('param').tagId, doing(c)))) throw notFound()
        return c.json({ tags: await tagsOf(tx, id) }, 200)
      }),
    )
