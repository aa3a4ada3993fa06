import type { Context, MiddlewareHandler } from 'hono'
import { mostFileBytes } from '#domain/evidence.ts'
import type { Env } from './deps.ts'
import { invalid, Problem, signInFirst } from './problem.ts'

const megabyte = 1_048_576

/** The addresses that take bytes as they are; everything else takes JSON. */
const takesFile = (method: string, path: string) =>
  (method === 'PUT' && /^\/api\/evidence\/[^/]+\/file$/.test(path)) || (method === 'POST' && path === '/api/roster-imports')

/**
 * Bodies are JSON of at most 1 MB, or one file of at most 10 MB where a file is asked for. Anything else is refused before a route reads it: 415, 413,
 * 400 when it does not parse, or 422 when it holds what a database cannot keep. Nothing is read beyond the limit, whatever the request says of its length.
 */
export const bodiesWithinBounds: MiddlewareHandler<Env> = async (c, next) => {
  if (!['POST', 'PUT', 'PATCH'].includes(c.req.method)) return next()
  const isFile = takesFile(c.req.method, c.req.path)
  // Nobody who is not signed in makes us hold megabytes.
  if (isFile && c.var.actor?.step !== 'signed-in') throw signInFirst()
  const bytes = await readUpTo(c, isFile ? mostFileBytes : megabyte)
  if (bytes === null)
    throw new Problem(413, isFile ? 'The file is larger than 10 MB. Choose a smaller one' : 'That is more than 1 MB. Send less at once')
  if (bytes.length === 0) return next()
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (isFile) {
    if (type !== 'application/octet-stream') throw new Problem(415, 'Send the bytes of the file, with the content type application/octet-stream')
    return next()
  }
  if (type !== 'application/json') throw new Problem(415, 'Send JSON, with the content type application/json')
  const unkept = pointerToNul(parsed(await c.req.text()))
  if (unkept !== null) throw invalid([{ pointer: unkept, detail: 'This holds a character that cannot be kept. Type it again' }])
  return next()
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem(400, 'The request is not well formed JSON')
  }
}

/** Where a body holds the character NUL, which PostgreSQL cannot store; null when nowhere. */
function pointerToNul(value: unknown, pointer = ''): string | null {
  if (typeof value === 'string') return value.includes('\0') ? pointer : null
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inside] of Object.entries(value)) {
    const found = pointerToNul(inside, `${pointer}/${key}`)
    if (found !== null) return found
  }
  return null
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
