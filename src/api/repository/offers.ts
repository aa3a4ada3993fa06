import type { Away, Capacity, InHand, Offer } from '#domain/capacity.ts'
import type { PoolRole } from '#domain/person.ts'
import type { Db } from './database.ts'

/** What several members offer, by their ids; nobody who has not said anything yet. */
export async function offersOf(db: Db, personIds: readonly string[]): Promise<Map<string, Offer>> {
  const members = await db.selectFrom('member').select(['person_id', 'days_a_month', 'most_reviews']).where('person_id', 'in', personIds).execute()
  const months = await db
    .selectFrom('capacity_month')
    .select(['person_id', 'month', 'days', 'most_reviews'])
    .where('person_id', 'in', personIds)
    .orderBy('month')
    .execute()
  const monthsOf = Map.groupBy(months, ({ person_id }) => person_id)
  return new Map(
    members.map(({ person_id, days_a_month, most_reviews }) => [
      person_id,
      {
        daysAMonth: days_a_month,
        mostReviews: most_reviews,
        months: (monthsOf.get(person_id) ?? []).map(({ month, days, most_reviews: most }) => ({ month, days, mostReviews: most })),
      },
    ]),
  )
}

export interface KnownCapacity extends Capacity {
  commitments: readonly (InHand & { id: string })[]
  availability: readonly (Away & { id: string })[]
}

/** All that says how free several people are, by their ids: of everybody who is asked about. */
export async function capacitiesOf(db: Db, personIds: readonly string[]): Promise<Map<string, KnownCapacity>> {
  const offers = await offersOf(db, personIds)
  const held = await db
    .selectFrom('commitment')
    .select(['id', 'person_id', 'role', 'from_on', 'to_on', 'days'])
    .where('person_id', 'in', personIds)
    .where('removed_at', 'is', null)
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  const away = await db
    .selectFrom('availability')
    .select(['id', 'person_id', 'from_on', 'to_on', 'state', 'roles'])
    .where('person_id', 'in', personIds)
    .where('removed_at', 'is', null)
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  const heldBy = Map.groupBy(held, ({ person_id }) => person_id)
  const awayOf = Map.groupBy(away, ({ person_id }) => person_id)
  return new Map(
    personIds.map((id) => [
      id,
      {
        offer: offers.get(id) ?? { daysAMonth: null, mostReviews: null, months: [] },
        // The database holds only words that its schema allows.
        commitments: (heldBy.get(id) ?? []).map((row) => ({
          id: row.id,
          role: row.role as PoolRole,
          from: row.from_on,
          to: row.to_on,
          days: row.days,
        })),
        availability: (awayOf.get(id) ?? []).map((row) => ({
          id: row.id,
          from: row.from_on,
          to: row.to_on,
          state: row.state as Away['state'],
          roles: (row.roles ? row.roles.split(',') : []) as PoolRole[],
        })),
      },
    ]),
  )
}
