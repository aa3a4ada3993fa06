import { createApi } from '#api/api.ts'
import type { ApiDeps, Edge } from '#api/deps.ts'
import { memoryFiles } from '#api/memory-files.ts'
import { migrate } from '#api/migrations/migrate.ts'
import { actorFor } from '#api/repository/sessions.ts'
import type { Role } from '#domain/account.ts'
import type { Region } from '#domain/region.ts'
import type { Home } from './databases.ts'
import { standingClock } from './clock.ts'
import { someDossiers } from './dossier.ts'
import { aFramework } from './framework.ts'
import { aModule, aPath } from './module.ts'
import { addSomeone, type Someone } from './someone.ts'

export interface Asked {
  /** A session token, as the edge would have kept it. */
  as?: string | undefined
  body?: unknown
  /** Sent as it is, for bodies that are not JSON. */
  text?: string
  /** Sent as a file is. */
  bytes?: Uint8Array<ArrayBuffer>
  headers?: Record<string, string>
  ifMatch?: number
  /** The network address that asks. */
  address?: string
}

export interface Answer {
  status: number
  // Each test knows what it asked for.
  body: any
  headers: Headers
  /** What was answered, where it is not JSON. */
  bytes: Uint8Array
  /** The token of a session that this request began, or null when it ended one. */
  session: string | null | undefined
}

/** The whole API over one database, as an edge would call it. Passphrases are hashed by reversing them: the real hash has tests of its own. */
export async function startApi(home: Home, changed: Partial<ApiDeps> = {}) {
  const db = changed.db ?? (await home.open())
  await migrate(db)
  const clock = standingClock()
  const reported: unknown[] = []
  const reverse = (text: string) => text.split('').toReversed().join('')
  const deps: ApiDeps = {
    db,
    clock,
    content: { modules: [aModule()], paths: [aPath()], regimes: [], sources: [], frameworks: [aFramework()], dossiers: someDossiers() },
    passphrases: { hash: async (text) => reverse(text), verify: async (text, stored) => reverse(text) === stored },
    site: { origin: 'https://pool.test', keepsMail: true, demo: false },
    files: memoryFiles(),
    scan: async () => 'clean',
    checkReplies: true,
    report: (error) => reported.push(error),
    ...changed,
  }
  const api = createApi(deps)

  async function ask(
    method: string,
    path: string,
    { as, body, text, bytes, headers = {}, ifMatch, address = '127.0.0.1' }: Asked = {},
  ): Promise<Answer> {
    let session: string | null | undefined
    const edge: Edge = {
      actor: as ? await actorFor(db, as, clock.now()) : null,
      address,
      keepSession: (token) => (session = token),
      dropSession: () => (session = null),
    }
    const sent = text ?? bytes ?? (body === undefined ? undefined : JSON.stringify(body))
    const request = new Request(`https://pool.test/api${path}`, {
      method,
      ...(sent === undefined ? {} : { body: sent }),
      headers: {
        ...(sent === undefined ? {} : { 'content-type': bytes ? 'application/octet-stream' : 'application/json' }),
        ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
        ...headers,
      },
    })
    const response = await api.fetch(request, edge)
    const received = new Uint8Array(await response.arrayBuffer())
    const answered = new TextDecoder().decode(received)
    const isJson = (response.headers.get('content-type') ?? '').includes('json')
    return {
      status: response.status,
      body: isJson ? answered && JSON.parse(answered) : answered,
      headers: response.headers,
      bytes: received,
      session,
    }
  }

  return {
    db,
    clock,
    deps,
    api,
    ask,
    reported,
    /** Somebody with an account, signed in. */
    add: (someone?: Someone) => addSomeone(db, clock.now(), someone),
    /** Somebody of a role, signed in, with an address and a name made from it. */
    addOf: (role: Role, region: Region | null = null) =>
      addSomeone(db, clock.now(), { name: `Some ${role} ${region ?? ''}`.trim(), roles: [{ role, region }] }),
    stop: () => db.destroy(),
  }
}

export type StartedApi = Awaited<ReturnType<typeof startApi>>
