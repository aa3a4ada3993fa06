import { v7 as newId } from 'uuid'
import type { VerifiedLevel } from '#domain/skill-gaps.ts'
import { rebuildBarsOf } from './bars.ts'
import type { Db, Tx } from './database.ts'
import { holdPerson } from './people.ts'

/** Everything that assessors found about somebody, oldest first. */
export const verifiedLevelsOf = async (db: Db, personId: string): Promise<VerifiedLevel[]> =>
  (await db.selectFrom('verified_level').selectAll().where('person_id', '=', personId).orderBy('id').execute()).map((row) => ({
    skill: row.skill,
    frameworkVersion: row.framework_version,
    level: row.level,
    at: row.at,
  }))

/**
 * Appends what an assessor found, and keeps the newest, and the roles whose every level it completes, where lists can filter by them. Holds the person's
 * row first: of two findings at once the second has to see the first.
 */
export async function appendVerifiedLevel(tx: Tx, personId: string, { skill, frameworkVersion, level, at }: VerifiedLevel): Promise<void> {
  await holdPerson(tx, personId)
  await tx.insertInto('verified_level').values({ id: newId(), person_id: personId, framework_version: frameworkVersion, skill, level, at }).execute()
  await tx
    .insertInto('person_skill')
    .values({ person_id: personId, skill, level })
    .onConflict((oc) => oc.columns(['person_id', 'skill']).doUpdateSet({ level }))
    .execute()
  await rebuildBarsOf(tx, personId)
}
