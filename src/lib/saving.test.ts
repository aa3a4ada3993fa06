// @vitest-environment jsdom
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { save, savesAreOf } from './saving.ts'

const keys: (string | null)[] = []
let works = false
const server = setupServer(
  http.post('/api/session', ({ request }) => {
    keys.push(request.headers.get('idempotency-key'))
    return works ? HttpResponse.json({ step: 'signed-out' }) : new HttpResponse(null, { status: 503 })
  }),
)
beforeAll(() => server.listen())
afterAll(() => server.close())

const body = { email: 'amara.okafor@example.org', passphrase: 'a passphrase of hers' }
/** Waits until the server refused once, and then lets the network come back, so that the save goes on at once. */
const lateOnce = (then: () => void) => () => {
  then()
  setTimeout(() => dispatchEvent(new Event('online')))
}

test('a change that the server does not answer is sent again under the same key until it does', async () => {
  savesAreOf('amara')
  await save('POST', '/api/session', { body, onLate: lateOnce(() => (works = true)) })
  expect(keys).toHaveLength(2)
  expect(new Set(keys).size).toBe(1)
})

test('a change that still waits when somebody else has signed in is never sent as theirs', async () => {
  works = false
  keys.length = 0
  savesAreOf('amara')
  await expect(save('POST', '/api/session', { body, onLate: lateOnce(() => savesAreOf('bryn')) })).rejects.toThrow('Somebody else has signed in here')
  expect(keys).toHaveLength(1)
})
