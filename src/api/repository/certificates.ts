import { sql } from 'kysely'
import { certificateState, type CertificateClaims, type Certificate, type RevocationReason } from '#domain/certificate.ts'
import { nameKey, searchWords } from '#domain/person.ts'
import { cutPage, pageSize, readCursor } from '../page.ts'
import { stale } from '../problem.ts'
import type { CertificateTable } from './certificate-tables.ts'
import type { Db, Tx } from './database.ts'

type Row = Omit<CertificateTable, 'version' | 'number' | 'reminders'> & { version: number; number: number; reminders: number }

export type StoredCertificate = Omit<Certificate, 'own' | 'moves' | 'checkAt'> & { credential: string }

/** A row as the API speaks of it, at a moment. The database holds only what was written here. */
const asCertificate = (row: Row, now: string): StoredCertificate => ({
  version: row.version,
  personId: row.person_id,
  state: certificateState({ validUntil: row.valid_until, revokedAt: row.revoked_at }, now),
  claims: JSON.parse(row.claims) as CertificateClaims,
  revoked: row.revoked_at ? { at: row.revoked_at, reason: row.revoked_reason as RevocationReason, words: row.revoked_words ?? '' } : null,
  reminders: row.reminders === 1,
  credential: row.credential,
})

export interface NewCertificate {
  personId: string
  path: string
  /** 1 for the first that somebody has of a path, one more for each that renews the one before. */
  number: number
  claims: CertificateClaims
  credential: string
}

/** The newest certificate that somebody has of a path, with its number. */
export async function newestCertificate(
  db: Db,
  personId: string,
  path: string,
  now: string,
): Promise<(StoredCertificate & { number: number }) | undefined> {
  const row = await db
    .selectFrom('certificate')
    .selectAll()
    .where('person_id', '=', personId)
    .where('path', '=', path)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { ...asCertificate(row, now), number: row.number }
}

/** False when the person has one of this path and number already, perhaps since this very moment. */
export async function addCertificate(tx: Tx, { personId, path, number, claims, credential }: NewCertificate): Promise<boolean> {
  const added = await tx
    .insertInto('certificate')
    .values({
      code: claims.code,
      person_id: personId,
      path,
      number,
      title: claims.title,
      name_key: nameKey(claims.name),
      claims: JSON.stringify(claims),
      credential,
      issued_at: claims.issuedAt,
      valid_until: claims.validUntil,
      revoked_at: null,
      revoked_reason: null,
      revoked_words: null,
      reminders: 1,
    })
    .onConflict((oc) => oc.columns(['person_id', 'path', 'number']).doNothing())
    .returning('code')
    .executeTakeFirst()
  return added !== undefined
}

export async function findCertificate(db: Db, code: string, now: string): Promise<StoredCertificate | undefined> {
  const row = await db.selectFrom('certificate').selectAll().where('code', '=', code).executeTakeFirst()
  return row && asCertificate(row, now)
}

export async function certificatesOf(db: Db, personId: string, now: string): Promise<StoredCertificate[]> {
  const rows = await db
    .selectFrom('certificate')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('issued_at', 'desc')
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => asCertificate(row, now))
}

/** @throws Problem 412 when it was changed since it was read. */
async function save(
  tx: Tx,
  { claims: { code }, version }: StoredCertificate,
  now: string,
  values: Partial<Omit<CertificateTable, 'code' | 'version' | 'number'>>,
): Promise<StoredCertificate> {
  const saved = await tx
    .updateTable('certificate')
    .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
    .where('code', '=', code)
    .where('version', '=', version)
    .returning('code')
    .executeTakeFirst()
  const certificate = await findCertificate(tx, code, now)
  if (!saved || !certificate) throw stale(certificate && { code, version: certificate.version })
  return certificate
}

export const saveReminders = (tx: Tx, certificate: StoredCertificate, on: boolean, now: string) =>
  save(tx, certificate, now, { reminders: on ? 1 : 0 })

export const saveRevocation = (tx: Tx, certificate: StoredCertificate, { reason, words }: { reason: RevocationReason; words: string }, now: string) =>
  save(tx, certificate, now, { revoked_at: now, revoked_reason: reason, revoked_words: words })

/** Certificates by the name on them, a page at a time, with how many there are; found by words of the name or by the whole code. */
export async function listIssued(
  db: Db,
  filters: { name?: string | undefined; after?: string | undefined; before?: string | undefined },
  code: string | null,
  now: string,
) {
  const backwards = filters.before !== undefined
  const place = readCursor(filters.before ?? filters.after, 2)
  let matching = db.selectFrom('certificate').selectAll()
  if (code) matching = matching.where('code', '=', code)
  else for (const word of searchWords(filters.name ?? '')) matching = matching.where('name_key', 'like', `%${word}%`)
  const { total } = await matching
    .clearSelect()
    .select(({ fn }) => sql<number>`cast(${fn.countAll()} as integer)`.as('total'))
    .executeTakeFirstOrThrow()
  const order = backwards ? 'desc' : 'asc'
  if (place) matching = matching.where(sql<boolean>`(name_key, code) ${sql.raw(backwards ? '<' : '>')} (${place[0]}, ${place[1]})`)
  const rows = await matching
    .orderBy('name_key', order)
    .orderBy('code', order)
    .limit(pageSize + 1)
    .execute()
  const page = cutPage(rows, place ? filters : {}, (row) => [row.name_key, row.code])
  return {
    certificates: page.rows.map((row) => {
      const { state, claims } = asCertificate(row, now)
      return { code: row.code, name: claims.name, title: row.title, state, issuedAt: row.issued_at, validUntil: row.valid_until }
    }),
    total,
    previous: page.previous,
    next: page.next,
  }
}

/** People who completed core training and have no certificate of the path, so many at most. */
export async function peopleToCertify(db: Db, path: string, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('person')
    .select('id')
    .where('training', '=', 'completed')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('certificate').select('code').whereRef('certificate.person_id', '=', 'person.id').where('certificate.path', '=', path),
        ),
      ),
    )
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}

/** Valid certificates that run out between two moments, were not renewed and whose holders want to be reminded, with the reminders that were sent. */
export async function certificatesRunningOut(db: Db, now: string, until: string) {
  const rows = await db
    .selectFrom('certificate')
    .select(['code', 'person_id as personId', 'title', 'valid_until as validUntil'])
    .where('valid_until', '>', now)
    .where('valid_until', '<=', until)
    .where('revoked_at', 'is', null)
    .where('reminders', '=', 1)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('certificate as newer')
            .select('newer.code')
            .whereRef('newer.person_id', '=', 'certificate.person_id')
            .whereRef('newer.path', '=', 'certificate.path')
            .whereRef('newer.number', '>', 'certificate.number'),
        ),
      ),
    )
    .execute()
  const sent = Map.groupBy(
    rows.length === 0
      ? []
      : await db
          .selectFrom('certificate_reminder')
          .innerJoin('certificate', 'certificate.code', 'certificate_reminder.certificate_code')
          .select(['certificate_code', 'days'])
          .where('valid_until', '>', now)
          .where('valid_until', '<=', until)
          .execute(),
    (row) => row.certificate_code,
  )
  return rows.map((row) => ({ ...row, sent: (sent.get(row.code) ?? []).map(({ days }) => days) }))
}

/** Notes a reminder as sent. False when it was before, perhaps by another server. */
export async function noteReminder(tx: Tx, code: string, days: number, at: string): Promise<boolean> {
  const noted = await tx
    .insertInto('certificate_reminder')
    .values({ certificate_code: code, days, sent_at: at })
    .onConflict((oc) => oc.columns(['certificate_code', 'days']).doNothing())
    .returning('days')
    .executeTakeFirst()
  return noted !== undefined
}
