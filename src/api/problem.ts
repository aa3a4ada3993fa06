import type { Context } from 'hono'
import type { z } from '@hono/zod-openapi'
import { ProblemBody } from '#domain/problem.schema.ts'

interface Extra {
  detail?: string
  errors?: { pointer: string; detail: string }[]
  /** The record as it is now, for a 412. */
  current?: unknown
  /** The moves that can be made, for a 409. */
  allowed?: string[]
  headers?: Record<string, string>
}

/** A refusal. Thrown anywhere below a route, and turned into `application/problem+json` in one place. */
export class Problem extends Error {
  readonly status: number
  readonly extra: Extra

  constructor(status: number, title: string, extra: Extra = {}) {
    super(title)
    this.status = status
    this.extra = extra
  }
}

export const notFound = () => new Problem(404, 'There is nothing at this address, or it is not yours to see')
export const signInFirst = () => new Problem(401, 'Sign in to go on')
export const refused = (why: string) => new Problem(403, why)
export const stale = (current: unknown) => new Problem(412, 'Someone changed this while you were working on it', { current })
export const conflict = (title: string, allowed: string[]) => new Problem(409, title, { allowed })
export const invalid = (errors: { pointer: string; detail: string }[]) => new Problem(422, 'Check what you entered', { errors })
export const tooMany = (seconds: number) =>
  new Problem(429, 'Too many tries. Wait a few minutes, then try again', { headers: { 'Retry-After': String(seconds) } })

export function problemResponse(c: Context, { status, message, extra: { headers, ...extra } }: Problem): Response {
  return c.body(JSON.stringify({ type: 'about:blank', title: message, status, ...extra }), status as 400, {
    'Content-Type': 'application/problem+json',
    ...headers,
  })
}

const titles: Record<number, string> = {
  400: 'The request is malformed',
  401: 'Nobody is signed in',
  403: 'Signed in, but not allowed; or sent by a page that is not ours',
  404: 'Not there, or not yours to see',
  409: 'Not possible in the state the record is in',
  412: 'Changed by someone else since it was read',
  413: 'The body is larger than 1 MB',
  415: 'The body is not JSON',
  422: 'Something in the request is wrong, and where',
  428: 'If-Match is missing',
  429: 'Too many tries',
  500: 'Something went wrong inside',
  503: 'Not able to answer just now',
}

/** The refusals a route can give, for its contract; any route can fail inside. */
export function problems<S extends number>(...statuses: S[]) {
  const entries = [...statuses, 500].map(
    (status) => [status, { description: titles[status] ?? 'Refused', content: { 'application/problem+json': { schema: ProblemBody } } }] as const,
  )
  return Object.fromEntries(entries) as Record<S, { description: string; content: { 'application/problem+json': { schema: typeof ProblemBody } } }>
}

/** zod's issues as pointers into the body, in words a person can act on. */
export const errorsFrom = (error: z.core.$ZodError, inBody: boolean) =>
  error.issues.flatMap((issue) => {
    const pointer = (path: PropertyKey[]) => (inBody ? path.map((step) => `/${String(step)}`).join('') : path.map(String).join('.'))
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ pointer: pointer([...issue.path, key]), detail: `This is not a known field: ${key}` }))
    return [{ pointer: pointer(issue.path), detail: inWords(issue) }]
  })

/** Our schemas say what to do in their own words; this is for what only a program could send, or a page that forgot a field. */
function inWords(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value' && issue.message.startsWith('Invalid')) return 'Choose one of the answers'
  if (issue.code === 'invalid_type' && issue.message.startsWith('Invalid')) return `Give this as a ${issue.expected}`
  return issue.message
}
