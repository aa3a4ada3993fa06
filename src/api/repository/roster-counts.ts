import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { beforeChecks } from '#domain/affiliation.ts'
import { learnerStandings } from '#domain/membership.ts'
import type { PoolRole, RosterFilter } from '#domain/person.ts'
import type { Reach } from '../policy.ts'
import type { Db } from './database.ts'
import { certified } from './ready-on.ts'
import { conditionsOf } from './roster-conditions.ts'
import type { RosterQuestion } from './roster-question.ts'

/** The filters that the tally can count. */
const tallied: ReadonlySet<RosterFilter> = new Set(['who', 'role', 'region', 'standing', 'training'])

/** Whether the tally alone can say how many people match. */
export const inTally = (question: RosterQuestion): boolean =>
  question.ties === null && !question.filters.travels && conditionsOf(question).every(({ filter }) => tallied.has(filter))

/**
 * How many people there are of each kind, as `person`: region, standing, training and roles, with commas around them. From the tally, which does not know
 * when a certificate runs out: those whose training has are taken from one kind and added to another.
 */
export function kindsOfPeople(today: string): RawBuilder<unknown> {
  const lapsed = (training: string, sign: string) => sql`
    select coalesce(region, ''), standing, ${sql.lit(training)}, ',' || roles || ',', ${sql.raw(sign)}count(*) from lapsed_person
    group by coalesce(region, ''), standing, roles`
  return sql`
    lapsed_person as materialized (
      select person.region, person.standing, person.roles from person
      where person.standing is not null and person.training = 'completed' and not ${certified(today)}
        and person.id in (select person_id from certificate)
    ),
    kind as (
      select region, standing, training, ',' || roles || ',' as roles, people from person_tally
      union all ${lapsed('completed', '-')}
      union all ${lapsed('expired', '')}
    )`
}

/** Whether a kind of people, or a person told as one, has what each filter that the tally knows asks for. */
export function kindConditions({
  filters: { who, role, region, travels, standing, training },
}: RosterQuestion): { filter: RosterFilter; holds: RawBuilder<SqlBool> }[] {
  return [
    ...(who ? [{ filter: 'who' as const, holds: sql<SqlBool>`person.standing not in (${sql.join(learnerStandings)})` }] : []),
    ...(role ? [{ filter: 'role' as const, holds: hasRole(role) }] : []),
    ...(region ? [{ filter: 'region' as const, holds: travels ? goesTo(region) : sql<SqlBool>`person.region = ${region}` }] : []),
    ...(standing ? [{ filter: 'standing' as const, holds: sql<SqlBool>`person.standing = ${standing}` }] : []),
    ...(training ? [{ filter: 'training' as const, holds: sql<SqlBool>`person.training = ${training}` }] : []),
  ]
}

/** Of somebody told by their kind: the roles have commas around them. */
export const hasRole = (role: PoolRole): RawBuilder<SqlBool> => sql<SqlBool>`person.roles like ${`%,${role},%`}`

/** Of somebody whose home region and those travelled to stand together, with commas around them. */
export const goesTo = (region: string): RawBuilder<SqlBool> => sql<SqlBool>`person.regions like ${`%,${region},%`}`

/** Who lies within reach, and may be asked about. */
export function reachOf({ any, regions }: Reach, question: RosterQuestion): RawBuilder<SqlBool> {
  const reached = any ? sql`1 = 1` : sql`person.region in (${sql.join(regions.size > 0 ? [...regions] : ['nowhere'])})`
  return question.ties ? sql<SqlBool>`(${reached} and person.standing not in (${sql.join(beforeChecks)}))` : sql<SqlBool>`(${reached})`
}

export async function countInTally(db: Db, question: RosterQuestion, reach: Reach): Promise<number> {
  const { training } = question.filters
  const conditions = [reachOf(reach, question), ...kindConditions(question).map(({ holds }) => holds)]
  // Whose certificates ran out matters only to those who ask about training.
  const kinds =
    training === 'completed' || training === 'expired'
      ? kindsOfPeople(question.today)
      : sql`kind as (select region, standing, training, ',' || roles || ',' as roles, people from person_tally)`
  const { rows } = await sql<{ people: number }>`
    with ${kinds} select cast(coalesce(sum(people), 0) as integer) as people from kind as person where ${sql.join(conditions, sql` and `)}
  `.execute(db)
  return rows[0]?.people ?? 0
}
