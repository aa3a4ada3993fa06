import { expect, test } from 'vitest'
import type { Actor } from '#api/deps.ts'
import { sessionCache } from './session-cache.ts'

const actor = { sessionId: 's', accountId: 'a', personId: 'p', name: 'Some Body', roles: [], step: 'signed-in' } satisfies Actor
const at = (milliseconds: number) => new Date(milliseconds)

function counted(answers: (Actor | null)[]) {
  let asked = 0
  const cache = sessionCache(async () => answers[Math.min(asked++, answers.length - 1)] ?? null)
  return { ...cache, asked: () => asked }
}

test('a session is looked up once in two seconds, and again after them', async () => {
  const cache = counted([actor])
  await cache.find('token', at(0))
  await cache.find('token', at(1999))
  expect(cache.asked()).toBe(1)
  await cache.find('token', at(2000))
  expect(cache.asked()).toBe(2)
})

test('after a change here nothing is remembered: a suspension counts at once', async () => {
  const cache = counted([actor, null])
  await cache.find('token', at(0))
  cache.drop()
  expect(await cache.find('token', at(1))).toBeNull()
})

test('what was read before a change is not kept after it', async () => {
  let answer: (found: Actor | null) => void = () => {}
  const cache = sessionCache(() => new Promise((resolve) => (answer = resolve)))
  const reading = cache.find('token', at(0))
  cache.drop()
  answer(actor)
  await reading
  const again = cache.find('token', at(1))
  answer(null)
  expect(await again).toBeNull()
})

test('nobody is not remembered: who signs in a moment later is let in', async () => {
  const cache = counted([null, actor])
  expect(await cache.find('token', at(0))).toBeNull()
  expect(await cache.find('token', at(1))).toBe(actor)
})
