import createClient from 'openapi-fetch'
import { ApiError, type ProblemDetails } from './api-error.ts'
import type { paths } from './contract.d.ts'

let asked = 0
/** When this tab last asked the API anything, in milliseconds: the server counts how long somebody is idle from there. */
export const lastAsked = (): number => asked

/** The API, typed by its contract. Reads go through `answer`; changes through `save` in `saving.ts`. */
export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? '',
  fetch: (request) => {
    asked = Date.now()
    return globalThis.fetch(request)
  },
})

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
