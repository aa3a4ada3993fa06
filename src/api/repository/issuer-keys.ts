import { v7 as newId } from 'uuid'
import type { PublicKey } from '#domain/certificate.ts'
import { after } from '#domain/calendar.ts'
import { issuerAddresses } from '#domain/open-badge.ts'
import { newKey } from '../certificates/signature.ts'
import type { Db, Tx } from './database.ts'
import { settingValue } from './settings.ts'

// The rows were written here, from keys of these shapes.
const asPublic = ({ public_key }: { public_key: string }): PublicKey => JSON.parse(public_key) as PublicKey

/**
 * The key to sign with: the newest, or a new one once that has served its time. Two servers that make one at the same moment both use theirs, which does
 * no harm: each is published. It stays published until what is signed now, and everything before, has run out.
 */
export async function signingKey(tx: Tx, origin: string, now: Date, neededUntil: string): Promise<{ kid: string; privateKey: JsonWebKey }> {
  const since = after(now, { days: -(await settingValue(tx, 'issuer-key-days')) }).toISOString()
  const newest = await tx.selectFrom('issuer_key').selectAll().where('created_at', '>', since).orderBy('id', 'desc').limit(1).executeTakeFirst()
  if (!newest) return makeKey(tx, origin, now, neededUntil)
  await tx.updateTable('issuer_key').set({ needed_until: neededUntil }).where('id', '=', newest.id).where('needed_until', '<', neededUntil).execute()
  return { kid: newest.kid, privateKey: JSON.parse(newest.private_key) as JsonWebKey }
}

async function makeKey(tx: Tx, origin: string, now: Date, neededUntil: string): Promise<{ kid: string; privateKey: JsonWebKey }> {
  const { thumbprint, modulus, privateKey } = await newKey()
  const kid = issuerAddresses(origin).key(thumbprint)
  const publicKey: PublicKey = { kty: 'RSA', ...modulus, alg: 'RS256', use: 'sig', kid }
  await tx
    .insertInto('issuer_key')
    .values({
      id: newId({ msecs: now.getTime() }),
      kid,
      thumbprint,
      public_key: JSON.stringify(publicKey),
      private_key: JSON.stringify(privateKey),
      created_at: now.toISOString(),
      needed_until: neededUntil,
    })
    .execute()
  return { kid, privateKey }
}

/** The keys with which something was signed that has not run out. */
export async function publishedKeys(db: Db, now: Date): Promise<PublicKey[]> {
  const rows = await db.selectFrom('issuer_key').select('public_key').where('needed_until', '>', now.toISOString()).orderBy('id').execute()
  return rows.map(asPublic)
}

export async function keyByThumbprint(db: Db, thumbprint: string): Promise<PublicKey | undefined> {
  const row = await db.selectFrom('issuer_key').select('public_key').where('thumbprint', '=', thumbprint).executeTakeFirst()
  return row && asPublic(row)
}

/** Also one that is no longer published: we still know what we signed. */
export async function keyByName(db: Db, kid: string): Promise<PublicKey | undefined> {
  const row = await db.selectFrom('issuer_key').select('public_key').where('kid', '=', kid).executeTakeFirst()
  return row && asPublic(row)
}
