import { v7 as newId } from 'uuid'
import { changesBetween } from '#domain/audit.ts'
import { nameKey, type Person, type Profile } from '#domain/person.ts'
import { stale } from '../problem.ts'
import { account, type Doer, type Entry } from './audit.ts'
import type { Db, PersonTable, Tx } from './database.ts'
import { countIn, moveInTally } from './tally.ts'

type PersonRow = Omit<PersonTable, 'version' | 'merged_into'> & { version: number }

const joinRoles = (roles: readonly string[]): string => roles.toSorted().join(',')

/** A row as the API speaks of it. The database holds only words that its schema allows. */
export const asPerson = (row: PersonRow): Person => ({
  id: row.id,
  version: row.version,
  name: row.name,
  email: row.email,
  phone: row.phone,
  region: row.region as Person['region'],
  roles: (row.roles ? row.roles.split(',') : []) as Person['roles'],
  standing: row.standing as Person['standing'],
  training: row.training as Person['training'],
  joinedOn: row.joined_on,
})

/** Somebody's record. One that was put together with another is not found: the other speaks for both. */
export async function findPerson(db: Db, id: string): Promise<Person | undefined> {
  const found = await findRecord(db, id)
  if (!found || found.mergedInto !== null) return undefined
  const { mergedInto: _none, ...person } = found
  return person
}

/** A record, also one that was put together with another: `mergedInto` is then the one that stays. */
export type AnyRecord = Person & { mergedInto: string | null }

export async function findRecord(db: Db, id: string): Promise<AnyRecord | undefined> {
  const row = await db.selectFrom('person').selectAll().where('id', '=', id).where('erased_at', 'is', null).executeTakeFirst()
  return row && { ...asPerson(row), mergedInto: row.merged_into }
}

/** The record that stays for one that may have been put together with another, and that with a third. */
export async function findStaying(db: Db, id: string): Promise<Person | undefined> {
  let record = await findRecord(db, id)
  while (record?.mergedInto) record = await findRecord(db, record.mergedInto)
  return record && findPerson(db, record.id)
}

/** The ids of all records that one stands for: itself, and those that were put together with it, and with those. */
export async function recordsOf(db: Db, id: string): Promise<string[]> {
  const all = [id]
  for (let newest = all; newest.length > 0;) {
    const rows = await db.selectFrom('person').select('id').where('merged_into', 'in', newest).execute()
    newest = rows.map((row) => row.id)
    all.push(...newest)
  }
  return all
}

/** The names of some people, by their ids; those that are null or not there are left out. */
export async function peopleNamed(db: Db, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = ids.filter((id) => id !== null)
  if (known.length === 0) return new Map()
  const rows = await db.selectFrom('person').select(['id', 'name']).where('id', 'in', known).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export interface NewPerson {
  name: string
  email: string
  /** Null for staff, who are not on the roster. */
  standing: Person['standing']
  joinedOn: string
}

export async function addPerson(tx: Tx, { name, email, standing, joinedOn }: NewPerson, doer: Doer): Promise<string> {
  const id = newId()
  await tx
    .insertInto('person')
    .values({
      id,
      name,
      name_key: nameKey(name),
      email,
      phone: null,
      region: null,
      roles: '',
      standing,
      training: 'not-started',
      joined_on: joinedOn,
      created_at: doer.at,
      erased_at: null,
    })
    .execute()
  if (standing) {
    await tx
      .insertInto('person_standing')
      .values({ id: newId(), person_id: id, standing, reason: null, until_on: null, at: doer.at, by_person_id: doer.personId })
      .execute()
    await countIn(tx, { region: null, standing, training: 'not-started', roles: '' })
  }
  return id
}

const profileFields = ['name', 'phone', 'region', 'roles'] as const

/**
 * Saves what a person says of themself, if nobody did so since `before` was read.
 * @throws Problem 412 with the record as it is now.
 */
export async function saveProfile(tx: Tx, before: Person, profile: Profile, doer: Doer, entry: Pick<Entry, 'action'>): Promise<Person> {
  const after = { ...before, ...profile, roles: [...new Set(profile.roles)].toSorted() }
  const row = await tx
    .updateTable('person')
    .set((eb) => ({
      name: after.name,
      name_key: nameKey(after.name),
      phone: after.phone,
      region: after.region,
      roles: joinRoles(after.roles),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .returningAll()
    .executeTakeFirst()
  if (!row) throw stale(await findPerson(tx, before.id))
  await tx.deleteFrom('person_role').where('person_id', '=', before.id).execute()
  if (after.roles.length > 0)
    await tx
      .insertInto('person_role')
      .values(after.roles.map((role) => ({ person_id: before.id, role })))
      .execute()
  const saved = asPerson(row)
  await moveInTally(tx, before, saved)
  await account(tx, doer, {
    ...entry,
    record: 'person',
    recordId: before.id,
    personId: before.id,
    changes: changesBetween(before, saved, profileFields),
  })
  return saved
}

/** Keeps the training state that lists filter by equal to what the attempts say. Not a change anybody makes, so nobody's version moves. */
export async function setTraining(tx: Tx, before: Person, training: Person['training']): Promise<void> {
  if (before.training === training) return
  await tx.updateTable('person').set({ training }).where('id', '=', before.id).execute()
  await moveInTally(tx, before, { ...before, training })
}

/** Holds a person's row until the transaction ends: of two changes at once the second sees the first. */
export async function holdPerson(tx: Tx, personId: string): Promise<void> {
  await tx
    .updateTable('person')
    .set((eb) => ({ version: eb.ref('version') }))
    .where('id', '=', personId)
    .execute()
}
