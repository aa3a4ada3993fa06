import type { Selectable } from 'kysely'
import { v7 as newId } from 'uuid'
import type { Enrolment, Place } from '#domain/training.ts'
import { stale } from '../problem.ts'
import type { Db, EnrolmentTable, Tx } from './database.ts'

type Row = Selectable<EnrolmentTable>

const asEnrolment = (row: Row, lessonsRead: string[]): Enrolment => ({
  id: row.id,
  version: row.version,
  personId: row.person_id,
  moduleId: row.module_id,
  moduleVersion: row.module_version,
  place: row.place_lesson ? { lesson: row.place_lesson, block: row.place_block } : null,
  lessonsRead,
  startedAt: row.started_at,
})

async function withLessons(db: Db, rows: Row[]): Promise<Enrolment[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const read = await db.selectFrom('lesson_read').selectAll().where('enrolment_id', 'in', ids).orderBy('at').execute()
  const byEnrolment = Map.groupBy(read, (row) => row.enrolment_id)
  return rows.map((row) =>
    asEnrolment(
      row,
      (byEnrolment.get(row.id) ?? []).map(({ lesson }) => lesson),
    ),
  )
}

export async function enrolmentsOf(db: Db, personId: string): Promise<Enrolment[]> {
  return withLessons(db, await db.selectFrom('enrolment').selectAll().where('person_id', '=', personId).execute())
}

export async function findEnrolment(db: Db, id: string): Promise<Enrolment | undefined> {
  return (await withLessons(db, await db.selectFrom('enrolment').selectAll().where('id', '=', id).execute()))[0]
}

/** Starts a module, or finds the start that was made before: nobody is enrolled twice. */
export async function enrol(
  tx: Tx,
  personId: string,
  moduleId: string,
  moduleVersion: number,
  at: string,
): Promise<{ enrolment: Enrolment; created: boolean }> {
  const id = newId()
  const created = await tx
    .insertInto('enrolment')
    .values({ id, person_id: personId, module_id: moduleId, module_version: moduleVersion, place_lesson: null, place_block: null, started_at: at })
    .onConflict((oc) => oc.columns(['person_id', 'module_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  const rows = await tx.selectFrom('enrolment').selectAll().where('person_id', '=', personId).where('module_id', '=', moduleId).execute()
  const [enrolment] = await withLessons(tx, rows)
  if (!enrolment) throw new Error(`The enrolment of ${personId} in ${moduleId} was neither made nor found`)
  return { enrolment, created: created !== undefined }
}

/** @throws Problem 412 when another tab kept a place since this one read the enrolment. */
export async function keepPlace(tx: Tx, id: string, version: number, place: Place): Promise<Enrolment> {
  const kept = await tx
    .updateTable('enrolment')
    .set((eb) => ({ place_lesson: place.lesson, place_block: place.block, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  const enrolment = await findEnrolment(tx, id)
  if (!kept || !enrolment) throw stale(enrolment)
  return enrolment
}

/** Notes a lesson as read. True when it was not before. */
export async function readLesson(tx: Tx, enrolmentId: string, lesson: string, at: string): Promise<boolean> {
  const noted = await tx
    .insertInto('lesson_read')
    .values({ enrolment_id: enrolmentId, lesson, at })
    .onConflict((oc) => oc.columns(['enrolment_id', 'lesson']).doNothing())
    .returning('lesson')
    .executeTakeFirst()
  return noted !== undefined
}

/**
 * Moves an enrolment on to another version of its module. The lessons in `read` stay read; a place in another one is kept without its block, and one in a
 * lesson that is gone is forgotten. @throws Problem 412 when another tab changed the enrolment meanwhile.
 */
export async function moveToVersion(
  tx: Tx,
  { id, version, place }: Enrolment,
  { moduleVersion, lessons, read }: { moduleVersion: number; lessons: readonly string[]; read: readonly string[] },
): Promise<Enrolment> {
  const kept = place && lessons.includes(place.lesson) ? place : null
  const moved = await tx
    .updateTable('enrolment')
    .set((eb) => ({
      module_version: moduleVersion,
      place_lesson: kept?.lesson ?? null,
      place_block: kept && read.includes(kept.lesson) ? kept.block : null,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!moved) throw stale(await findEnrolment(tx, id))
  await tx
    .deleteFrom('lesson_read')
    .where('enrolment_id', '=', id)
    .$if(read.length > 0, (query) => query.where('lesson', 'not in', [...read]))
    .execute()
  const enrolment = await findEnrolment(tx, id)
  if (!enrolment) throw new Error(`The enrolment ${id} was moved and is not found`)
  return enrolment
}
