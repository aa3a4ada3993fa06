import type { TestimonyAsk } from '#domain/evidence.ts'
import { after } from '#domain/calendar.ts'
import { digest, newToken } from '../hash.ts'
import type { Db, Tx } from './database.ts'
import type { TestimonyAskTable } from './evidence-tables.ts'
import { settingValue } from './settings.ts'

const asAsk = (row: TestimonyAskTable): TestimonyAsk => ({
  name: row.witness_name,
  email: row.witness_email,
  capacity: row.witness_capacity,
  askedAt: row.asked_at,
  expiresAt: row.expires_at,
})

export async function asksOf(db: Db, ids: readonly string[]): Promise<Map<string, TestimonyAsk>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('testimony_ask').selectAll().where('evidence_id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.evidence_id, asAsk(row)]))
}

/** Makes a link that works once and returns its token; an earlier one for the same piece of evidence stops working. */
export async function addAsk(tx: Tx, evidenceId: string, witness: { name: string; email: string; capacity: string }, now: Date): Promise<string> {
  const token = newToken()
  await tx.deleteFrom('testimony_ask').where('evidence_id', '=', evidenceId).execute()
  await tx
    .insertInto('testimony_ask')
    .values({
      id: await digest(token),
      evidence_id: evidenceId,
      witness_name: witness.name,
      witness_email: witness.email,
      witness_capacity: witness.capacity,
      asked_at: now.toISOString(),
      expires_at: after(now, { days: await settingValue(tx, 'testimony-link-days') }).toISOString(),
      used_at: null,
    })
    .execute()
  return token
}

/** The ask of a link that still works: not used, replaced, taken back or too old. Looking does not use it. */
export async function findAsk(db: Db, token: string, now: Date): Promise<(TestimonyAsk & { id: string; evidenceId: string }) | undefined> {
  const row = await db
    .selectFrom('testimony_ask')
    .selectAll()
    .where('id', '=', await digest(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirst()
  return row && { ...asAsk(row), id: row.id, evidenceId: row.evidence_id }
}

/** Uses a link up and forgets the address it was sent to. False when somebody else was faster. */
export async function useAsk(tx: Tx, id: string, now: Date): Promise<boolean> {
  const used = await tx
    .updateTable('testimony_ask')
    .set({ used_at: now.toISOString(), witness_email: null })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return used !== undefined
}

/** Forgets whom a testimony was asked of, and the mail that asked. */
export async function forgetAsk(tx: Tx, evidenceId: string): Promise<void> {
  await forgetMail(tx, evidenceId)
  await tx.deleteFrom('testimony_ask').where('evidence_id', '=', evidenceId).execute()
}

/** Deletes the mail that asked: it holds the witness's name and address, and a link that no longer leads anywhere. */
export async function forgetMail(tx: Tx, evidenceId: string): Promise<void> {
  await tx
    .deleteFrom('mail')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('testimony_ask')
          .innerJoin('evidence', 'evidence.id', 'testimony_ask.evidence_id')
          .innerJoin('account', 'account.person_id', 'evidence.person_id')
          .select('testimony_ask.id')
          .where('testimony_ask.evidence_id', '=', evidenceId)
          .whereRef('testimony_ask.witness_email', '=', 'mail.to_address')
          .whereRef('account.id', '=', 'mail.account_id'),
      ),
    )
    .execute()
}
