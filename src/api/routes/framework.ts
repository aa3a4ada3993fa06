import { createRoute, z } from '@hono/zod-openapi'
import { CasePackage } from '#domain/case-package.schema.ts'
import { caseOf } from '#domain/framework-case.ts'
import { csvOf } from '#domain/framework-csv.ts'
import { Framework, SkillId, SkillVersions } from '#domain/framework.schema.ts'
import { skillsIn } from '#domain/framework.ts'
import { json, router } from '../openapi.ts'
import { may } from '../policy.ts'
import { notFound, problems } from '../problem.ts'
import { currentFramework, frameworkAt, frameworksByVersion } from '../repository/frameworks.ts'

const readFramework = createRoute({
  method: 'get',
  path: '/framework',
  operationId: 'readFramework',
  summary: 'The key-skills framework as it is published now',
  ...may('read-public'),
  responses: { 200: json(Framework, 'The framework'), ...problems(404) },
})

const VersionParams = z.strictObject({ version: z.coerce.number().int().min(1) })

const readFrameworkVersion = createRoute({
  method: 'get',
  path: '/framework/versions/{version}',
  operationId: 'readFrameworkVersion',
  summary: 'A version of the framework that was published; ratings keep the words of theirs',
  ...may('read-public'),
  request: { params: VersionParams },
  responses: { 200: json(Framework, 'The framework'), ...problems(404) },
})

const readSkillVersions = createRoute({
  method: 'get',
  path: '/framework/skills/{skill}/versions',
  operationId: 'readSkillVersions',
  summary: 'The published versions that have a skill, newest first: its address stays, also when a newer version has it no longer',
  ...may('read-public'),
  request: { params: z.strictObject({ skill: SkillId }) },
  responses: { 200: json(SkillVersions, 'At least one'), ...problems(404) },
})

const exportAsCase = createRoute({
  method: 'get',
  path: '/framework/versions/{version}/case',
  operationId: 'exportFrameworkAsCase',
  summary: 'A published version as a CFPackage of 1EdTech CASE 1.1',
  ...may('read-public'),
  request: { params: VersionParams },
  responses: { 200: json(CasePackage, 'The package, as an attachment'), ...problems(404) },
})

const exportAsCsv = createRoute({
  method: 'get',
  path: '/framework/versions/{version}/csv',
  operationId: 'exportFrameworkAsCsv',
  summary: 'A published version as comma-separated values: one row a skill and level, and a row for each thing beside them',
  ...may('read-public'),
  request: { params: VersionParams },
  responses: {
    200: { description: 'The file, as an attachment', content: { 'text/csv': { schema: { type: 'string' } } } },
    ...problems(404),
  },
})

const attachment = ({ version }: { version: number }, ending: string) => ({
  'Content-Disposition': `attachment; filename="key-skills-v${version}.${ending}"`,
})

export const frameworkRoutes = () =>
  router()
    .openapi(readFramework, async (c) => c.json(await currentFramework(c.var.deps.db, c.var.deps.content), 200))
    .openapi(readFrameworkVersion, async (c) => c.json(await frameworkAt(c.var.deps.db, c.var.deps.content, c.req.valid('param').version), 200))
    .openapi(readSkillVersions, async (c) => {
      const { db, content } = c.var.deps
      const { skill } = c.req.valid('param')
      const having = [...(await frameworksByVersion(db, content)).values()].filter((framework) => skillsIn(framework).some(({ id }) => id === skill))
      if (having.length === 0) throw notFound()
      const versions = having.map(({ version }) => version).toSorted((a, b) => b - a)
      return c.json({ skill, versions }, 200)
    })
    .openapi(exportAsCase, async (c) => {
      const { db, content, site, clock } = c.var.deps
      const framework = await frameworkAt(db, content, c.req.valid('param').version)
      return c.json(caseOf(framework, { origin: site.origin, at: clock.now().toISOString() }), 200, attachment(framework, 'case.json'))
    })
    .openapi(exportAsCsv, async (c) => {
      const { db, content } = c.var.deps
      const framework = await frameworkAt(db, content, c.req.valid('param').version)
      return c.body(csvOf(framework), 200, { 'Content-Type': 'text/csv; charset=utf-8', ...attachment(framework, 'csv') })
    })
