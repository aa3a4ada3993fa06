import { cautions, freeBetween, loadOn, offeredIn } from '#domain/capacity.ts'
import { monthOf } from '#domain/month.ts'
import type { RosterRow } from '#domain/person.ts'
import type { PoolCheckKind } from '#domain/pool-check.ts'
import { type ReadinessFacts, readinessOf, type RoleReadiness } from '#domain/readiness.ts'
import { dueBy } from './checks-due.ts'
import type { Db } from './database.ts'
import { capacitiesOf, type KnownCapacity } from './offers.ts'
import { readinessFactsOf } from './readiness.ts'
import { wantedOf } from './roster-conditions.ts'
import type { RosterQuestion } from './roster-question.ts'
import { rosterTies } from './ties.ts'

/** What says of somebody why they are on the list, each null where the roster was not asked about it. */
export type Whys = Pick<RosterRow, 'ties' | 'readiness' | 'free' | 'reviews' | 'due' | 'level'>

export const noWhys: Whys = { ties: null, readiness: null, free: null, reviews: null, due: null, level: null }

type Listed = Pick<RosterRow, 'id' | 'roles'>

/** Why the people of a page are on it, in a handful of statements however many they are, and in none where nothing of this kind is asked. */
export async function rosterWhys(db: Db, people: readonly Listed[], question: RosterQuestion): Promise<Map<string, Whys>> {
  const { filters, today, ties, asked } = question
  const { ready, left, load, due, skill } = filters
  const ids = people.map(({ id }) => id)
  const wanted = wantedOf(filters)
  if (ids.length === 0) return new Map()
  const tied = ties ? await rosterTies(db, ids, ties) : null
  const facts = ready && asked ? await readinessFactsOf(db, people) : null
  const capacities = wanted || left || load ? await capacitiesOf(db, ids) : null
  const firstDues = due ? await firstDuesOf(db, ids) : null
  const levels = skill ? await levelsOf(db, ids, skill) : null
  return new Map(
    people.map((person) => {
      const { id } = person
      const capacity = capacities?.get(id)
      const fact = facts?.get(id)
      const whys: Whys = {
        ties: tied?.get(id) ?? null,
        readiness: fact ? readinessIn(question, rolesReady(question, fact)) : null,
        free:
          wanted && capacity
            ? {
                hindrances: freeBetween(capacity, wanted),
                cautions: cautions(capacity.availability, wanted).map(({ from, to, state }) => ({ from, to, state })),
              }
            : null,
        reviews: (left || load) && capacity ? reviewsOn(capacity, today) : null,
        due: firstDues?.get(id) ?? null,
        level: levels ? (levels.get(id) ?? 0) : null,
      }
      return [id, whys]
    }),
  )
}

/** How ready somebody is in each of their roles on the day that is asked about; in the one that is asked for alone, where one is. */
export function rolesReady({ filters: { ready, role }, asked }: RosterQuestion, facts: ReadinessFacts): RoleReadiness[] {
  if (!ready || !asked) return []
  const all = readinessOf(facts, ready, { ...asked, core: asked.coreOf(facts.roles) })
  return role ? all.filter((one) => one.role === role) : all
}

const readinessIn = ({ asked }: RosterQuestion, roles: readonly RoleReadiness[]): Whys['readiness'] =>
  roles.map(({ role, as, reasons }) => ({
    role,
    as,
    reason: reasons[0] ? (asked?.inWords(reasons[0]) ?? reasons[0]) : null,
    reasons: reasons.length,
  }))

const reviewsOn = ({ offer, commitments }: KnownCapacity, day: string) => ({
  inHand: loadOn(commitments, day),
  most: offeredIn(offer, monthOf(day))?.reviews ?? null,
})

/** The check of each that is to be made again first, of those that the list of checks due looks at. */
export async function firstDuesOf(db: Db, personIds: readonly string[]): Promise<Map<string, { kind: PoolCheckKind; on: string }>> {
  const rows = await dueBy(db, '9999-12-31')
    .where('person_id', 'in', personIds)
    .select(['pool_check.person_id', 'kind', 'recheck_on'])
    .orderBy('recheck_on', 'desc')
    .orderBy('pool_check.id', 'desc')
    .execute()
  // The last of somebody stands: the one that is due first.
  return new Map(rows.map(({ person_id, kind, recheck_on }) => [person_id, { kind: kind as PoolCheckKind, on: recheck_on ?? '' }]))
}

/** The newest level that assessors found each at on a skill. */
async function levelsOf(db: Db, personIds: readonly string[], skill: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('person_skill')
    .select(['person_id', 'level'])
    .where('person_id', 'in', personIds)
    .where('skill', '=', skill)
    .execute()
  return new Map(rows.map(({ person_id, level }) => [person_id, level]))
}
