import { v7 as newId } from 'uuid'
import type { ExtraTries } from '#domain/training.ts'
import type { Db, Tx } from './database.ts'

/** What coordinators gave somebody beyond the rules of the checks, oldest first. */
export async function extraTriesOf(db: Db, personId: string): Promise<ExtraTries[]> {
  const rows = await db.selectFrom('extra_try').selectAll().where('person_id', '=', personId).orderBy('id').execute()
  return rows.map(({ id, module_id, tries, reason, at }) => ({ id, moduleId: module_id, tries, reason, at }))
}

/** How many extra tries several people were given in all, by person and module. */
export async function extraTriesOfEach(db: Db, personIds: readonly string[]): Promise<(personId: string, moduleId: string) => number> {
  const rows = personIds.length === 0 ? [] : await db.selectFrom('extra_try').selectAll().where('person_id', 'in', personIds).execute()
  return (personId, moduleId) =>
    rows.filter((row) => row.person_id === personId && row.module_id === moduleId).reduce((sum, { tries }) => sum + tries, 0)
}

export async function addExtraTries(
  tx: Tx,
  given: { personId: string; moduleId: string; tries: number; reason: string; at: string; by: string },
): Promise<ExtraTries> {
  const { personId, by, ...rest } = given
  const id = newId()
  await tx
    .insertInto('extra_try')
    .values({ id, person_id: personId, module_id: rest.moduleId, tries: rest.tries, reason: rest.reason, at: rest.at, by_person_id: by })
    .execute()
  return { id, ...rest }
}
