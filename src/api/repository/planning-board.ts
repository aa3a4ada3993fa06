import type { AvailabilityState } from '#domain/member.ts'
import { firstDayOf, lastDayOf } from '#domain/month.ts'
import type { PoolRole } from '#domain/person.ts'
import type { BoardFacts } from '#domain/planning-board.ts'
import type { PoolCheckKind } from '#domain/pool-check.ts'
import { dueBy } from './checks-due.ts'
import type { Db } from './database.ts'

/** What a plan of some months rests on, of each of some people. Ask `keepRechecks` first. */
export async function boardFacts(db: Db, ids: readonly string[], first: string, last: string): Promise<Map<string, BoardFacts>> {
  if (ids.length === 0) return new Map()
  const [begins, ends] = [firstDayOf(first), lastDayOf(last)]
  const members = await db.selectFrom('member').select(['person_id', 'days_a_month', 'most_reviews']).where('person_id', 'in', ids).execute()
  const months = await db
    .selectFrom('capacity_month')
    .selectAll()
    .where('person_id', 'in', ids)
    .where('month', '>=', first)
    .where('month', '<=', last)
    .execute()
  const availability = await db
    .selectFrom('availability')
    .select(['person_id', 'from_on', 'to_on', 'state', 'roles'])
    .where('person_id', 'in', ids)
    .where('removed_at', 'is', null)
    .where('to_on', '>=', begins)
    .where('from_on', '<=', ends)
    .execute()
  const commitments = await db
    .selectFrom('commitment')
    .select(['person_id', 'reference', 'role', 'from_on', 'to_on', 'days'])
    .where('person_id', 'in', ids)
    .where('removed_at', 'is', null)
    .where('from_on', '<=', ends)
    .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>=', begins)]))
    .execute()
  const checks = await dueBy(db, ends).where('pool_check.person_id', 'in', ids).select(['pool_check.person_id', 'kind', 'recheck_on']).execute()
  return new Map(
    ids.map((id) => {
      const theirs = <T extends { person_id: string }>(rows: readonly T[]) => rows.filter((row) => row.person_id === id)
      const [member] = theirs(members)
      return [
        id,
        {
          offer: {
            daysAMonth: member?.days_a_month ?? null,
            mostReviews: member?.most_reviews ?? null,
            months: theirs(months).map(({ month, days, most_reviews: mostReviews }) => ({ month, days, mostReviews })),
          },
          availability: theirs(availability).map(({ from_on: from, to_on: to, state, roles }) => ({
            from,
            to,
            state: state as AvailabilityState,
            roles: (roles ? roles.split(',') : []) as PoolRole[],
          })),
          commitments: theirs(commitments).map(({ reference, role, from_on: from, to_on: to, days }) => ({
            reference,
            role: role as PoolRole,
            from,
            to,
            days,
          })),
          checks: theirs(checks).map(({ kind, recheck_on: on }) => ({ kind: kind as PoolCheckKind, on: on ?? '' })),
        },
      ]
    }),
  )
}
