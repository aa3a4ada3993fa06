import type { RouteConfig } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { z } from '@hono/zod-openapi'
import type { App, Env } from './deps.ts'
import { ProblemBody } from '#domain/problem.schema.ts'

/** Parses every reply against what its route declares: a status or a body that the contract does not know is an error here, not a surprise there. */
export const checkReplies = (app: () => App): MiddlewareHandler<Env> => {
  let routes: { matches: RegExp; route: RouteConfig }[] | undefined
  return async (c, next) => {
    await next()
    routes ??= app().openAPIRegistry.definitions.flatMap((definition) =>
      definition.type === 'route' ? [{ route: definition.route, matches: pattern(definition.route) }] : [],
    )
    const asked = `${c.req.method.toLowerCase()} ${c.req.path}`
    const found = routes.find(({ matches }) => matches.test(asked))
    if (!found) return
    const { status } = c.res
    if (status === 500) return
    const declared = found.route.responses[status]
    if (!declared) throw new Error(`${asked} answered ${status}, which its route does not declare. Add it to the route's responses`)
    const type = c.res.headers.get('content-type')?.split(';')[0] ?? ''
    const content = 'content' in declared ? declared.content?.[type as 'application/json'] : undefined
    const schema = type === 'application/problem+json' ? ProblemBody : content && 'schema' in content ? content.schema : undefined
    if (!(schema instanceof z.ZodType)) return
    const reply = c.res.clone()
    const parsed = schema.safeParse(type.endsWith('json') ? await reply.json() : await reply.text())
    if (!parsed.success) throw new Error(`${asked} answered ${status} with a body its route does not declare: ${z.prettifyError(parsed.error)}`)
  }
}

const pattern = ({ method, path }: RouteConfig) => new RegExp(`^${method} /api${path.replace(/\{[^}]+\}/g, '[^/]+')}$`)
