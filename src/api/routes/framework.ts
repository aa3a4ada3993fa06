import { createRoute, z } from '@hono/zod-openapi'
import { Framework } from '#domain/framework.schema.ts'
import { json, router } from '../openapi.ts'
import { may } from '../policy.ts'
import { problems } from '../problem.ts'
import { currentFramework, frameworkAt } from '../repository/frameworks.ts'

const readFramework = createRoute({
  method: 'get',
  path: '/framework',
  operationId: 'readFramework',
  summary: 'The key-skills framework as it is published now',
  ...may('read-public'),
  responses: { 200: json(Framework, 'The framework'), ...problems(404) },
})

const readFrameworkVersion = createRoute({
  method: 'get',
  path: '/framework/versions/{version}',
  operationId: 'readFrameworkVersion',
  summary: 'A version of the framework that was published; ratings keep the words of theirs',
  ...may('read-public'),
  request: { params: z.strictObject({ version: z.coerce.number().int().min(1) }) },
  responses: { 200: json(Framework, 'The framework'), ...problems(404) },
})

export const frameworkRoutes = () =>
  router()
    .openapi(readFramework, async (c) => c.json(await currentFramework(c.var.deps.db, c.var.deps.content), 200))
    .openapi(readFrameworkVersion, async (c) => c.json(await frameworkAt(c.var.deps.db, c.var.deps.content, c.req.valid('param').version), 200))
