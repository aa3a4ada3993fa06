import { OpenAPIHono, z } from '@hono/zod-openapi'
import { Id } from '#domain/person.schema.ts'
import type { Env } from './deps.ts'
import { Problem, errorsFrom, invalid, notFound } from './problem.ts'

const shortKey = { pointer: '', detail: 'An Idempotency-Key has 8 to 100 characters' }

/** A router whose refused input becomes a Problem: an unknown id is a 404, a missing If-Match a 428, the rest a 422 with pointers. */
export const router = () =>
  new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (result.success) return
      if (result.target === 'param') throw notFound()
      if (result.target === 'header' && result.error.issues.every(({ path }) => path[0] === 'idempotency-key')) throw invalid([shortKey])
      if (result.target === 'header') throw new Problem(428, 'Say which version you are changing, with If-Match')
      throw invalid(errorsFrom(result.error, result.target === 'json'))
    },
  })

export const json = <T extends z.ZodType>(schema: T, description: string) => ({ description, content: { 'application/json': { schema } } })
export const body = <T extends z.ZodType>(schema: T) => ({ body: { required: true, content: { 'application/json': { schema } } } })
export const IdParams = z.strictObject({ id: Id })

/** Strong ETags are `"version"`. A `W/` that a proxy put before it is ignored. */
export const IfMatch = z.object({
  'if-match': z
    .string()
    .regex(/^(W\/)?"\d+"$/)
    .transform((tag) => Number(tag.replace(/\D/g, '')))
    .openapi({ type: 'string', example: '"3"' }),
})
export const IdempotencyKey = z.object({ 'idempotency-key': z.string().min(8).max(100).optional() })
export const etag = (version: number) => ({ ETag: `"${version}"` })
