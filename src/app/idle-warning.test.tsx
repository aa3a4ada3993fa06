// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { paths } from '#paths'
import { ask, startWith, visit } from '#testing/visit.tsx'

// Only the clock and what repeats are held: the page and its API go on as ever, and both read the same clock.
beforeEach(() => {
  localStorage.clear()
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const idleFor = (minutes: number) =>
  act(async () => {
    vi.setSystemTime(Date.now() + minutes * 60_000)
    await vi.advanceTimersByTimeAsync(5_000)
  })

async function aCoordinatorOnTheRoster() {
  await startWith('ordinary-week', 'coordinator')
  const page = visit(`${paths.roster()}?name=pritchard`)
  await screen.findByRole('link', { name: 'Bryn Pritchard' })
  // The warning's own code is fetched beside the page, once it is known who is here.
  await screen.findByRole('link', { name: 'Marguerite Osei-Lowther' })
  await act(() => import('./stay-signed-in.tsx').then(() => undefined))
  await idleFor(0)
  return page
}

test('staff are warned two minutes before they are signed out, and stay signed in when they say so', async () => {
  const { user } = await aCoordinatorOnTheRoster()
  await idleFor(27)
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  await idleFor(1)
  expect(await screen.findByRole('dialog', { name: 'Are you still there?' })).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Stay signed in' }))
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  await idleFor(20)
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  expect((await ask('GET', '/session')).step).toBe('signed-in')
})

test('staff who do nothing are told that they were signed out, and sign in again in place', async () => {
  const { user } = await aCoordinatorOnTheRoster()
  await idleFor(28)
  await idleFor(3)
  expect(await screen.findByRole('dialog', { name: 'You have been signed out' })).toHaveTextContent('What you typed is still on this page')
  expect((await ask('GET', '/session')).step).toBe('signed-out')
  await user.click(screen.getByRole('button', { name: 'Sign in again' }))
  expect(await screen.findByLabelText('Passphrase')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Not now' }))
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
})

test('a learner is never warned', async () => {
  await startWith('ordinary-week', 'learner')
  visit(paths.training())
  await screen.findByRole('heading', { level: 1, name: 'Training' })
  await act(() => import('./stay-signed-in.tsx').then(() => undefined))
  await idleFor(0)
  await idleFor(60)
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
})
