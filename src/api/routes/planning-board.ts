import { createRoute } from '@hono/zod-openapi'
import { dayOf } from '#domain/calendar.ts'
import { monthOf, monthsAfter } from '#domain/month.ts'
import { PlanningBoard, PlanningBoardFilters } from '#domain/planning-board.schema.ts'
import { boardMonths, boardOf } from '#domain/planning-board.ts'
import { json, router } from '../openapi.ts'
import { may, reach } from '../policy.ts'
import { problems } from '../problem.ts'
import { checkPolicy, keepRechecks } from '../repository/check-policy.ts'
import { boardFacts } from '../repository/planning-board.ts'
import { askRoster } from '../roster-asked.ts'

const readBoard = createRoute({
  method: 'get',
  path: '/planning-board',
  operationId: 'readPlanningBoard',
  summary: 'A page of the roster by months: what each offers and has left, when they are away, their reviews in hand, and the checks that fall due',
  ...may('read-planning-board'),
  request: { query: PlanningBoardFilters },
  responses: { 200: json(PlanningBoard, 'The people who match and whom the asker may see'), ...problems(401, 403, 422) },
})

export const planningBoardRoutes = () =>
  router().openapi(readBoard, async (c) => {
    const { db, clock } = c.var.deps
    const { from, months: many = '6', ...filters } = c.req.valid('query')
    const on = dayOf(clock.now())
    const months = boardMonths(from ?? monthOf(on), Number(many))
    const { people, ...page } = await askRoster(c.var.deps, filters, reach(c.var.actor, 'read-planning-board'))
    await keepRechecks(db, await checkPolicy(db))
    const ids = people.map(({ id }) => id)
    const [first, last] = [months[0] ?? monthOf(on), months.at(-1) ?? monthOf(on)]
    const facts = await boardFacts(db, ids, first, last)
    const rows = people.flatMap(({ id, name, region, roles, standing }) => {
      const known = facts.get(id)
      return known ? [{ id, name, region, roles, standing, months: boardOf(known, first, months.length, on) }] : []
    })
    const steps = { earlier: monthsAfter(first, -months.length), now: monthOf(on), later: monthsAfter(first, months.length) }
    return c.json({ on, months, ...steps, people: rows, ...page }, 200)
  })
