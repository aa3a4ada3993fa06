import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { writeCsv } from '#domain/csv.ts'
import { needsOf } from '#domain/framework.ts'
import { FrameworkOutline } from '#domain/framework-outline.schema.ts'
import { outlineOf } from '#domain/framework-outline.ts'
import type { PoolRole } from '#domain/person.ts'
import { SkillsMap, SkillsMapFilters } from '#domain/skills-map.schema.ts'
import { drawMap, type MapStanding } from '#domain/skills-map.ts'
import type { Env } from '../deps.ts'
import { asking, doing } from '../doer.ts'
import { json, router } from '../openapi.ts'
import { may, reach } from '../policy.ts'
import { problems } from '../problem.ts'
import { account } from '../repository/audit.ts'
import { currentFramework } from '../repository/frameworks.ts'
import { countVerified } from '../repository/skills-map.ts'
import { mapAsRows } from '../skills-map-file.ts'

const readOutline = createRoute({
  method: 'get',
  path: '/framework/outline',
  operationId: 'readFrameworkOutline',
  summary: 'The names of the framework’s skills and the level that each role asks of them',
  ...may('read-public'),
  responses: { 200: json(FrameworkOutline, 'The outline'), ...problems(404) },
})

const readSkillsMap = createRoute({
  method: 'get',
  path: '/skills-map',
  operationId: 'readSkillsMap',
  summary: 'How many people of each region were verified at the level that a role asks, skill by skill; the chair and active people unless asked',
  ...may('read-skills-map'),
  request: { query: SkillsMapFilters },
  responses: {
    200: json(SkillsMap, 'True figures for people whose records the asker may open; of others, groups under five are withheld'),
    ...problems(401, 403, 404, 422),
  },
})

const exportSkillsMap = createRoute({
  method: 'get',
  path: '/skills-map.csv',
  operationId: 'exportSkillsMap',
  summary: 'The map as a file, groups under five always withheld; exporting it is accounted for',
  ...may('read-skills-map'),
  request: { query: SkillsMapFilters },
  responses: {
    200: { description: 'The figures, comma-separated, formulas made inert', content: { 'text/csv': { schema: { type: 'string' } } } },
    ...problems(401, 403, 404, 422),
  },
})

export const skillsMapRoutes = () =>
  router()
    .openapi(readOutline, async (c) => c.json(outlineOf(await currentFramework(c.var.deps.db, c.var.deps.content)), 200))
    .openapi(readSkillsMap, async (c) => {
      const { role = 'chair', standing = 'active' } = c.req.valid('query')
      return c.json(await mapFor(c, role, standing, false), 200)
    })
    .openapi(exportSkillsMap, async (c) => {
      const { role = 'chair', standing = 'active' } = c.req.valid('query')
      const map = await mapFor(c, role, standing, true)
      const { personId } = asking(c)
      const changes = Object.entries({ role, standing }).map(([field, to]) => ({ field, from: null, to }))
      await account(c.var.deps.db, doing(c), { action: 'skills-map-exported', record: 'skills-map', recordId: role, personId, changes })
      return c.body(writeCsv(mapAsRows(map)), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="skills-map-${role}-${standing}.csv"`,
      })
    })

async function mapFor(c: Context<Env>, role: PoolRole, standing: MapStanding, toFile: boolean) {
  const { db, content } = c.var.deps
  const { any, regions } = reach(c.var.actor, 'read-skills-map')
  const framework = await currentFramework(db, content)
  const needs = needsOf(framework, role)
  const counted = await countVerified(db, role, needs)
  return drawMap({ role, standing, frameworkVersion: framework.version, needs }, counted, { every: any, regions, toFile })
}
