import type { Context } from 'hono'
import { importMoves } from '#domain/roster-import.ts'
import type { Env } from '../deps.ts'
import { asking } from '../doer.ts'
import { conflict, notFound, stale } from '../problem.ts'
import type { Db, Tx } from '../repository/database.ts'
import { draftView, findDraft, type ImportDraft } from '../repository/imports.ts'

/** A list as it is now, in the transaction that changes it. */
export async function viewNow(tx: Tx, id: string) {
  const draft = await findDraft(tx, id)
  if (!draft) throw notFound()
  return draftView(tx, draft)
}

/** Lists are their sender’s alone: they hold what nobody has decided to keep yet. */
export async function ownDraft(c: Context<Env>, db: Db, id: string): Promise<ImportDraft> {
  const draft = await findDraft(db, id)
  if (!draft || draft.person_id !== asking(c).personId) throw notFound()
  return draft
}

/** One that is still to be committed, as it was read where a version is named. */
export async function openDraft(c: Context<Env>, tx: Tx, id: string, version?: number): Promise<ImportDraft> {
  const draft = await ownDraft(c, tx, id)
  if (draft.state !== 'open') throw conflict('This list was imported already', [...importMoves[draft.state as 'committed']])
  if (version !== undefined && draft.version !== version) throw stale(await draftView(tx, draft))
  return draft
}
