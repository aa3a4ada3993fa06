// @vitest-environment jsdom
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { sessionQuery } from '#features/accounts/session.queries.ts'
import { makeQueryClient } from '#lib/query-client.ts'
import { save, savesAreOf } from '#lib/saving.ts'
import { type Answers, takeDrawn } from './drawn.ts'

const server = setupServer(http.put('/api/enrolments/1/place', () => new HttpResponse(null, { status: 503 })))
beforeAll(() => server.listen())
afterAll(() => server.close())
afterEach(() => document.body.replaceChildren())

/** A page as the server would have drawn it with these answers. */
function drawnWith(answers: Answers): void {
  const data = document.createElement('script')
  data.type = 'application/json'
  data.id = 'drawn-answers'
  data.textContent = JSON.stringify(answers)
  document.body.append(data)
}

test('a browser takes over what the API answered while its page was drawn', () => {
  const session = { step: 'signed-out', account: null, idleMinutes: null, demoCode: null }
  drawnWith([
    [['session'], session],
    [['key-skills', 'current'], { title: 'The key skills' }],
  ])
  const client = makeQueryClient()
  expect(takeDrawn(client)).toBe(true)
  expect(client.getQueryData(sessionQuery.queryKey)).toEqual(session)
  expect(client.getQueryData(['key-skills', 'current'])).toEqual({ title: 'The key skills' })
})

test('a page that no server drew is known as one', () => {
  expect(takeDrawn(makeQueryClient())).toBe(false)
})

test('what somebody changes on a page that was drawn for them is never sent as somebody else', async () => {
  drawnWith([[['session'], { step: 'signed-in', account: { id: 'amara' } }]])
  takeDrawn(makeQueryClient())
  const others = () => {
    savesAreOf('bryn')
    setTimeout(() => dispatchEvent(new Event('online')))
  }
  await expect(
    save('PUT', '/api/enrolments/{id}/place', { path: { id: '1' }, ifMatch: 1, body: { lesson: 'why', block: null }, onLate: others }),
  ).rejects.toThrow('Somebody else has signed in here')
})
