import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { emailKey, type Account, type AccountFilters, type HeldRole } from '#domain/account.ts'
import { nameKey, searchWords } from '#domain/person.ts'
import { cutPage, pageSize, readCursor } from '../page.ts'
import { stale } from '../problem.ts'
import type { AccountTable, Db, Tx } from './database.ts'

export type AccountRow = Omit<AccountTable, 'version'> & { version: number; name: string; email: string | null }

const withPerson = (db: Db) =>
  db.selectFrom('account').innerJoin('person', 'person.id', 'account.person_id').selectAll('account').select(['person.name', 'person.email'])

export async function rolesOf(db: Db, accountIds: readonly string[]): Promise<Map<string, HeldRole[]>> {
  if (accountIds.length === 0) return new Map()
  const rows = await db.selectFrom('account_role').selectAll().where('account_id', 'in', accountIds).orderBy('role').execute()
  const held = rows.map(({ account_id, role, region }) => ({
    account_id,
    held: { role: role as HeldRole['role'], region: region as HeldRole['region'] },
  }))
  return new Map([...Map.groupBy(held, (row) => row.account_id)].map(([id, group]) => [id, group.map((row) => row.held)]))
}

export function stateOf(row: AccountTable | AccountRow): Account['state'] {
  if (row.suspended_at) return 'suspended'
  if (row.confirmed_at) return 'active'
  return row.invited_at ? 'invited' : 'unconfirmed'
}

const asAccount = (row: AccountRow, roles: HeldRole[]): Account => ({
  id: row.id,
  version: row.version,
  personId: row.person_id,
  name: row.name,
  email: row.email,
  roles,
  state: stateOf(row),
  secondFactor: row.totp_confirmed_at !== null,
  suspendedReason: row.suspended_reason,
  lastSignedInAt: row.last_signed_in_at,
  createdAt: row.created_at,
})

export const findAccountRow = (db: Db, id: string): Promise<AccountRow | undefined> => withPerson(db).where('account.id', '=', id).executeTakeFirst()

export const findByEmail = (db: Db, email: string): Promise<AccountRow | undefined> =>
  withPerson(db).where('account.email_key', '=', emailKey(email)).executeTakeFirst()

export async function findAccount(db: Db, id: string): Promise<Account | undefined> {
  // An account whose record was put together with another speaks for nobody.
  const row = await withPerson(db).where('account.id', '=', id).where('person.merged_into', 'is', null).executeTakeFirst()
  return row && asAccount(row, (await rolesOf(db, [id])).get(id) ?? [])
}

export interface NewAccount {
  personId: string
  email: string
  passphrase: string | null
  roles: HeldRole[]
  invited: boolean
  at: string
}

/** Somebody else made an account with the same address at this very moment: what was begun has to be undone. */
export class AddressTaken extends Error {}

/** @throws AddressTaken when there is an account with this address. */
export async function addAccount(tx: Tx, { personId, email, passphrase, roles, invited, at }: NewAccount): Promise<string> {
  const id = newId()
  const added = await tx
    .insertInto('account')
    .values({
      id,
      person_id: personId,
      email_key: emailKey(email),
      confirmed_at: null,
      invited_at: invited ? at : null,
      passphrase,
      totp_secret: null,
      totp_confirmed_at: null,
      totp_last_step: null,
      suspended_at: null,
      suspended_reason: null,
      last_signed_in_at: null,
      created_at: at,
    })
    .onConflict((oc) => oc.column('email_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) throw new AddressTaken()
  await tx
    .insertInto('account_role')
    .values(roles.map((held) => ({ account_id: id, ...held })))
    .execute()
  return id
}

/**
 * Saves an account if nobody did so since `version` was read.
 * @throws Problem 412 with the account as it is now.
 */
export async function saveAccount(tx: Tx, id: string, version: number, values: Partial<Omit<AccountTable, 'id' | 'version'>>): Promise<Account> {
  const saved = await tx
    .updateTable('account')
    .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  const account = await findAccount(tx, id)
  if (!saved || !account) throw stale(account)
  return account
}

type Values = Partial<Omit<AccountTable, 'id' | 'version'>>

/**
 * Changes an account on behalf of its owner, who has just proved that it is theirs: no version is asked for, since what else changed meanwhile stands.
 * False when something that must `still` be so no longer is.
 */
export async function changeOwn(tx: Tx, id: string, values: Values, still: Pick<Values, 'passphrase' | 'totp_secret' | 'totp_confirmed_at'> = {}) {
  let query = tx
    .updateTable('account')
    .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
    .where('id', '=', id)
  for (const [column, value] of Object.entries(still)) query = query.where(column as keyof typeof still, value === null ? 'is' : '=', value)
  return (await query.returning('id').executeTakeFirst()) !== undefined
}

/** Uses the time step of a one-time code up. False when it was used already, perhaps at this very moment elsewhere. */
export async function useCodeStep(tx: Tx, id: string, step: number): Promise<boolean> {
  const used = await tx
    .updateTable('account')
    .set({ totp_last_step: step })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('totp_last_step', 'is', null), eb('totp_last_step', '<', step)]))
    .returning('id')
    .executeTakeFirst()
  return used !== undefined
}

/** When somebody signed in is no change to their account: whoever reads it meanwhile can still change it. */
export async function noteSignIn(tx: Tx, id: string, at: string): Promise<void> {
  await tx.updateTable('account').set({ last_signed_in_at: at }).where('id', '=', id).execute()
}

/** How many administrators could sign in, so that the last one is never shut out. */
export async function countAdministrators(db: Db): Promise<number> {
  const { administrators } = await db
    .selectFrom('account_role')
    .innerJoin('account', 'account.id', 'account_role.account_id')
    .select(({ fn }) => sql<number>`cast(${fn.countAll()} as integer)`.as('administrators'))
    .where('role', '=', 'administrator')
    .where('suspended_at', 'is', null)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return administrators
}

/** Accounts by name, a page at a time, with how many there are. */
export async function listAccounts(db: Db, filters: AccountFilters) {
  const backwards = filters.before !== undefined
  const place = readCursor(filters.before ?? filters.after, 2)
  let matching = withPerson(db).where('person.erased_at', 'is', null).where('person.merged_into', 'is', null)
  const { role, state } = filters
  if (role)
    matching = matching.where((eb) =>
      eb.exists(eb.selectFrom('account_role').select('role').whereRef('account_id', '=', 'account.id').where('role', '=', role)),
    )
  if (state === 'suspended') matching = matching.where('suspended_at', 'is not', null)
  else if (state) matching = matching.where('suspended_at', 'is', null).where('confirmed_at', state === 'active' ? 'is not' : 'is', null)
  if (state === 'invited') matching = matching.where('invited_at', 'is not', null)
  if (state === 'unconfirmed') matching = matching.where('invited_at', 'is', null)
  for (const word of searchWords(filters.name ?? '')) matching = matching.where('person.name_key', 'like', `%${word}%`)
  const { total } = await matching
    .clearSelect()
    .select(({ fn }) => sql<number>`cast(${fn.countAll()} as integer)`.as('total'))
    .executeTakeFirstOrThrow()
  const order = backwards ? 'desc' : 'asc'
  if (place) matching = matching.where(sql<boolean>`(person.name_key, person.id) ${sql.raw(backwards ? '<' : '>')} (${place[0]}, ${place[1]})`)
  const rows = await matching
    .orderBy('person.name_key', order)
    .orderBy('person.id', order)
    .limit(pageSize + 1)
    .execute()
  const page = cutPage(rows, place ? filters : {}, (row) => [nameKey(row.name), row.person_id])
  const roles = await rolesOf(
    db,
    page.rows.map(({ id }) => id),
  )
  return { accounts: page.rows.map((row) => asAccount(row, roles.get(row.id) ?? [])), total, previous: page.previous, next: page.next }
}
