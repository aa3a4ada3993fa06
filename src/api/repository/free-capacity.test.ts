import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { v7 as newId } from 'uuid'
import { type Capacity, daysLeftIn, freeBetween as freeByRule, loadOn } from '#domain/capacity.ts'
import { monthOf } from '#domain/month.ts'
import { aCapacity, aWanted } from '#testing/any-capacity.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { capacityLeft, freeBetween, loadOnDay } from './free-capacity.ts'

/** How many members are drawn, and how many wishes each is asked about. */
const [members, wishes] = [60, 40]

describe.each(homes)('capacity over $name', (home) => {
  let api: StartedApi
  const pool = new Map<string, Capacity>()
  beforeAll(async () => {
    api = await startApi(home)
    for (const capacity of fc.sample(aCapacity, { numRuns: members, seed: 20_261_130 })) pool.set(await lay(capacity), capacity)
  })
  afterAll(() => api.stop())

  async function lay({ offer, commitments, availability }: Capacity): Promise<string> {
    const { person } = await api.add({ standing: 'active' })
    const entered = { person_id: person.id, entered_by: null, at: api.clock.now().toISOString(), removed_at: null }
    if (offer.daysAMonth !== null)
      await api.db
        .insertInto('member')
        .values({ person_id: person.id, specialisms: '[]', languages: '[]', days_a_month: offer.daysAMonth, most_reviews: offer.mostReviews })
        .execute()
    for (const { month, days, mostReviews } of offer.months)
      await api.db.insertInto('capacity_month').values({ person_id: person.id, month, days, most_reviews: mostReviews }).execute()
    for (const { role, from, to, days } of commitments)
      await api.db
        .insertInto('commitment')
        .values({ id: newId(), ...entered, reference: 'NE-1', authority: 'kent', role, from_on: from, to_on: to, days })
        .execute()
    for (const { from, to, state, roles } of availability)
      await api.db
        .insertInto('availability')
        .values({ id: newId(), ...entered, from_on: from, to_on: to, state, roles: roles.toSorted().join(','), note: '' })
        .execute()
    // What was taken back counts for nothing.
    await api.db
      .insertInto('availability')
      .values({
        id: newId(),
        ...entered,
        removed_at: entered.at,
        from_on: '2026-01-01',
        to_on: '2036-01-01',
        state: 'unavailable',
        roles: '',
        note: '',
      })
      .execute()
    return person.id
  }

  test('lists find those free between two days whom the rule finds, and no others', async () => {
    for (const wanted of fc.sample(aWanted, { numRuns: wishes, seed: 7 })) {
      const rows = await api.db.selectFrom('person').select('id').where('standing', '=', 'active').where(freeBetween(wanted)).execute()
      const free = [...pool].filter(([, capacity]) => freeByRule(capacity, wanted).length === 0).map(([id]) => id)
      expect(rows.map(({ id }) => id).toSorted(), JSON.stringify(wanted)).toEqual(free.toSorted())
    }
  })

  test('lists count the days left in a month and the reviews in hand on a day as the rule does', async () => {
    for (const { from } of fc.sample(aWanted, { numRuns: wishes, seed: 8 })) {
      const month = monthOf(from)
      const rows = await api.db
        .selectFrom('person')
        .select(['id', capacityLeft(month).as('left'), loadOnDay(from).as('load')])
        .where('standing', '=', 'active')
        .execute()
      const found = new Map(rows.map(({ id, left, load }) => [id, { left, load }]))
      for (const [id, { offer, commitments }] of pool)
        expect(found.get(id), `${month} ${from}`).toEqual({ left: daysLeftIn(offer, commitments, month), load: loadOn(commitments, from) })
    }
  })
})
