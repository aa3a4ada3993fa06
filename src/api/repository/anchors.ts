import { v7 as newId } from 'uuid'
import { anchorMoves, type AnchorFinding, type AnchorSheet } from '#domain/anchor.ts'
import { conflict } from '../problem.ts'
import type { AnchorRatingTable, Db, Tx } from './database.ts'

/** What was handed in of one skill of one version of a dossier. */
export type AnchorRating = Pick<AnchorRatingTable, 'dossier' | 'dossier_version' | 'skill' | 'level'>

/** How many anchor dossiers an assessor has handed in; a dossier counts whichever version of it they rated. */
export async function anchorsRatedBy(db: Db, personId: string): Promise<number> {
  const { rated } = await db
    .selectFrom('anchor_sheet')
    .select((eb) => eb.fn.countAll().as('rated'))
    .where('person_id', '=', personId)
    .where('handed_in_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return Number(rated)
}

/** The sheets that somebody began, by dossier. */
export async function sheetsOf(db: Db, personId: string): Promise<Map<string, AnchorSheet>> {
  const sheets = await db.selectFrom('anchor_sheet').selectAll().where('person_id', '=', personId).execute()
  const findings = await db.selectFrom('anchor_finding').selectAll().where('person_id', '=', personId).orderBy('skill').execute()
  return new Map(
    sheets.map((sheet) => [
      sheet.dossier,
      {
        dossier: sheet.dossier,
        dossierVersion: sheet.dossier_version,
        version: sheet.version,
        state: sheet.handed_in_at === null ? 'in-progress' : 'handed-in',
        handedInAt: sheet.handed_in_at,
        ratings: findings
          .filter(({ dossier }) => dossier === sheet.dossier)
          .map(({ skill, version, level, reason, updated_at }) => ({ skill, version, level, reason, updatedAt: updated_at })),
      },
    ]),
  )
}

/**
 * Keeps what somebody finds on one skill, if nobody did so since `version` was read; 0 is a finding that was not there. False when somebody did.
 * The first finding begins the sheet, on the version of the dossier that was read; every one raises the sheet's version.
 * @throws Problem 409 when the sheet was handed in.
 */
export async function keepFinding(
  tx: Tx,
  key: { person_id: string; dossier: string; skill: string },
  dossierVersion: number,
  version: number,
  given: AnchorFinding,
  at: string,
): Promise<boolean> {
  const { person_id, dossier, skill } = key
  const kept =
    version === 0
      ? await tx
          .insertInto('anchor_finding')
          .values({ ...key, ...given, updated_at: at })
          .onConflict((oc) => oc.columns(['person_id', 'dossier', 'skill']).doNothing())
          .returning('version')
          .executeTakeFirst()
      : await tx
          .updateTable('anchor_finding')
          .set((eb) => ({ ...given, updated_at: at, version: eb('version', '+', 1) }))
          .where('person_id', '=', person_id)
          .where('dossier', '=', dossier)
          .where('skill', '=', skill)
          .where('version', '=', version)
          .returning('version')
          .executeTakeFirst()
  if (!kept) return false
  const open = await tx
    .insertInto('anchor_sheet')
    .values({ person_id, dossier, dossier_version: dossierVersion, started_at: at, handed_in_at: null })
    .onConflict((oc) =>
      oc
        .columns(['person_id', 'dossier'])
        .doUpdateSet((eb) => ({ version: eb('anchor_sheet.version', '+', 1) }))
        .where('anchor_sheet.handed_in_at', 'is', null),
    )
    .returning('version')
    .executeTakeFirst()
  if (!open) throw handedIn()
  return true
}

/** Hands a sheet in, if nothing on it changed since it was read: its findings are appended as ratings. False when something did. */
export async function handIn(tx: Tx, personId: string, sheet: AnchorSheet, at: string): Promise<boolean> {
  const ended = await tx
    .updateTable('anchor_sheet')
    .set((eb) => ({ handed_in_at: at, version: eb('version', '+', 1) }))
    .where('person_id', '=', personId)
    .where('dossier', '=', sheet.dossier)
    .where('version', '=', sheet.version)
    .where('handed_in_at', 'is', null)
    .returning('version')
    .executeTakeFirst()
  if (!ended) return false
  const rows = sheet.ratings.flatMap(({ skill, level, reason }) =>
    level === null
      ? []
      : [{ id: newId(), person_id: personId, dossier: sheet.dossier, dossier_version: sheet.dossierVersion, skill, level, reason, at }],
  )
  if (rows.length > 0) await tx.insertInto('anchor_rating').values(rows).execute()
  return true
}

export const handedIn = () =>
  conflict('You have handed in this dossier and can read its reference, so its levels stay as they are', [...anchorMoves['handed-in']])

const columns = ['dossier', 'dossier_version', 'skill', 'level'] as const

export const anchorRatingsOf = (db: Db, personId: string): Promise<AnchorRating[]> =>
  db.selectFrom('anchor_rating').select(columns).where('person_id', '=', personId).orderBy('id').execute()

/** What others handed in of the very versions of dossiers that somebody has handed in themself, and of no others. */
export const ratingsByOthers = (db: Db, personId: string): Promise<(AnchorRating & { person_id: string })[]> =>
  db
    .selectFrom('anchor_rating as theirs')
    .innerJoin('anchor_rating as mine', (join) =>
      join
        .onRef('mine.dossier', '=', 'theirs.dossier')
        .onRef('mine.dossier_version', '=', 'theirs.dossier_version')
        .onRef('mine.skill', '=', 'theirs.skill'),
    )
    .select(['theirs.person_id', 'theirs.dossier', 'theirs.dossier_version', 'theirs.skill', 'theirs.level'])
    .where('mine.person_id', '=', personId)
    .where('theirs.person_id', '!=', personId)
    .orderBy('theirs.id')
    .execute()
