import { createApi } from '#api/api.ts'
import type { ApiDeps, Edge, FileStore } from '#api/deps.ts'
import { runDueJobs } from '#api/due-jobs.ts'
import { migrate } from '#api/migrations/migrate.ts'
import { findByEmail } from '#api/repository/accounts.ts'
import type { Db } from '#api/repository/database.ts'
import { actorFor, startSession } from '#api/repository/sessions.ts'
import { content as shipped } from '#content/content.ts'
import { withFaults } from './faults.ts'
import type { AnsweredRequest, Ask, AskedRequest, Reply, WorldView } from './messages.ts'
import { mockPassphrases } from './mock-passphrases.ts'
import { issueAsTheyPassed } from './worlds/certificates.ts'
import { demoPassphrase, demoTotpSecret, type World } from './worlds/world.ts'
import { loadWorld, worlds } from './worlds/worlds.ts'

export interface MockHome {
  ask<A extends Ask>(ask: A): Promise<Reply<A>>
}

/** The file that every scanner agrees to call infected, so that a refusal can be seen here too. Source: EICAR. */
const mockScan: ApiDeps['scan'] = async (bytes) =>
  new TextDecoder().decode(bytes).includes('EICAR-STANDARD-ANTIVIRUS-TEST-FILE') ? 'infected' : 'clean'

const clock = { now: () => new Date() }

/** Fills an empty database with a world. */
export async function fill(db: Db, world: World): Promise<void> {
  await migrate(db)
  await loadWorld(db, world, clock.now(), shipped, { passphrase: await mockPassphrases.hash(demoPassphrase), totpSecret: demoTotpSecret })
}

/**
 * The API over a world's database, answering messages. It does what the server's edge does: it knows who asks by the session a tab keeps, and tells the
 * tab what to keep. `startAgain` empties the world and fills it afresh.
 */
export function openMockHome(
  world: World,
  db: Db,
  files: FileStore,
  origin: string,
  startAgain: () => Promise<void>,
  content: ApiDeps['content'] = shipped,
): MockHome {
  const deps: ApiDeps = {
    db,
    clock,
    content,
    passphrases: mockPassphrases,
    files,
    scan: mockScan,
    site: { origin, keepsMail: true, demo: true },
    checkReplies: true,
    report: (error) => console.error(error),
  }
  const api = createApi(deps)
  const fetchWithFaults = withFaults(world.faults, db, api.fetch)
  let tended: Promise<void> | undefined

  async function request({ method, url, headers, body, session }: AskedRequest): Promise<AnsweredRequest> {
    // A world may be opened days after it was made: what time alone does is done once, before the first answer.
    await (tended ??= issueAsTheyPassed(deps).then(() => runDueJobs(deps)))
    let kept: string | null | undefined
    const edge: Edge = {
      actor: session ? await actorFor(db, session, clock.now()) : null,
      address: 'this browser',
      keepSession: (token) => (kept = token),
      dropSession: () => (kept = null),
    }
    const response = await fetchWithFaults(new Request(url, { method, headers, body }), edge)
    const bytes = await response.arrayBuffer()
    return { status: response.status, headers: Object.fromEntries(response.headers), body: bytes.byteLength === 0 ? null : bytes, session: kept }
  }

  async function become(persona: string): Promise<{ session: string | null }> {
    const email = world.personas[persona]?.email
    const account = email ? await findByEmail(db, email) : undefined
    if (!account) return { session: null }
    return { session: await db.transaction().execute((tx) => startSession(tx, account.id, 'signed-in', clock.now())) }
  }

  return {
    // Each branch answers with the reply of its own kind, which the compiler cannot follow through a generic.
    ask: async <A extends Ask>(ask: A) => {
      const reply = {
        request: () => request(ask as AskedRequest),
        world: () => viewOf(world),
        become: () => become((ask as { persona: string }).persona),
        'start-again': () => startAgain().then(() => null),
      }
      return (await reply[ask.kind]()) as Reply<A>
    },
  }
}

const viewOf = ({ name, title, about, personas }: World): WorldView => ({
  name,
  title,
  about,
  personas: Object.entries(personas).map(([key, persona]) => ({ key, title: persona?.title ?? 'A visitor, not signed in' })),
  worlds: Object.values(worlds).map((world) => ({ name: world.name, title: world.title })),
})
