import { v7 as newId } from 'uuid'
import { type Evidence, evidenceMoves, type EvidenceKind, type EvidenceState, type EvidenceVersion, isReadable } from '#domain/evidence.ts'
import { conflict, stale } from '../problem.ts'
import type { Db, Tx } from './database.ts'
import type { EvidenceTable, EvidenceVersionTable } from './evidence-tables.ts'

type Row = Omit<EvidenceTable, 'version'> & { version: number }

/** A file as rows keep it, or null where there is none. */
export const asFile = (row: { file_name: string | null; media_type: string | null; bytes: number | null }): EvidenceVersion['file'] =>
  row.file_name === null ? null : { name: row.file_name, mediaType: row.media_type ?? 'application/octet-stream', bytes: row.bytes ?? 0 }

const asVersion = (row: EvidenceVersionTable): EvidenceVersion => ({
  number: row.number,
  text: row.text,
  url: row.url,
  file: asFile(row),
  from: row.from_name === null ? null : { name: row.from_name, capacity: row.from_capacity ?? '' },
  at: row.at,
})

async function whole(db: Db, rows: Row[]): Promise<Evidence[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const skills = await db.selectFrom('evidence_skill').selectAll().where('evidence_id', 'in', ids).orderBy('skill').execute()
  const versions = await db.selectFrom('evidence_version').selectAll().where('evidence_id', 'in', ids).orderBy('number').execute()
  const [skillsOf, versionsOf] = [Map.groupBy(skills, (row) => row.evidence_id), Map.groupBy(versions, (row) => row.evidence_id)]
  return rows.map((row) => {
    const state = row.state as EvidenceState
    const own = isReadable(state) ? (versionsOf.get(row.id) ?? []).map(asVersion) : []
    return {
      id: row.id,
      version: row.version,
      personId: row.person_id,
      kind: row.kind as EvidenceKind,
      title: row.title,
      state,
      skills: (skillsOf.get(row.id) ?? []).map(({ skill }) => skill),
      current: own.at(-1) ?? null,
      versions: own,
      createdAt: row.created_at,
    }
  })
}

/** A person's evidence, newest first, without what was purged. */
export const evidenceOf = async (db: Db, personId: string): Promise<Evidence[]> =>
  whole(
    db,
    await db.selectFrom('evidence').selectAll().where('person_id', '=', personId).where('state', '<>', 'purged').orderBy('id', 'desc').execute(),
  )

/** The state of each piece of somebody's evidence, for counting. */
export const evidenceStates = async (db: Db, personId: string): Promise<EvidenceState[]> =>
  (await db.selectFrom('evidence').select('state').where('person_id', '=', personId).execute()).map(({ state }) => state as EvidenceState)

export async function findEvidence(db: Db, id: string): Promise<Evidence | undefined> {
  return (await whole(db, await db.selectFrom('evidence').selectAll().where('id', '=', id).execute()))[0]
}

/** One version, as it was sent or cited; undefined when there is none or its evidence is quarantined or purged. `storedAs` is its file in the store. */
export async function evidenceVersion(db: Db, id: string, number: number): Promise<(EvidenceVersion & { storedAs: string | null }) | undefined> {
  const row = await db
    .selectFrom('evidence_version')
    .innerJoin('evidence', 'evidence.id', 'evidence_version.evidence_id')
    .selectAll('evidence_version')
    .select('evidence.state')
    .where('evidence_id', '=', id)
    .where('number', '=', number)
    .executeTakeFirst()
  return row && isReadable(row.state as EvidenceState) ? { ...asVersion(row), storedAs: row.stored_as } : undefined
}

/** How many versions there are, whether or not anybody may read them. */
export async function countVersions(db: Db, id: string): Promise<number> {
  return (await db.selectFrom('evidence_version').select('number').where('evidence_id', '=', id).execute()).length
}

export async function addEvidence(tx: Tx, personId: string, kind: EvidenceKind, at: string): Promise<string> {
  const id = newId()
  await tx
    .insertInto('evidence')
    .values({ id, person_id: personId, kind, title: '', state: 'draft' satisfies EvidenceState, created_at: at, moved_at: at })
    .execute()
  return id
}

/** Counts a change that is kept in another table, if nobody made one since `version` was read. @throws Problem 412 with the evidence as it is now. */
export async function touchEvidence(tx: Tx, id: string, version: number, current: () => Promise<unknown>): Promise<void> {
  const touched = await tx
    .updateTable('evidence')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!touched) throw stale(await current())
}

/**
 * Moves a piece of evidence along its table.
 * @throws Problem 409 with the moves that can be made, also when it moved since it was read.
 */
export async function moveEvidence(tx: Tx, id: string, from: EvidenceState, to: EvidenceState, at: string): Promise<void> {
  if (!evidenceMoves[from].includes(to)) throw conflict(`That cannot be done to evidence that is ${from}`, [...evidenceMoves[from]])
  const moved = await tx
    .updateTable('evidence')
    .set((eb) => ({ state: to, moved_at: at, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', from)
    .returning('id')
    .executeTakeFirst()
  if (!moved) throw conflict('That was moved on while you were working on it', [])
}

/** What a version holds beside its number, as it is stored. */
export type NewVersion = Omit<EvidenceVersionTable, 'evidence_id' | 'number' | 'at'>
export const noContent: NewVersion = {
  text: null,
  url: null,
  file_name: null,
  media_type: null,
  bytes: null,
  stored_as: null,
  from_name: null,
  from_capacity: null,
}

/** The file of a version as it is stored, for a version that keeps it. */
export const fileOf = (tx: Tx, id: string, number: number): Promise<Pick<NewVersion, 'file_name' | 'media_type' | 'bytes' | 'stored_as'>> =>
  tx
    .selectFrom('evidence_version')
    .select(['file_name', 'media_type', 'bytes', 'stored_as'])
    .where('evidence_id', '=', id)
    .where('number', '=', number)
    .executeTakeFirstOrThrow()

/** Appends a version and returns its number. */
export async function appendVersion(tx: Tx, id: string, content: NewVersion, at: string): Promise<number> {
  const number = (await countVersions(tx, id)) + 1
  await tx
    .insertInto('evidence_version')
    .values({ evidence_id: id, number, ...content, at })
    .execute()
  return number
}

/** What a piece is called and which skills it serves; neither belongs to a version. */
export async function describeEvidence(tx: Tx, id: string, title: string, skills: readonly string[]): Promise<void> {
  await tx.updateTable('evidence').set({ title }).where('id', '=', id).execute()
  await tx.deleteFrom('evidence_skill').where('evidence_id', '=', id).execute()
  const rows = [...new Set(skills)].map((skill) => ({ evidence_id: id, skill }))
  if (rows.length > 0) await tx.insertInto('evidence_skill').values(rows).execute()
}
