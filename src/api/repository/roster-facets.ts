import { type Expression, type RawBuilder, sql, type SqlBool } from 'kysely'
import type { PoolRole, RosterCounts, RosterFilter } from '#domain/person.ts'
import { asCounts, type CountedRow } from '#domain/roster-counts.ts'
import type { Reach } from '../policy.ts'
import type { Db } from './database.ts'
import { notAwayBetween } from './free-capacity.ts'
import { readyAs } from './ready-on.ts'
import { wantedOf } from './roster-conditions.ts'
import { hasRole, inTally, kindConditions, kindsOfPeople, reachOf } from './roster-counts.ts'
import { facetBranches, isFree, isReady } from './roster-facet-branches.ts'
import { type Column, columnsOf, flag, knownColumns, knownMisses, knownPeople } from './roster-known.ts'
import type { RosterQuestion } from './roster-question.ts'

const roles: readonly PoolRole[] = ['chair', 'author', 'adviser']

/**
 * How many people each choice would lead to, in one statement: everybody within reach is judged once by each filter, and counted for a facet where they miss
 * no filter but, perhaps, that one. Without a question that the tally cannot answer, kinds of people are counted in the place of people.
 */
export async function countFacets(db: Db, question: RosterQuestion, reach: Reach, of: 'work' | null): Promise<RosterCounts> {
  const { left, load, due } = question.filters
  const work = of === 'work' || (left ?? load ?? due) !== undefined
  // Of a day or a time that everybody is an answer to, it is still counted who is what.
  const fromTally = !work && question.asked === null && wantedOf(question.filters) === null && inTally(question)
  const known = fromTally ? [] : knownColumns(question, work)
  const misses = missesOf(question)
  const source = fromTally
    ? sql`${kindsOfPeople(question.today)}, known as (select * from kind as person where ${reachOf(reach, question)})`
    : knownPeople(question, reach, known)
  const { rows } = await sql<CountedRow>`
    with ${source},
    judged as materialized (select ${columnsOf([...carried([...kind, ...known.map(([name]) => name)]), ...inEachRole(question)])} from known as person),
    scored as materialized (select person.*, ${bitsMissed(misses)} as missed from judged as person)
    ${sql.join(
      facetBranches(
        question,
        misses.map(({ filter }) => filter),
        work,
      ),
      sql` union all `,
    )}
  `.execute(db)
  return asCounts(rows)
}

const kind = ['region', 'standing', 'training', 'roles', 'people']
const carried = (names: readonly string[]): Column[] => names.map((name) => [name, sql.ref(`person.${name}`)])

/** Readiness and time in each role: choosing another role asks about both in that one. */
function inEachRole({ filters, asked }: RosterQuestion): Column[] {
  const { ready } = filters
  const wanted = wantedOf(filters)
  return [
    ...(ready && asked
      ? roles.map((role): Column => [
          `ready_${role}`,
          flag(sql`person.ready_but_role = 1 and ${hasRole(role)} and ${readyAs(sql.lit(role), ready, asked)}`),
        ])
      : []),
    ...(wanted
      ? ([null, ...roles] as const).map((role): Column => [
          `free_${role ?? 'any'}`,
          flag(sql`person.room = 1 and ${notAwayBetween({ ...wanted, role })}`),
        ])
      : []),
  ]
}

interface Miss {
  filter: RosterFilter
  holds: Expression<SqlBool>
}

/** What each filter asks of somebody of whom all is known. */
function missesOf(question: RosterQuestion): Miss[] {
  const { ready, readiness = 'ready', free = 'free', role } = question.filters
  const found: Miss[] = [...kindConditions(question), ...knownMisses(question)]
  if (ready && readiness !== 'any') found.push({ filter: 'ready', holds: sql`${isReady(role ?? null)} = ${sql.lit(readiness === 'ready' ? 1 : 0)}` })
  if (wantedOf(question.filters) && free !== 'any')
    found.push({ filter: 'free', holds: sql`${isFree(role ?? null)} = ${sql.lit(free === 'free' ? 1 : 0)}` })
  return found
}

/** Which filters somebody misses, each as a bit. */
const bitsMissed = (misses: readonly Miss[]): RawBuilder<number> =>
  misses.length === 0
    ? sql`0`
    : sql`(${sql.join(
        misses.map(({ holds }, place) => sql`case when ${holds} then 0 else ${sql.lit(2 ** place)} end`),
        sql` + `,
      )})`
