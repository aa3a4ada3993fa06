import { type Expression, expressionBuilder, type RawBuilder, sql, type SqlBool } from 'kysely'
import { daysLater } from '#domain/calendar.ts'
import { type RosterFilter, searchWords } from '#domain/person.ts'
import type { Reach } from '../policy.ts'
import { firstDue } from './checks-due.ts'
import type { Database } from './database.ts'
import { loadOnDay, roomBetween, said } from './free-capacity.ts'
import { readyButRole } from './ready-on.ts'
import { conditionsOf, levelOf, roomOn, trainingOn, wantedOf } from './roster-conditions.ts'
import { reachOf } from './roster-counts.ts'
import type { RosterQuestion } from './roster-question.ts'
import { personHasTie, personIsKnown } from './ties.ts'

export type Column = [name: string, value: Expression<unknown>]

const eb = expressionBuilder<Database, 'person'>()

export const columnsOf = (columns: readonly Column[]) => sql.join(columns.map(([name, value]) => sql`${value} as ${sql.ref(name)}`))
export const flag = (holds: Expression<SqlBool>) => sql<number>`case when ${holds} then 1 else 0 end`

const homeAndTravelled = sql`',' || coalesce(person.region, '') || ',' || coalesce((
  select string_agg(member_region.region, ',') from member_region where member_region.person_id = person.id), '') || ','`

const lookedUp: ReadonlySet<RosterFilter> = new Set(['meets', 'coreAt', 'specialism', 'tag'])

/** What is looked up once of everybody who may count. */
export function knownColumns(question: RosterQuestion, work: boolean): Column[] {
  const { filters, today, ties, asked } = question
  const { ready, skill, travels } = filters
  const wanted = wantedOf(filters)
  const bars = conditionsOf(question).filter(({ filter }) => lookedUp.has(filter))
  return [
    ['id', sql.ref('person.id')],
    ...(travels ? [['regions', homeAndTravelled] satisfies Column] : []),
    ...bars.map(({ filter, holds }): Column => [`has_${filter}`, flag(holds)]),
    ...(skill ? [['level', levelOf(skill)] satisfies Column] : []),
    ...(ties
      ? [
          [
            'tie',
            sql`case when ${personHasTie(eb, ties)} then 'tie' when ${personIsKnown(eb, ties)} then 'none' else 'not-known' end`,
          ] satisfies Column,
        ]
      : []),
    ...(ready && asked ? [['ready_but_role', flag(readyButRole(ready, asked))] satisfies Column] : []),
    ...(wanted ? [['room', flag(roomBetween(wanted))] satisfies Column] : []),
    ...(work
      ? ([
          ['in_hand', loadOnDay(today)],
          ['more', sql`case when ${said} then ${roomOn(today)} end`],
          ['first_due', firstDue],
        ] satisfies Column[])
      : []),
  ]
}

/** What the filters ask of what is known so. */
export function knownMisses({ filters, today, ties }: RosterQuestion): { filter: RosterFilter; holds: RawBuilder<SqlBool> }[] {
  const { meets, coreAt, skill, level, specialism, tag, tied = 'none', left, load, due } = filters
  const asks: [RosterFilter, unknown, RawBuilder<SqlBool>][] = [
    ['meets', meets, sql`person.has_meets = 1`],
    ['coreAt', coreAt, sql`person."has_coreAt" = 1`],
    ['skill', skill, sql`person.level >= ${Number(level ?? 1)}`],
    ['specialism', searchWords(specialism ?? '').length > 0, sql`person.has_specialism = 1`],
    ['tag', tag, sql`person.has_tag = 1`],
    ['ties', ties && tied !== 'any', sql`person.tie = ${tied}`],
    ['left', left, left === 'not-said' ? sql`person.more is null` : left === 'none' ? sql`person.more <= 0` : sql`person.more >= ${Number(left)}`],
    ['load', load, load === '3' ? sql`person.in_hand >= 3` : sql`person.in_hand = ${Number(load)}`],
    ['due', due, sql`person.first_due <= ${due ? daysLater(today, Number(due)) : ''}`],
  ]
  return asks.flatMap(([filter, asked, holds]) => (asked ? [{ filter, holds }] : []))
}

const onOwnRow: ReadonlySet<RosterFilter> = new Set(['role', 'region', 'standing', 'training'])

/**
 * Everybody within reach who can be counted for some facet, one row each. Whoever misses two filters of different facets is counted nowhere, so those who
 * do by what stands on their own row are left out before anything is looked up.
 */
export function knownPeople(question: RosterQuestion, reach: Reach, columns: readonly Column[]): RawBuilder<unknown> {
  const name = conditionsOf(question).filter(({ filter }) => filter === 'name')
  const missed = conditionsOf(question).filter(({ filter }) => onOwnRow.has(filter))
  const conditions: Expression<SqlBool>[] = [sql`person.standing is not null`, reachOf(reach, question), ...name.map(({ holds }) => holds)]
  if (missed.length > 1)
    conditions.push(
      sql`${sql.join(
        missed.map(({ holds }) => flag(holds)),
        sql` + `,
      )} >= ${sql.lit(missed.length - 1)}`,
    )
  return sql`known as materialized (
    select coalesce(person.region, '') as region, person.standing, ${trainingOn(question.today)} as training, ',' || person.roles || ',' as roles, 1 as people
      ${columns.length > 0 ? sql`, ${columnsOf(columns)}` : sql``}
    from person where ${sql.join(conditions, sql` and `)}
  )`
}
