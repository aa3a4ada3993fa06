import { type RawBuilder, sql } from 'kysely'
import { daysLater } from '#domain/calendar.ts'
import { learnerStandings } from '#domain/membership.ts'
import type { PoolRole, RosterFacet, RosterFilter } from '#domain/person.ts'
import { regions } from '#domain/region.ts'
import { goesTo } from './roster-counts.ts'
import type { RosterQuestion } from './roster-question.ts'

const roles: readonly PoolRole[] = ['chair', 'author', 'adviser']
const spans = [0, 30, 60, 90, 180] as const

/** Whether somebody is ready in a role, or in any. */
export const isReady = (role: PoolRole | null): RawBuilder<number> =>
  role === null ? sql`case when ${anyReady} then 1 else 0 end` : sql.ref(`person.ready_${role}`)
const anyReady = sql`person.ready_chair + person.ready_author + person.ready_adviser > 0`

/** Whether somebody is free in a role; where none is asked about, by the times that they are away in every role. */
export const isFree = (role: PoolRole | null): RawBuilder<number> => sql.ref(`person.free_${role ?? 'any'}`)

/** One row for each value of each facet, out of `scored`: the facet, the value, the people. `filters` are those that are set, in the order of their bits. */
export function facetBranches(question: RosterQuestion, filters: readonly RosterFilter[], work: boolean): RawBuilder<unknown>[] {
  const { filters: asked, ties, today } = question
  const bit = (filter: RosterFilter) => {
    const place = filters.indexOf(filter)
    return place < 0 ? 0 : 2 ** place
  }
  /** Those who miss nothing but, perhaps, some of these. */
  const missingOnly = (...some: RosterFilter[]) => {
    const sums = some.map(bit).reduce((found, one) => [...found, ...found.map((sum) => sum + one)], [0])
    return sql`person.missed in (${sql.join([...new Set(sums)].map((sum) => sql.lit(sum)))})`
  }
  const count = (facet: RosterFacet | '', value: RawBuilder<unknown>, where: RawBuilder<unknown>, grouped = false) => sql`
    select ${sql.lit(facet)} as facet, ${value} as value, cast(coalesce(sum(people), 0) as integer) as people
    from scored as person where ${where} ${grouped ? sql`group by 2` : sql``}`
  const perValue = (facet: RosterFacet, value: RawBuilder<unknown>, ...some: RosterFilter[]) => count(facet, value, missingOnly(...some), true)
  const fits = (role: PoolRole | null) => {
    const { readiness = 'ready', free = 'free' } = asked
    const conditions = [missingOnly('role', 'ready', 'free')]
    if (role) conditions.push(sql`person.roles like ${`%,${role},%`}`)
    if (bit('ready') > 0) conditions.push(sql`${isReady(role)} = ${sql.lit(readiness === 'ready' ? 1 : 0)}`)
    if (bit('free') > 0) conditions.push(sql`${isFree(role)} = ${sql.lit(free === 'free' ? 1 : 0)}`)
    return sql.join(conditions, sql` and `)
  }
  const first = sql`case ${sql.join(
    spans.map((span) => sql`when person.first_due <= ${daysLater(today, span)} then ${sql.lit(String(span))}`),
    sql` `,
  )} end`
  return [
    count('', sql.lit(''), missingOnly()),
    ...filters.map((filter) => count('', sql.lit(filter), filter === 'role' ? fits(null) : missingOnly(filter))),
    perValue(
      'who',
      sql`case when person.standing in (${sql.join(learnerStandings.map((one) => sql.lit(one)))}) then 'everyone' else 'members' end`,
      'who',
    ),
    perValue('standing', sql`person.standing`, 'who', 'standing'),
    ...(asked.travels
      ? regions.map((region) => count('region', sql.lit(region), sql`${missingOnly('region')} and ${goesTo(region)}`))
      : [perValue('region', sql`person.region`, 'region')]),
    perValue('training', sql`person.training`, 'training'),
    ...roles.map((role) => count('role', sql.lit(role), fits(role))),
    ...(asked.skill ? [perValue('level', sql`cast(person.level as text)`, 'skill')] : []),
    ...(ties ? [perValue('tied', sql`person.tie`, 'ties')] : []),
    ...(question.asked ? [perValue('readiness', sql`case when ${isReady(asked.role ?? null)} = 1 then 'ready' else 'not-ready' end`, 'ready')] : []),
    ...(asked.freeFrom ? [perValue('free', sql`case when ${isFree(asked.role ?? null)} = 1 then 'free' else 'not-free' end`, 'free')] : []),
    ...(work
      ? [
          perValue('load', sql`case when person.in_hand >= 3 then '3' else cast(person.in_hand as text) end`, 'load'),
          perValue('left', room, 'left'),
          perValue('due', sql`coalesce(${first}, '')`, 'due'),
        ]
      : []),
  ]
}

const room = sql`case when person.more is null then 'not-said' when person.more <= 0 then 'none' when person.more >= 3 then '3' else cast(person.more as text) end`
