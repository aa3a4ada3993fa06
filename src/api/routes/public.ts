import { createRoute, z } from '@hono/zod-openapi'
import { sql } from 'kysely'
import { Regime } from '#domain/regime.schema.ts'
import { json, router } from '../openapi.ts'
import { may } from '../policy.ts'
import { problems } from '../problem.ts'

const health = createRoute({
  method: 'get',
  path: '/health',
  operationId: 'readHealth',
  summary: 'Whether the API and its database answer',
  ...may('read-public'),
  responses: {
    200: json(z.strictObject({ status: z.literal('ok') }).openapi('Health', { example: { status: 'ok' } }), 'Both answer'),
    ...problems(),
  },
})

const regimes = createRoute({
  method: 'get',
  path: '/regimes',
  operationId: 'listRegimes',
  summary: 'The review regimes: their words, roles and clocks',
  ...may('read-public'),
  responses: { 200: json(z.strictObject({ regimes: z.array(Regime) }).openapi('Regimes'), 'Every regime that the product covers'), ...problems() },
})

export const publicRoutes = () =>
  router()
    .openapi(health, async (c) => {
      await sql`select 1`.execute(c.var.deps.db)
      return c.json({ status: 'ok' as const }, 200)
    })
    .openapi(regimes, (c) => c.json({ regimes: [...c.var.deps.content.regimes] }, 200))
