// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { firstDayOf, lastDayOf, monthOf, monthsAfter } from '#domain/month.ts'
import { showMonth } from '#lib/show.ts'
import { paths } from '#paths'
import { ask, become, startWith, visit } from '#testing/visit.tsx'

/** Months are told by how many after this one they are. */
interface Given {
  most?: number
  other?: { ahead: number; days: number; most?: number }[]
  review?: { from: number; to: number; days: number }
  away?: { ahead: number; state: string; roles?: string[]; days?: [first: string, last: string] }[]
}

/** A member who offers 6 days a month and at most 2 reviews at once, and of whom nothing else is known than is given. Their page is not open yet. */
async function aMember({ most = 2, other = [], review, away = [] }: Given) {
  await startWith('ordinary-week', 'coordinator')
  const id: string = (await ask('GET', '/people?name=pritchard')).people[0].id
  const before = await ask('GET', `/people/${id}/member`)
  const month = (ahead: number) => monthsAfter(monthOf(before.today), ahead)
  for (const one of before.availability) await ask('DELETE', `/availability/${one.id}`, undefined, one.version)
  for (const one of before.commitments) await ask('DELETE', `/commitments/${one.id}`, undefined, one.version)
  const months = other.map((one) => ({ month: month(one.ahead), days: one.days, mostReviews: one.most ?? null }))
  await ask('PUT', `/people/${id}/member/capacity`, { daysAMonth: 6, mostReviews: most, months }, before.version)
  const inHand = { reference: 'NE-2026-014', authority: 'durham-county-council', role: 'author' }
  if (review) {
    const [from, to] = [firstDayOf(month(review.from)), lastDayOf(month(review.to))]
    await ask('POST', `/people/${id}/commitments`, { ...inHand, from, to, days: review.days })
  }
  for (const { ahead, state, roles = [], days } of away) {
    const [from, to] = days ? days.map((day) => `${month(ahead)}-${day}`) : [firstDayOf(month(ahead)), lastDayOf(month(ahead))]
    await ask('POST', `/people/${id}/availability`, { from, to, state, roles, note: '', readWarning: false })
  }
  return { id, month }
}

const months = async () => within(await screen.findByRole('list', { name: 'Capacity by month' })).getAllByRole('listitem')
/** What the months say, each part on its own. */
const said = async () => (await months()).map((one) => [...one.children].map((part) => part.textContent))

test('each month says how many days are left of those offered, and how many reviews are in hand of the most at once', async () => {
  const { month } = await aMember({ review: { from: 2, to: 3, days: 4 } })
  await become('learner-member')
  visit(paths.membership())
  const strip = await said()
  expect(strip).toHaveLength(18)
  const free = ['6 of 6 days left', '0 of 2 reviews in hand']
  const taken = ['2 of 6 days left', '1 of 2 reviews in hand']
  expect(strip).toEqual(strip.map((_, ahead) => [showMonth(month(ahead), 'short'), ...(ahead === 2 || ahead === 3 ? taken : free)]))
})

test('a month for which other figures were given says them and that they are other figures, and no other month says so', async () => {
  const { month } = await aMember({ other: [{ ahead: 5, days: 1, most: 1 }] })
  await become('learner-member')
  visit(paths.membership())
  const strip = await said()
  expect(strip[5]).toEqual([showMonth(month(5), 'short'), '1 of 1 day left', '0 of 1 review in hand', 'Other figures this month'])
  expect(strip.filter((parts) => parts.includes('Other figures this month'))).toHaveLength(1)
  expect(strip[4]).toEqual([showMonth(month(4), 'short'), '6 of 6 days left', '0 of 2 reviews in hand'])
  expect(screen.getByText(`6 days a month, at most 2 reviews at once; other figures for ${showMonth(month(5))}`)).toBeInTheDocument()
})

test('a month whose reviews take more than is offered says by how many days', async () => {
  await aMember({ review: { from: 1, to: 2, days: 4 }, other: [{ ahead: 2, days: 1 }] })
  await become('learner-member')
  visit(paths.membership())
  const [, usual = [], over = []] = await said()
  expect(usual).toContain('2 of 6 days left')
  expect(over).toContain('3 days over')
})

test('a month with a time away says how free they are then, on which days, and for which roles where it is not for all', async () => {
  await aMember({
    away: [
      { ahead: 2, state: 'unavailable', days: ['10', '14'] },
      { ahead: 3, state: 'limited', days: ['03', '20'], roles: ['chair'] },
      { ahead: 4, state: 'unavailable', days: ['07', '07'] },
    ],
  })
  await become('learner-member')
  visit(paths.membership())
  const strip = await said()
  expect(strip[2]?.slice(3)).toEqual(['Unavailable 10–14'])
  expect(strip[3]?.slice(3)).toEqual(['Limited 3–20 (Chair)'])
  expect(strip[4]?.slice(3)).toEqual(['Unavailable 7'])
  expect(strip.filter((parts) => parts.length > 3)).toHaveLength(3)
})

test('the sentence above the months says from which there is room, what is left in it, and the first after it without', async () => {
  const none = [0, 1, 4].map((ahead) => ({ ahead, days: 0 }))
  const { month } = await aMember({ other: none })
  await become('learner-member')
  visit(paths.membership())
  const sentence = `Room for another review from ${showMonth(month(2))} (6 days left in that month); none in ${showMonth(month(4))}.`
  expect(await screen.findByText(sentence)).toBeInTheDocument()
  const strip = await said()
  for (const ahead of [0, 1, 4]) expect(strip[ahead]).toContain('0 of 0 days left')
  for (const ahead of [2, 3, 5]) expect(strip[ahead]).toContain('6 of 6 days left')
})

test('a month throughout which somebody is unavailable is not called one with room, and one in which they cannot serve in one role is', async () => {
  const { month } = await aMember({
    away: [
      { ahead: 0, state: 'unavailable' },
      { ahead: 1, state: 'unavailable', roles: ['chair'] },
      { ahead: 3, state: 'unavailable' },
    ],
  })
  await become('learner-member')
  visit(paths.membership())
  const sentence = `Room for another review from ${showMonth(month(1))} (6 days left in that month); none in ${showMonth(month(3))}.`
  expect(await screen.findByText(sentence)).toBeInTheDocument()
})

test('somebody who takes on no more reviews is said to have no room in any of the months', async () => {
  await aMember({ most: 0 })
  await become('learner-member')
  visit(paths.membership())
  expect(await screen.findByText('No room for another review in the next 18 months.')).toBeInTheDocument()
  for (const parts of await said()) expect(parts).toContain('0 of 0 reviews in hand')
})

test('of somebody who has not said what they can give, every month says so, and the sentence that nobody can say when they are free', async () => {
  await startWith('ordinary-week', 'coordinator')
  const { people } = await ask('GET', '/people?left=not-said')
  visit(paths.personCapacity(people[0].id))
  expect(await screen.findByText('Nothing is known yet of what this person can give, so nobody can say when they are free.')).toBeInTheDocument()
  const strip = await said()
  expect(strip).toHaveLength(18)
  for (const [, left, inHand] of strip) {
    expect(left).toBe('Not said')
    expect(inHand).toMatch(/^\d+ reviews? in hand$/)
  }
})

test('a coordinator reads the same months and the same sentence on a person’s page as the member on their own', async () => {
  const { id } = await aMember({
    review: { from: 0, to: 4, days: 6 },
    other: [{ ahead: 3, days: 8 }],
    away: [{ ahead: 6, state: 'tentative', days: ['02', '09'] }],
  })
  const theirs = visit(paths.personCapacity(id))
  const finding = (await screen.findByText(/^Room for another review from /)).textContent
  const strip = await said()
  expect(strip[6]).toContain('Not sure yet 2–9')
  theirs.unmount()
  await become('learner-member')
  visit(paths.membership())
  expect(await screen.findByText(finding)).toBeInTheDocument()
  expect(await said()).toEqual(strip)
})
