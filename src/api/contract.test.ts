import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '#server/app.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'

interface Operation {
  parameters?: { in: string; name: string }[]
  responses: Record<string, unknown>
}

let api: StartedApi
let session: string
let operations: { name: string; method: string; path: string; operation: Operation }[]
beforeAll(async () => {
  const [sqlite] = homes
  api = await startApi(sqlite!) // the first home is SQLite
  session = (await api.addOf('administrator')).session
  const { body } = await api.ask('GET', '/openapi.json')
  operations = Object.entries(body.paths as Record<string, Record<string, Operation>>).flatMap(([pattern, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${pattern}`,
      method: method.toUpperCase(),
      path: pattern.replace('/api', '').replace(/\{[^}]+\}/g, '01939a3c-7c1e-7d1a-9f52-0a4f5b6c7d8e'),
      operation,
    })),
  )
})
afterAll(() => api.stop())

const takesBody = (method: string) => ['POST', 'PUT', 'PATCH'].includes(method)
/** It takes bytes as they are, up to 10 MB; its own tests send what it refuses. */
const takesFile = (name: string) => name === 'PUT /api/evidence/{id}/file' || name === 'POST /api/roster-imports'
const declared = (operation: Operation) => Object.keys(operation.responses)

describe('every status that an operation can give is in its contract', () => {
  test('what is asked badly: malformed JSON, another media type, more than 1 MB', async () => {
    for (const { name, method, path, operation } of operations.filter((one) => takesBody(one.method) && !takesFile(one.name))) {
      for (const [sent, status] of [
        [{ text: '{"name":' }, 400],
        [{ text: 'a', headers: { 'content-type': 'text/plain' } }, 415],
        [{ text: JSON.stringify('a'.repeat(1_100_000)) }, 413],
      ] as const) {
        expect((await api.ask(method, path, { as: session, ifMatch: 1, ...sent })).status, name).toBe(status)
        expect(declared(operation), name).toContain(String(status))
      }
    }
  })

  test('what comes from a page that is not ours', async () => {
    const app = createApp({ api: api.deps, pages: async () => null, log: () => undefined })
    for (const { name, method, path, operation } of operations.filter((one) => one.method !== 'GET')) {
      const request = new Request(`https://pool.test/api${path}`, { method, headers: { origin: 'https://elsewhere.test' } })
      expect((await app(request, '192.0.2.1')).status, name).toBe(403)
      expect(declared(operation), name).toContain('403')
    }
  })

  test('what nobody is signed in for', async () => {
    for (const { name, method, path, operation } of operations) {
      const { status } = await api.ask(method, path, { ifMatch: 1 })
      expect(declared(operation), `${name} answered ${status}`).toContain(String(status))
    }
  })

  test('a key of a request that was used for another one, and one that is too short, where a key is taken', async () => {
    const keyed = operations.filter(
      ({ name, operation }) => !takesFile(name) && operation.parameters?.some((parameter) => parameter.name.toLowerCase() === 'idempotency-key'),
    )
    expect(keyed.length).toBeGreaterThan(5)
    for (const { name, method, path, operation } of keyed) {
      const short = await api.ask(method, path, { as: session, ifMatch: 1, body: {}, headers: { 'idempotency-key': 'short' } })
      // What this administrator may not do at all is refused before its key is looked at.
      expect([403, 404, 422], name).toContain(short.status)
      if (short.status === 422) expect(JSON.stringify(short.body), name).toContain('Idempotency-Key')
      expect(declared(operation), name).toContain('422')
    }
  })

  test('a fault inside', () => {
    for (const { name, operation } of operations) expect(declared(operation), name).toContain('500')
  })
})

test('every POST that makes something takes a key', async () => {
  const post = operations.filter(({ method }) => method === 'POST').map(({ name }) => name)
  const keyless = operations
    .filter(({ method, operation }) => method === 'POST' && !operation.parameters?.some(({ name }) => name.toLowerCase() === 'idempotency-key'))
    .map(({ name }) => name)
  expect(post.length).toBeGreaterThan(10)
  // These make nothing that could be made twice: a session is one more, a link works once, a question about a link or a certificate changes nothing.
  expect(keyless.toSorted()).toEqual([
    'POST /api/certificates/check',
    'POST /api/commands/preview',
    'POST /api/links/look',
    'POST /api/links/use',
    'POST /api/roster-files',
    'POST /api/session',
    'POST /api/session/second-factor',
    'POST /api/testimony/look',
  ])
})

test('a reply that its route does not declare is a fault, and what is wrong with it is reported', async () => {
  const regimes = [{ code: 'no more than a code' }] as never
  const broken = await startApi(homes[0]!, { content: { ...api.deps.content, regimes } })
  expect((await broken.ask('GET', '/regimes')).status).toBe(500)
  expect(String(broken.reported[0])).toContain('get /api/regimes answered 200 with a body its route does not declare')
  await broken.stop()
})
