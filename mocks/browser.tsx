import { createRoot } from 'react-dom/client'
import { http, HttpResponse } from 'msw/http'
import { setupWorker } from 'msw/browser'
import { type Connection, connect } from './connect.ts'
import type { WorldView } from './messages.ts'
import { MockBar } from './mock-bar.tsx'

const kept = { session: 'panel-pool:session', world: 'panel-pool:world' }
const usual = 'ordinary-week'

/**
 * Starts the product's own API in the browser, before the page asks anything. `?world=` opens a named state of the product and `?persona=` chooses who you
 * are; both are kept for this tab and leave the address.
 */
export async function startMocks(): Promise<void> {
  const address = new URL(location.href)
  const { connection, world, fault } = await openWorld(address.searchParams.get('world') ?? sessionStorage.getItem(kept.world) ?? usual)
  if (world.name !== sessionStorage.getItem(kept.world)) sessionStorage.removeItem(kept.session)
  sessionStorage.setItem(kept.world, world.name)
  const persona = address.searchParams.get('persona')
  if (persona) await become(connection, persona)
  if (address.searchParams.has('world') || persona) {
    address.searchParams.delete('world')
    address.searchParams.delete('persona')
    history.replaceState(history.state, '', address)
  }
  // The worker that answers is in this browser: for the network to drop, somebody has to cut it.
  let cut = false
  const carry = (request: Request) => (cut ? HttpResponse.error() : handOver(connection, request))
  const keys = http.get('/.well-known/jwks.json', ({ request }) => carry(new Request(new URL('/api/issuer/keys', request.url))))
  await setupWorker(
    http.all('/api/*', ({ request }) => carry(request)),
    keys,
  ).start({ quiet: true, onUnhandledFrame: 'bypass' })
  const bar = document.createElement('div')
  document.body.prepend(bar)
  createRoot(bar).render(
    <MockBar
      shared={connection.shared}
      world={world}
      fault={fault}
      onBecome={async (key) => {
        await become(connection, key)
        location.assign('/')
      }}
      onCut={(now) => {
        cut = now
        if (!now) dispatchEvent(new Event('online'))
      }}
      onOpen={(name) => location.assign(`/?world=${name}`)}
      onStartAgain={async () => {
        await connection.ask({ kind: 'start-again' })
        sessionStorage.removeItem(kept.session)
        location.assign('/')
      }}
    />,
  )
}

/** Opens a world by its name; where there is none of that name the usual one opens instead, and `fault` says why. */
async function openWorld(name: string): Promise<{ connection: Connection; world: WorldView; fault: string | null }> {
  const open = async (named: string) => {
    const connection = await connect(named)
    return { connection, world: await connection.ask({ kind: 'world' }), fault: null }
  }
  if (name === usual) return open(usual)
  try {
    return await open(name)
  } catch (error) {
    const [why = ''] = String(error instanceof Error ? error.message : error).split('\n')
    return { ...(await open(usual)), fault: why.replace(/^Error: /, '') }
  }
}

async function become(connection: Connection, persona: string): Promise<void> {
  const { session } = await connection.ask({ kind: 'become', persona })
  keep(session)
}

function keep(session: string | null): void {
  if (session === null) sessionStorage.removeItem(kept.session)
  else sessionStorage.setItem(kept.session, session)
}

/** Hands a request of the page to the API, and back what it answers. The session is kept by this tab, as a cookie would be. */
async function handOver(connection: Connection, request: Request): Promise<Response> {
  const { status, headers, body, session } = await connection.ask({
    kind: 'request',
    method: request.method,
    url: request.url,
    headers: Object.fromEntries(request.headers),
    body: request.body ? await request.arrayBuffer() : null,
    session: sessionStorage.getItem(kept.session),
  })
  if (session !== undefined) keep(session)
  return new HttpResponse(status === 204 || status === 304 ? null : body, { status, headers })
}
