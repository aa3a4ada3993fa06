import type { MiddlewareHandler } from 'hono'
import type { Env } from './deps.ts'
import { Problem } from './problem.ts'

const megabyte = 1_048_576

/** Bodies are JSON of at most 1 MB. Anything else is refused before a route reads it: 415, 413, or 400 when it does not parse. */
export const jsonOnly: MiddlewareHandler<Env> = async (c, next) => {
  if (!['POST', 'PUT', 'PATCH'].includes(c.req.method)) return next()
  if (Number(c.req.header('content-length') ?? 0) > megabyte) throw new Problem(413, 'That is more than 1 MB. Send less at once')
  const text = await c.req.text()
  if (text === '') return next()
  if (new TextEncoder().encode(text).length > megabyte) throw new Problem(413, 'That is more than 1 MB. Send less at once')
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw new Problem(415, 'Send JSON, with the content type application/json')
  try {
    JSON.parse(text)
  } catch {
    throw new Problem(400, 'The request is not well formed JSON')
  }
  return next()
}
