import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely'
import type { Module } from '#domain/module.ts'
import type { PoolRole } from '#domain/person.ts'
import type { Region } from '#domain/region.ts'
import { halfOf } from '#domain/training-progress.ts'
import type { Reach } from '../policy.ts'
import type { Database, Db } from './database.ts'

/** Whom a count is about: people on the roster who lie within reach, of a role or a region where one is named. */
export interface Counted {
  reach: Reach
  role?: PoolRole | undefined
  region?: Region | undefined
  moduleId?: string | undefined
  /** One person alone. */
  only?: string | undefined
}

/** What a line of the funnel counts. `region` is null for people who have not said where they live, and where regions are not told apart. */
export interface FunnelRow {
  moduleId: string
  region: Region | null
  enrolled: number
  started: number
  halfWay: number
  attempted: number
  passed: number
}

/** The people counted, as a condition on `person`, and on `enrolment` where one module is asked for. */
export const whoIsCounted =
  ({ reach, role, region, moduleId, only }: Counted) =>
  (eb: ExpressionBuilder<Database, 'person' | 'enrolment'>): Expression<SqlBool> => {
    const all: Expression<SqlBool>[] = [eb('person.standing', 'is not', null)]
    if (!reach.any) all.push(eb('person.region', 'in', reach.regions.size > 0 ? [...reach.regions] : ['']))
    if (only) all.push(eb('person.id', '=', only))
    if (region) all.push(eb('person.region', '=', region))
    if (moduleId) all.push(eb('enrolment.module_id', '=', moduleId))
    if (role)
      all.push(
        eb.exists(
          eb.selectFrom('person_role').select('role').whereRef('person_role.person_id', '=', 'person.id').where('person_role.role', '=', role),
        ),
      )
    return eb.and(all)
  }

const enrolmentsOfPeople = (db: Db, counted: Counted) =>
  db.selectFrom('enrolment').innerJoin('person', 'person.id', 'enrolment.person_id').where(whoIsCounted(counted))

/** How many people came to each step of each module, by the rule of `stepOf`. */
export async function countFunnel(db: Db, modules: readonly Module[], counted: Counted, byRegion = false): Promise<FunnelRow[]> {
  if (modules.length === 0) return []
  const tried = sql`(tries > 0 or passed_at is not null)`
  const many = (condition: Expression<unknown>) => sql<number>`cast(sum(case when ${condition} then 1 else 0 end) as integer)`
  const region = byRegion ? sql<string>`coalesce(person.region, '')` : sql<string>`''`
  const rows = await enrolmentsOfPeople(db, counted)
    .select([
      'module_id',
      region.as('of_region'),
      sql<number>`cast(count(*) as integer)`.as('enrolled'),
      many(sql`lessons_read > 0 or ${tried}`).as('started'),
      many(sql`lessons_read >= ${halves(modules)} or ${tried}`).as('half_way'),
      many(tried).as('attempted'),
      many(sql`passed_at is not null`).as('passed'),
    ])
    .groupBy(byRegion ? ['module_id', region] : ['module_id'])
    .execute()
  return rows.map((row) => ({
    moduleId: row.module_id,
    region: (row.of_region || null) as Region | null,
    enrolled: row.enrolled,
    started: row.started,
    halfWay: row.half_way,
    attempted: row.attempted,
    passed: row.passed,
  }))
}

/** How many lessons are half of the version that an enrolment is on. A version that is gone is taken for the longest there can be. */
const halves = (modules: readonly Module[]) =>
  sql`case ${sql.join(
    modules.map(
      ({ id, version, lessons }) =>
        sql`when module_id = ${id} and module_version = cast(${version} as integer) then cast(${Math.max(1, halfOf(lessons.length))} as integer)`,
    ),
    sql` `,
  )} else 100 end`

/** Minutes from start to pass in the middle of all who passed, by module: of an even number, the two in the middle. */
export async function medianMinutes(db: Db, counted: Counted): Promise<Map<string, number[]>> {
  const rows = await db
    .selectFrom(
      enrolmentsOfPeople(db, counted)
        .where('passed_at', 'is not', null)
        .select([
          'module_id',
          'minutes_to_pass',
          sql<number>`row_number() over (partition by module_id order by minutes_to_pass)`.as('place'),
          sql<number>`count(*) over (partition by module_id)`.as('among'),
        ])
        .as('passes'),
    )
    .select(['module_id', 'minutes_to_pass'])
    .where(sql<boolean>`place in ((passes.among + 1) / 2, (passes.among + 2) / 2)`)
    .orderBy('minutes_to_pass')
    .execute()
  return new Map([...Map.groupBy(rows, (row) => row.module_id)].map(([id, of]) => [id, of.map((row) => row.minutes_to_pass ?? 0)]))
}

/** How many have read each lesson of one module. */
export async function countReaders(db: Db, counted: Counted): Promise<Map<string, number>> {
  const rows = await enrolmentsOfPeople(db, counted)
    .innerJoin('lesson_read', 'lesson_read.enrolment_id', 'enrolment.id')
    .select(['lesson_read.lesson', sql<number>`cast(count(*) as integer)`.as('read')])
    .groupBy('lesson_read.lesson')
    .execute()
  return new Map(rows.map(({ lesson, read }) => [lesson, read]))
}
