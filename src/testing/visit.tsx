import '@testing-library/jest-dom/vitest'
import { join } from 'node:path'
import { cleanup, configure, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, inject } from 'vitest'
import type { ApiDeps } from '#api/deps.ts'
import { memoryFiles } from '#api/memory-files.ts'
import type { Db } from '#api/repository/database.ts'
import { startSession } from '#api/repository/sessions.ts'
import { App, startRouter } from '#app/app.tsx'
import { makeQueryClient } from '#lib/query-client.ts'
import type { Framework } from '#domain/framework.ts'
import { type MockHome, openMockHome } from '#mocks/mock-home.ts'
import { worlds } from '#mocks/worlds/worlds.ts'
import { openSqlite } from '#server/sqlite.ts'
import { worldImage } from './world-image.ts'

// The first visit loads the code of its page, which takes a while on a busy machine.
configure({ asyncUtilTimeout: 10_000 })
// jsdom draws nothing, so it has nothing to scroll.
window.scrollTo = () => {}
Element.prototype.scrollIntoView = () => {}

let home: MockHome
let database: Db
let session: string | null = null
let close = async () => {}
/** What was asked and is not answered yet: the database stays open until it is. */
const asked = new Set<Promise<unknown>>()
/** After a test, a page that looks ahead may still ask for something: it finds no server, as a closed tab would not care. */
let closed = false

const server = setupServer(
  http.all('/api/*', async ({ request }) => {
    const body = request.body ? await request.arrayBuffer() : null
    if (closed) return HttpResponse.error()
    const answer = home.ask({
      kind: 'request',
      method: request.method,
      url: request.url,
      headers: Object.fromEntries(request.headers),
      body,
      session,
    })
    asked.add(answer)
    const reply = await answer.finally(() => asked.delete(answer))
    if (reply.session !== undefined) session = reply.session
    return new HttpResponse(reply.status === 204 ? null : reply.body, { status: reply.status, headers: reply.headers })
  }),
)

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterAll(() => server.close())
afterEach(async () => {
  cleanup()
  server.resetHandlers()
  while (asked.size > 0) await Promise.allSettled(asked)
  closed = true
  await close()
})

/** Opens a world, over a database in memory, as one of its personas; with other content than ships, where a test needs it. */
export async function startWith(name: string, persona: string, content?: ApiDeps['content']): Promise<void> {
  const world = worlds[name]
  if (!world) throw new Error(`There is no world named ${name}`)
  const db = openSqlite(':memory:', await worldImage(join(inject('worlds'), `${name}.sqlite`), world))
  close = () => db.destroy()
  closed = false
  database = db
  home = openMockHome(world, db, memoryFiles(), location.origin, () => Promise.resolve(), content)
  await become(persona)
}

/** Goes on in the same world as another of its personas. */
export async function become(persona: string): Promise<void> {
  session = (await home.ask({ kind: 'become', persona })).session
}

/** What the same person does in another tab, without its pages. Answers with the body. */
export async function ask(method: string, path: string, body?: unknown, version?: number): Promise<any> {
  const { answered, session: kept } = await send(session, method, path, body, version)
  if (kept !== undefined) session = kept
  return answered
}

/** What somebody else of the world, who is known by their name, does meanwhile, without its pages. Answers with the body. */
export async function askAs(name: string, method: string, path: string, body?: unknown, version?: number): Promise<any> {
  const { id } = await database
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select('account.id')
    .where('person.name', '=', name)
    .executeTakeFirstOrThrow()
  const theirs = await database.transaction().execute((tx) => startSession(tx, id, 'signed-in', new Date()))
  return (await send(theirs, method, path, body, version)).answered
}

/** Moves the checks that somebody handed in, who is known by their name, back to a moment, as if the world had been there long enough. */
export async function handedInAt(name: string, moment: string): Promise<void> {
  const { id } = await database.selectFrom('person').select('id').where('name', '=', name).executeTakeFirstOrThrow()
  await database
    .updateTable('attempt')
    .set({ started_at: moment, submitted_at: moment })
    .where('person_id', '=', id)
    .where('submitted_at', 'is not', null)
    .execute()
}

/** Puts a version of the framework in use, as if it had been drafted, reviewed and published meanwhile. */
export async function publishMeanwhile(framework: Framework): Promise<void> {
  const at = new Date().toISOString()
  await database
    .insertInto('framework_version')
    .values({
      number: framework.version,
      state: 'published',
      document: JSON.stringify(framework),
      based_on: framework.version - 1,
      retires_on: null,
      created_at: at,
      published_at: at,
    })
    .execute()
}

async function send(as: string | null, method: string, path: string, body?: unknown, version?: number) {
  const reply = await home.ask({
    kind: 'request',
    method,
    url: `${location.origin}/api${path}`,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
    body: body === undefined ? null : new TextEncoder().encode(JSON.stringify(body)).buffer,
    session: as,
  })
  const text = new TextDecoder().decode(reply.body ?? undefined)
  if (reply.status >= 400) throw new Error(`${method} ${path} was refused: ${reply.status} ${text}`)
  return { answered: text === '' ? null : JSON.parse(text), session: reply.session }
}

/** The server trips over the next request of that kind, and over no other. `path` may hold wildcards. */
export function tripOnce(method: 'get' | 'post' | 'put', path: string): void {
  const title = 'Something went wrong on our side. What you sent was not saved'
  server.use(http[method](path, () => HttpResponse.json({ title, status: 500 }, { status: 500 }), { once: true }))
}

/** Draws the whole product at an address, and gives somebody to use it. */
export function visit(path: string) {
  history.replaceState(null, '', path)
  const client = makeQueryClient()
  return { user: userEvent.setup(), ...render(<App client={client} router={startRouter(client)} />) }
}
