import { sql } from 'kysely'
import type { Db, Tx } from './database.ts'

interface Facts {
  id: string
  started_at: string
  lessons_read: number
  last_read: string | null
  tries: number
  last_try: string | null
  first_pass: string | null
}

const minutesBetween = (from: string, to: string) => Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 60_000))

/** Derives afresh how far somebody's enrolments came, from the lessons they read and the checks they took. */
export async function noteProgress(tx: Tx, personId: string): Promise<void> {
  const rows = (await tx
    .selectFrom('enrolment')
    .select([
      'id',
      'started_at',
      sql<number>`(select cast(count(*) as integer) from lesson_read where enrolment_id = enrolment.id)`.as('lessons_read'),
      sql<string | null>`(select max(at) from lesson_read where enrolment_id = enrolment.id)`.as('last_read'),
      sql<number>`(select cast(count(*) as integer) from attempt where ${tried} and kind = 'check')`.as('tries'),
      sql<string | null>`(select max(coalesce(submitted_at, attempt.started_at)) from attempt where ${tried})`.as('last_try'),
      sql<string | null>`(select min(submitted_at) from attempt where ${tried} and passed = 1)`.as('first_pass'),
    ])
    .where('person_id', '=', personId)
    .execute()) as Facts[]
  for (const row of rows) await tx.updateTable('enrolment').set(progressOf(row)).where('id', '=', row.id).execute()
}

const tried = sql`attempt.person_id = enrolment.person_id and attempt.module_id = enrolment.module_id`

const progressOf = ({ started_at, lessons_read, last_read, tries, last_try, first_pass }: Facts) => ({
  lessons_read,
  tries,
  moved_at: [started_at, last_read ?? '', last_try ?? ''].toSorted().at(-1) ?? started_at,
  passed_at: first_pass,
  minutes_to_pass: first_pass === null ? null : minutesBetween(started_at, first_pass),
})

/** Whether somebody has started a module and not passed it. */
export const isTaking = async (db: Db, personId: string, moduleId: string): Promise<boolean> =>
  (await db
    .selectFrom('enrolment')
    .select('id')
    .where('person_id', '=', personId)
    .where('module_id', '=', moduleId)
    .where('passed_at', 'is', null)
    .executeTakeFirst()) !== undefined
