import { createRoute } from '@hono/zod-openapi'
import { dayOf } from '#domain/calendar.ts'
import { PersonNeeds } from '#domain/person-needs.schema.ts'
import { type Need, needsOf } from '#domain/person-needs.ts'
import type { Content } from '../deps.ts'
import { IdParams, json, router } from '../openapi.ts'
import { may, mustReach } from '../policy.ts'
import { problems } from '../problem.ts'
import { declarationOf } from '../repository/affiliations.ts'
import { findPerson } from '../repository/people.ts'
import type { Found } from '../repository/today.ts'
import { foundOfPeople } from '../today-view.ts'

const readRoute = createRoute({
  method: 'get',
  path: '/people/{id}/needs',
  operationId: 'readNeeds',
  summary: 'What needs doing about a person today, the most pressing first, by the rules of Today',
  ...may('read-needs'),
  request: { params: IdParams },
  responses: { 200: json(PersonNeeds, 'Empty where nothing needs doing'), ...problems(401, 404) },
})

/** What Today found of one person; what of it was put off there stands here all the same. */
const asNeeds = (found: readonly Found[], { modules }: Content): Need[] =>
  found.flatMap(({ items }) =>
    items.flatMap(({ key, kind, what, day, figure }) => {
      if (kind === 'region-under') return []
      const moduleId = kind === 'training-stuck' ? what : null
      const title = modules.find(({ module }) => module.id === moduleId)?.module.title
      return [{ key, kind, what: title ?? what, moduleId, day, figure }]
    }),
  )

export const personNeedsRoutes = () =>
  router().openapi(readRoute, async (c) => {
    const { db, content, clock } = c.var.deps
    const person = mustReach(c.var.actor, 'read-needs', await findPerson(db, c.req.valid('param').id))
    // The person lies within reach: the asks and requests of everybody are meant, also those of the asker.
    const found = await foundOfPeople(db, { own: '', regions: new Set(), any: true, only: person.id }, clock.now())
    const { declaredAt, unmatched } = await declarationOf(db, person.id)
    const declared = { declaredOn: declaredAt && dayOf(new Date(declaredAt)), unmatched }
    return c.json({ on: dayOf(clock.now()), needs: needsOf(asNeeds(found, content), person.standing, declared) }, 200)
  })
