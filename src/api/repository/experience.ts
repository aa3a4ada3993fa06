import { v7 as newId } from 'uuid'
import type { Experience, ExperienceGiven } from '#domain/experience.ts'
import { stale } from '../problem.ts'
import type { Db, Tx } from './database.ts'
import type { ExperienceTable } from './evidence-tables.ts'

const asExperience = (row: Omit<ExperienceTable, 'version'> & { version: number }): Experience => ({
  id: row.id,
  version: row.version,
  personId: row.person_id,
  publisher: row.publisher,
  year: row.year,
  role: row.role as Experience['role'],
  url: row.url,
  createdAt: row.created_at,
})

/** The reports that somebody says they worked on, newest first. For the person and for an assessor whom they asked; for nobody else. */
export const experienceOf = async (db: Db, personId: string): Promise<Experience[]> =>
  (await db.selectFrom('experience').selectAll().where('person_id', '=', personId).orderBy('year', 'desc').orderBy('id', 'desc').execute()).map(
    asExperience,
  )

export async function findExperience(db: Db, id: string): Promise<Experience | undefined> {
  const row = await db.selectFrom('experience').selectAll().where('id', '=', id).executeTakeFirst()
  return row && asExperience(row)
}

export async function addExperience(tx: Tx, personId: string, given: ExperienceGiven, at: string): Promise<Experience> {
  const row = await tx
    .insertInto('experience')
    .values({ id: newId(), person_id: personId, ...given, created_at: at })
    .returningAll()
    .executeTakeFirstOrThrow()
  return asExperience(row)
}

/** @throws Problem 412 with the report as it is now. */
export async function saveExperience(tx: Tx, id: string, version: number, given: ExperienceGiven): Promise<Experience> {
  const row = await tx
    .updateTable('experience')
    .set((eb) => ({ ...given, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst()
  if (!row) throw stale(await findExperience(tx, id))
  return asExperience(row)
}

/** @throws Problem 412 with the report as it is now. */
export async function removeExperience(tx: Tx, id: string, version: number): Promise<void> {
  const row = await tx.deleteFrom('experience').where('id', '=', id).where('version', '=', version).returning('id').executeTakeFirst()
  if (!row) throw stale(await findExperience(tx, id))
}
