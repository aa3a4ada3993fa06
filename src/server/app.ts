import { createApi } from '#api/api.ts'
import type { ApiDeps, Edge } from '#api/deps.ts'
import { bareProblem } from '#api/problem.ts'
import { actorFor } from '#api/repository/sessions.ts'
import { evenly, type Pause } from './even-answers.ts'
import { dropCookie, keepCookie, sessionIn } from './cookies.ts'
import { sessionCache } from './session-cache.ts'
import type { AskApi } from '../drawing/draw-page.tsx'
import type { DrawPages } from './drawn-pages.ts'
import { packed } from './packed.ts'
import { headersForAll, headersForDocuments, isForeign, isLedHere } from './security.ts'

export interface AppDeps {
  api: ApiDeps
  pages: (request: Request) => Promise<Response | null>
  /** Draws pages before they are sent; where it is not given, browsers draw all of them. */
  draw?: DrawPages | undefined
  /** Told of each request when it is answered: nothing in it names anybody. */
  log: (line: { method: string; path: string; status: number; ms: number }) => void
  /** How answers wait that must all take alike; a timer where none is given. */
  pause?: Pause
}

export type App = (request: Request, address: string) => Promise<Response>

/** The edge of the product: cookies become who is asking, the built pages are served, and everything carries its security headers. */
export function createApp({ api: deps, pages, draw = () => Promise.resolve(null), log, pause }: AppDeps): App {
  const { origin } = deps.site
  const tls = origin.startsWith('https:')
  const api = createApi(deps)
  const sessions = sessionCache((token, now) => actorFor(deps.db, token, now))

  async function answerApi(request: Request, address: string): Promise<Response> {
    if (isForeign(request.method, request.headers, origin)) return bareProblem(403, 'This request does not come from Panel Pool’s own pages')
    const token = sessionIn(request.headers.get('cookie') ?? undefined, tls)
    let cookie: string | null = null
    const edge: Edge = {
      actor: token ? await sessions.find(token, deps.clock.now()) : null,
      address,
      keepSession: (kept) => (cookie = keepCookie(kept, tls)),
      dropSession: () => (cookie = dropCookie(tls)),
    }
    const response = await api.fetch(request, edge)
    if (request.method !== 'GET') sessions.drop()
    if (cookie) response.headers.append('Set-Cookie', cookie)
    return response
  }

  /** A page, drawn where that can be done here. What goes wrong in drawing it is reported, and its browser draws it. */
  async function answerPage(request: Request, address: string): Promise<Response | null> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return null
    if (request.method === 'HEAD' || !request.headers.get('accept')?.includes('text/html')) return pages(request)
    const cookie = request.headers.get('cookie')
    const ask: AskApi = (path, init) => {
      const asked = new Request(new URL(path, request.url), init)
      if (cookie) asked.headers.set('cookie', cookie)
      return answerApi(asked, address)
    }
    const drawn = await draw(request, ask).catch((error: unknown) => {
      deps.report(error)
      return null
    })
    if (!drawn) return pages(request)
    return cookie && isLedHere(request.headers) ? drawn : packed(request, drawn)
  }

  return async (request, address) => {
    const began = performance.now()
    const { pathname } = new URL(request.url)
    const forApi = pathname === '/api' || pathname.startsWith('/api/') || pathname === wellKnownKeys
    const asked = pathname === wellKnownKeys ? new Request(new URL('/api/issuer/keys', request.url), request) : request
    const response = forApi
      ? await evenly(request.method, pathname, async () => packed(request, await answerApi(asked, address)), pause)
      : ((await answerPage(request, address)) ?? bareProblem(404, 'There is nothing at this address'))
    const document = forApi || (response.headers.get('content-type') ?? '').startsWith('text/html')
    for (const [name, value] of Object.entries({ ...headersForAll(tls), ...(document ? headersForDocuments(tls) : {}) }))
      // A file that somebody sent comes with a stricter policy of its own.
      if (!response.headers.has(name)) response.headers.set(name, value)
    log({ method: request.method, path: withoutIds(pathname), status: response.status, ms: Math.round(performance.now() - began) })
    return response
  }
}

/** Where other people's software looks for the keys that certificates are signed with; the API answers it. */
const wellKnownKeys = '/.well-known/jwks.json'

/** Ids, and the codes of certificates, lead to people, so the log does without them. */
const withoutIds = (path: string) => path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replace(/\/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/g, '/:code')
