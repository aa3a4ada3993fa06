import { v7 as newId } from 'uuid'
import type { Enrolment, Place } from '#domain/training.ts'
import { stale } from '../problem.ts'
import type { Db, EnrolmentTable, Tx } from './database.ts'

type Row = Omit<EnrolmentTable, 'version'> & { version: number }

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
