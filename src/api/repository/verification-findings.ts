import type { FindingDraft, FindingGiven } from '#domain/finding.ts'
import type { Finding } from '#domain/verification.ts'
import { stale } from '../problem.ts'
import type { Db, Tx } from './database.ts'
import type { VerificationFindingTable } from './verification-tables.ts'

/** Whose finding, in which round of which request. */
export interface FindingKey {
  requestId: string
  round: number
  assessorId: string
}

type Row = Omit<VerificationFindingTable, 'version'> & { version: number }

const asDraft = (row: Row): FindingDraft => ({
  skill: row.skill,
  version: row.version,
  outcome: row.outcome as FindingDraft['outcome'],
  level: row.level,
  reason: row.reason,
  equivalence: row.equivalence,
  updatedAt: row.updated_at,
})

const own = (db: Db, { requestId, round, assessorId }: FindingKey) =>
  db
    .selectFrom('verification_finding')
    .selectAll()
    .where('request_id', '=', requestId)
    .where('round', '=', round)
    .where('assessor_id', '=', assessorId)

/** What an assessor has written so far. */
export const draftsOf = async (db: Db, key: FindingKey): Promise<FindingDraft[]> => (await own(db, key).orderBy('skill').execute()).map(asDraft)

/**
 * Keeps what an assessor is about to find, if nobody did so since `version` was read; 0 is one that was not there.
 * @throws Problem 412 with the draft as it is now.
 */
export async function keepDraft(tx: Tx, key: FindingKey, skill: string, version: number, given: FindingGiven, at: string): Promise<FindingDraft> {
  const { requestId, round, assessorId } = key
  const kept =
    version === 0
      ? await tx
          .insertInto('verification_finding')
          .values({ request_id: requestId, round, assessor_id: assessorId, skill, ...given, updated_at: at, decided_at: null })
          .onConflict((oc) => oc.doNothing())
          .returningAll()
          .executeTakeFirst()
      : await tx
          .updateTable('verification_finding')
          .set((eb) => ({ ...given, updated_at: at, version: eb('version', '+', 1) }))
          .where('request_id', '=', requestId)
          .where('round', '=', round)
          .where('assessor_id', '=', assessorId)
          .where('skill', '=', skill)
          .where('version', '=', version)
          .returningAll()
          .executeTakeFirst()
  if (kept) return asDraft(kept)
  const now = await own(tx, key).where('skill', '=', skill).executeTakeFirst()
  throw stale(now && asDraft(now))
}

/** Makes a draft a finding, with the level that it comes to. */
export async function settleFinding(tx: Tx, key: FindingKey, skill: string, level: number | null, at: string): Promise<void> {
  await tx
    .updateTable('verification_finding')
    .set({ level, decided_at: at })
    .where('request_id', '=', key.requestId)
    .where('round', '=', key.round)
    .where('assessor_id', '=', key.assessorId)
    .where('skill', '=', skill)
    .execute()
}

const asFinding = (row: Row): Finding => ({
  skill: row.skill,
  round: row.round,
  outcome: row.outcome as Finding['outcome'],
  level: row.level,
  reason: row.reason,
  equivalence: row.equivalence,
  at: row.decided_at ?? row.updated_at,
})

/** What was found in some requests, by everybody or by one assessor, each in order. Drafts are nobody else's. */
export async function findingsOfAll(db: Db, requestIds: readonly string[], assessorId?: string): Promise<Map<string, Finding[]>> {
  if (requestIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('verification_finding')
    .selectAll()
    .where('request_id', 'in', requestIds)
    .where('decided_at', 'is not', null)
    .$if(assessorId !== undefined, (query) => query.where('assessor_id', '=', assessorId ?? ''))
    .orderBy('round')
    .orderBy('skill')
    .execute()
  return new Map([...Map.groupBy(rows, (row) => row.request_id)].map(([id, group]) => [id, group.map(asFinding)]))
}

export const findingsOf = async (db: Db, requestId: string, assessorId?: string): Promise<Finding[]> =>
  (await findingsOfAll(db, [requestId], assessorId)).get(requestId) ?? []
