import type { Client } from 'openapi-fetch'
import { ApiError, type ProblemDetails } from './api-error.ts'
import type { paths } from './contract.d.ts'

/** A page that the server drew was asked for just before. */
let asked = Date.now()
/** When this tab last asked the API anything, in milliseconds: the server counts how long somebody is idle from there. */
export const lastAsked = (): number => asked

type Ask = (address: string, init: RequestInit) => Promise<Response>

/** How a question reaches the API: over the network, but for a server that draws a page and answers itself. */
let ask: Ask = (address, init) => globalThis.fetch(new Request(`${globalThis.location?.origin ?? ''}${address}`, init))

/** Has every question go another way from now on. */
export function askThrough(way: Ask): void {
  ask = way
}

interface Sent {
  params?: { path?: Record<string, string | number>; query?: Record<string, string | number | readonly (string | number)[] | null | undefined> }
  body?: unknown
  headers?: Record<string, string>
  signal?: AbortSignal | null
  parseAs?: 'json' | 'text' | 'blob'
}

/** What openapi-fetch does of which this product makes use, in a fifth of its bytes, since every page carries them. */
async function send(method: string, path: string, { params, body, headers, signal = null, parseAs = 'json' }: Sent = {}) {
  asked = Date.now()
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params?.path?.[name])))
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(params?.query ?? {}))
    for (const one of [value].flat()) if (one !== undefined && one !== null) search.append(key, String(one))
  const isFile = body instanceof Blob
  const response = await ask(`${address}${search.size > 0 ? `?${search.toString()}` : ''}`, {
    method,
    signal,
    headers: { ...(body === undefined || isFile ? {} : { 'Content-Type': 'application/json' }), ...headers },
    body: body === undefined ? null : isFile ? body : JSON.stringify(body),
  })
  if (response.ok && parseAs !== 'json') return { data: await response[parseAs](), response }
  const text = await response.text()
  if (response.ok) return { data: text ? (JSON.parse(text) as unknown) : undefined, response }
  return { error: asProblem(text), response }
}

/** A proxy's own page, say, is no problem document. */
function asProblem(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** The API, typed by its contract. Reads go through `answer`; changes through `save` in `saving.ts`. */
export const api = {
  GET: (path: string, sent?: Sent) => send('GET', path, sent),
  POST: (path: string, sent?: Sent) => send('POST', path, sent),
  request: send,
  // The library's own types say what each address takes and gives.
} as unknown as Pick<Client<paths>, 'GET' | 'POST'> & { request: typeof send }

/**
 * What the API answered, or the refusal it gave.
 * @throws ApiError for anything but success; status 0 when no answer came.
 */
export async function answer<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call.catch((reason: unknown) => {
    if (reason instanceof DOMException && reason.name === 'AbortError') throw reason
    throw new ApiError({ status: 0, title: 'We cannot reach Panel Pool. Check your connection' })
  })
  // A success without a body is typed by the contract as undefined.
  if (response.ok) return data as T
  throw new ApiError(problemFrom(error, response))
}

function problemFrom(error: unknown, { status }: Response): ProblemDetails {
  if (typeof error === 'object' && error !== null && 'title' in error) return { ...(error as ProblemDetails), status }
  return { status, title: 'Something went wrong on our side. Try again in a moment' }
}
