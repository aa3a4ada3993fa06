import { type Expression, type RawBuilder, sql, type SqlBool } from 'kysely'
import { daysLater, earliestWithin, startOf } from '#domain/calendar.ts'
import { monthOf } from '#domain/month.ts'
import type { PoolRole } from '#domain/person.ts'
import { checkKinds, type CheckPolicy, dbsLevels, onlyOnceRecorded, type PoolCheckKind } from '#domain/pool-check.ts'
import type { ReadinessRules } from '#domain/readiness.ts'
import type { Region } from '#domain/region.ts'
import type { Db } from './database.ts'
import { loadOnDay, none, some } from './free-capacity.ts'

export type Asked = Pick<ReadinessRules, 'checks' | 'skillsCount'>

/**
 * Whether the person of a row of `person` is ready to appoint in a role on a day from today on, by what is on record now: the rule of `readinessOf` where
 * everything is known already, in SQL. `role` may be a column. Where skills count, ask `keepBars` first.
 */
export const readyOn = (role: Expression<string>, on: string, asked: Asked): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${readyButRole(on, asked)} and ${readyAs(role, on, asked)})`

/** What readiness asks of somebody in whatever role. */
export function readyButRole(on: string, { checks }: Asked): RawBuilder<SqlBool> {
  const conditions = [
    sql`person.standing in ('active', 'supervised')`,
    sql`person.training = 'completed'`,
    certified(on),
    ...checkKinds.filter((kind) => checks.months[kind] > 0).map((kind) => checked(kind, on, checks)),
    hasRoom(on),
  ]
  return sql<SqlBool>`(${sql.join(conditions, sql` and `)})`
}

/** What it asks of them in one role beyond that. */
export const readyAs = (role: Expression<string>, on: string, { skillsCount }: Asked): RawBuilder<SqlBool> =>
  skillsCount ? sql<SqlBool>`(${atBar(role)} and ${notAway(role, on)})` : notAway(role, on)

/** No certificate was ever issued, which the training answers for, or one is valid all that day. */
export const certified = (on: string) => sql<SqlBool>`(
  not exists (select 1 from certificate where certificate.person_id = person.id)
  or exists (
    select 1 from certificate where certificate.person_id = person.id and revoked_at is null and valid_until >= ${startOf(daysLater(on, 1))}
  )
)`

/** The check that stands is young enough, and of the level that is asked for; of kinds that are not asked of everybody, there is none that is too old. */
function checked(kind: PoolCheckKind, on: string, { months, dbsLevel }: CheckPolicy) {
  const earliest = earliestWithin(on, months[kind])
  const standing = sql`pool_check
    where pool_check.person_id = person.id and pool_check.kind = ${kind} and pool_check.superseded_at is null and pool_check.struck_at is null`
  if (onlyOnceRecorded.has(kind)) return none(sql`${standing} and pool_check.issued_on < ${earliest}`)
  const young = some(sql`${standing} and pool_check.issued_on >= ${earliest}${kind === 'dbs' ? atLevel(dbsLevel) : sql``}`)
  if (kind !== 'declaration') return young
  return sql`(${young} or exists (
    select 1 from affiliation_declaration where affiliation_declaration.person_id = person.id and declared_at >= ${startOf(earliest)}
  ))`
}

/** A certificate without a level is taken for the least. */
const atLevel = (asked: CheckPolicy['dbsLevel']) =>
  sql` and coalesce(pool_check.level, 'basic') in (${sql.join(dbsLevels.slice(dbsLevels.indexOf(asked)))})`

const atBar = (role: Expression<string>) => sql`(
  not exists (select 1 from bar_need where bar_need.role = ${role})
  or exists (select 1 from person_bar where person_bar.person_id = person.id and person_bar.role = ${role})
)`

const notAway = (role: Expression<string>, on: string) =>
  none(sql`availability as away where away.person_id = person.id and away.removed_at is null and away.state = 'unavailable'
    and away.from_on <= ${on} and away.to_on >= ${on} and (away.roles = '' or ',' || away.roles || ',' like '%,' || ${role} || ',%')`)

/** Whoever has not said how much they take may have room. */
const hasRoom = (on: string) =>
  none(sql`member left join capacity_month as other on other.person_id = member.person_id and other.month = ${monthOf(on)}
  where member.person_id = person.id and member.days_a_month is not null and member.most_reviews is not null
    and ${loadOnDay(on)} >= coalesce(other.most_reviews, member.most_reviews)`)

/** How many people of each region are ready in each role on a day from today on. Those who are supervised are counted by themselves. */
export async function countReady(db: Db, on: string, asked: Asked) {
  const rows = await db
    .selectFrom('person')
    .innerJoin('person_role', 'person_role.person_id', 'person.id')
    .where(readyOn(sql.ref('person_role.role'), on, asked))
    .select(['person.region', 'person_role.role', 'person.standing'])
    .select(({ fn }) => sql<number>`cast(${fn.countAll()} as integer)`.as('people'))
    .groupBy(['person.region', 'person_role.role', 'person.standing'])
    .execute()
  return rows.map(({ region, role, standing, people }) => ({
    region: region as Region | null,
    role: role as PoolRole,
    as: standing === 'supervised' ? ('supervised' as const) : ('independent' as const),
    people,
  }))
}
