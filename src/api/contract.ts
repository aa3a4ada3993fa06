import { createRoute, z } from '@hono/zod-openapi'
import type { App } from './deps.ts'
import { json } from './openapi.ts'
import { may } from './policy.ts'
import { problems } from './problem.ts'

const contractRoute = createRoute({
  method: 'get',
  path: '/openapi.json',
  operationId: 'readContract',
  summary: 'This contract',
  ...may('read-public'),
  responses: { 200: json(z.record(z.string(), z.unknown()), 'OpenAPI 3.1') },
})

/**
 * Adds to every operation the refusals that come before its route: a page that is not ours, a body that is no JSON or too large, a key of a request that
 * was used for another one; and that anything can fail inside.
 */
function declareRefusals(app: App): void {
  for (const definition of app.openAPIRegistry.definitions) {
    if (definition.type !== 'route') continue
    const { route } = definition
    const changes = route.method !== 'get'
    const takesBody = changes && route.method !== 'delete'
    const headers = route.request?.headers
    const takesKey = headers instanceof z.ZodObject && 'idempotency-key' in headers.shape
    route.responses = {
      ...problems(...(changes ? [403] : []), ...(takesBody ? [400, 413, 415] : []), ...(takesKey ? [422] : [])),
      ...route.responses,
    }
  }
}

/** Serves what the routes declare, as OpenAPI 3.1. */
export function describe(app: App): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-session',
    description: 'Kept by the server after sign-in. Without TLS, on one’s own machine, it is named session.',
  })
  app.openapi(contractRoute, (c) => c.json(document(app), 200))
  declareRefusals(app)
}

const document = (app: App) =>
  app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Panel Pool',
      version: '1',
      description:
        'Recruits and trains panel chairs and overview report authors, and keeps the pool they are appointed from. Errors are problem+json (RFC 9457).',
      license: { name: 'MIT' },
    },
    servers: [{ url: '/' }],
  }) as unknown as Record<string, unknown>
