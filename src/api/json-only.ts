import type { Context, MiddlewareHandler } from 'hono'
import type { Env } from './deps.ts'
import { Problem } from './problem.ts'

const megabyte = 1_048_576

/**
 * Bodies are JSON of at most 1 MB. Anything else is refused before a route reads it: 415, 413, or 400 when it does not parse. Nothing is read beyond the
 * limit, whatever the request says of its length.
 */
export const jsonOnly: MiddlewareHandler<Env> = async (c, next) => {
  if (!['POST', 'PUT', 'PATCH'].includes(c.req.method)) return next()
  const bytes = await readUpTo(c, megabyte)
  if (bytes === null) throw new Problem(413, 'That is more than 1 MB. Send less at once')
  if (bytes.length === 0) return next()
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw new Problem(415, 'Send JSON, with the content type application/json')
  try {
    JSON.parse(await c.req.text())
  } catch {
    throw new Problem(400, 'The request is not well formed JSON')
  }
  return next()
}

/** The body, or null when it is longer than `most` bytes. The request that routes see holds what was read. */
async function readUpTo(c: Context<Env>, most: number): Promise<Uint8Array | null> {
  if (Number(c.req.header('content-length') ?? 0) > most) return null
  const { raw } = c.req
  if (!raw.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = raw.body.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length
    if (length > most) {
      void reader.cancel()
      return null
    }
    chunks.push(read.value)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  c.req.raw = new Request(raw.url, { method: raw.method, headers: raw.headers, body: bytes })
  return bytes
}
