import { type Expression, expressionBuilder, type RawBuilder, sql, type SqlBool } from 'kysely'
import { daysLater } from '#domain/calendar.ts'
import type { Wanted } from '#domain/capacity.ts'
import { learnerStandings } from '#domain/membership.ts'
import { monthOf } from '#domain/month.ts'
import { type PoolRole, type RosterFilter, type RosterFilters, searchWords } from '#domain/person.ts'
import { coreOf } from './bars.ts'
import { firstDue } from './checks-due.ts'
import type { Database } from './database.ts'
import { freeBetween, loadOnDay, mostReviewsIn, said, some } from './free-capacity.ts'
import { certified, readyOn } from './ready-on.ts'
import type { RosterQuestion } from './roster-question.ts'
import { hasTag } from './tags.ts'
import { personHasNoTie, personHasTie, personTieNotKnown } from './ties.ts'

const eb = expressionBuilder<Database, 'person'>()
const tieConditions = { none: personHasNoTie, 'not-known': personTieNotKnown, tie: personHasTie }

/** Where somebody's training stands on a day, as the roster shows it. */
export const trainingOn = (day: string): RawBuilder<string> =>
  sql`case when person.training = 'completed' and not ${certified(day)} then 'expired' else person.training end`

/** What is wanted of the time of those who are to be free; null where nobody asks. */
export const wantedOf = ({ freeFrom, freeTo, role, days = '1' }: RosterFilters): Wanted | null =>
  freeFrom && freeTo ? { from: freeFrom, to: freeTo, role: role ?? null, days: Number(days) } : null

/**
 * What each filter that is set asks of a row of `person`, by its name. The rule that says why somebody is not on the list (`domain/why-not.ts`) answers the
 * same questions one by one, and a test holds the two equal.
 */
export function conditionsOf({ filters, today, ties, asked }: RosterQuestion): { filter: RosterFilter; holds: Expression<SqlBool> }[] {
  const { name, who, role, region, travels, standing, training, meets, coreAt, skill, level, specialism, tag, ready, left, load, due } = filters
  const found: { filter: RosterFilter; holds: Expression<SqlBool> }[] = []
  const ask = (filter: RosterFilter, holds: Expression<SqlBool>) => void found.push({ filter, holds })
  const words = searchWords(name ?? '')
  if (words.length > 0)
    ask(
      'name',
      sql`(${sql.join(
        words.map((word) => sql`person.name_key like ${`%${word}%`}`),
        sql` and `,
      )})`,
    )
  if (who === 'members') ask('who', eb('person.standing', 'not in', learnerStandings))
  if (role) ask('role', hasRole(role))
  if (region) ask('region', travels ? eb.or([eb('person.region', '=', region), travelsTo(region)]) : eb('person.region', '=', region))
  if (standing) ask('standing', eb('person.standing', '=', standing))
  if (training === 'completed') ask('training', sql`(person.training = 'completed' and ${certified(today)})`)
  else if (training === 'expired') ask('training', sql`(person.training = 'completed' and not ${certified(today)})`)
  else if (training) ask('training', eb('person.training', '=', training))
  if (meets) ask('meets', atBar(meets, 0))
  if (coreAt) {
    const [core, lowest] = coreAt.split('-') as [PoolRole, string] // as its schema says
    ask('coreAt', atBar(coreOf(core), Number(lowest)))
  }
  if (skill) ask('skill', atLevel(skill, Number(level ?? 1)))
  const known = searchWords(specialism ?? '')
  if (known.length > 0) ask('specialism', knows(known))
  if (tag) ask('tag', hasTag(tag)(eb))
  const { tied = 'none', readiness = 'ready', free = 'free' } = filters
  if (ties && tied !== 'any') ask('ties', tieConditions[tied](eb, ties))
  if (ready && asked && readiness !== 'any') {
    const isReady = role ? sql<SqlBool>`(${hasRole(role)} and ${readyOn(sql.val(role), ready, asked)})` : readyInSomeRole(ready, asked)
    ask('ready', readiness === 'ready' ? isReady : sql`not ${isReady}`)
  }
  const wanted = wantedOf(filters)
  if (wanted && free !== 'any') ask('free', free === 'free' ? freeBetween(wanted) : sql`not ${freeBetween(wanted)}`)
  if (left) ask('left', leftConditions(left, today))
  if (load) ask('load', load === '3' ? sql`${loadOnDay(today)} >= 3` : sql`${loadOnDay(today)} = ${Number(load)}`)
  if (due) ask('due', sql`${firstDue} <= ${daysLater(today, Number(due))}`)
  return found
}

const hasRole = (role: PoolRole): Expression<SqlBool> => some(sql`person_role where person_role.person_id = person.id and person_role.role = ${role}`)

const knows = (words: readonly string[]): Expression<SqlBool> =>
  some(
    sql`member_specialism where member_specialism.person_id = person.id and ${sql.join(
      words.map((word) => sql`member_specialism.search_key like ${`%${word}%`}`),
      sql` and `,
    )}`,
  )

const travelsTo = (region: string): Expression<SqlBool> =>
  eb.exists(
    eb.selectFrom('member_region').select('region').whereRef('member_region.person_id', '=', 'person.id').where('member_region.region', '=', region),
  )

const atBar = (role: string, lowest: number): Expression<SqlBool> => {
  const bar = eb.selectFrom('person_bar').select('role').whereRef('person_bar.person_id', '=', 'person.id').where('person_bar.role', '=', role)
  return eb.exists(lowest > 0 ? bar.where('person_bar.level', '>=', lowest) : bar)
}

const atLevel = (skill: string, lowest: number): Expression<SqlBool> =>
  eb.exists(
    eb
      .selectFrom('person_skill')
      .select('skill')
      .whereRef('person_skill.person_id', '=', 'person.id')
      .where('person_skill.skill', '=', skill)
      .where('person_skill.level', '>=', lowest),
  )

/** The newest level that assessors found of a skill; nothing is null, and no level is 0. */
export const levelOf = (skill: string): Expression<number> =>
  sql`coalesce((select person_skill.level from person_skill where person_skill.person_id = person.id and person_skill.skill = ${skill}), 0)`

const readyInSomeRole = (on: string, asked: NonNullable<RosterQuestion['asked']>) =>
  sql<SqlBool>`exists (select 1 from person_role where person_role.person_id = person.id and ${readyOn(sql.ref('person_role.role'), on, asked)})`

/** How many reviews more somebody could take today. */
export const roomOn = (day: string) => sql<number>`(${mostReviewsIn(monthOf(day))} - ${loadOnDay(day)})`

function leftConditions(left: NonNullable<RosterFilters['left']>, today: string): Expression<SqlBool> {
  if (left === 'not-said') return sql`not ${said}`
  return left === 'none' ? sql`(${said} and ${roomOn(today)} <= 0)` : sql`(${said} and ${roomOn(today)} >= ${Number(left)})`
}
