import { sql } from 'kysely'
import type { Organisation, Organisations, Succession } from '#domain/organisation.ts'
import { nameKey, searchWords } from '#domain/person.ts'
import type { Db } from './database.ts'
import type { OrganisationTable } from './verification-tables.ts'

/** How many hits of a search are shown: more than that, and another word finds it sooner. */
const shownHits = 20

const asOrganisation = (row: OrganisationTable): Organisation => ({
  id: row.id,
  name: row.name,
  otherNames: JSON.parse(row.other_names) as string[],
  kind: row.kind as Organisation['kind'],
  region: row.region as Organisation['region'],
  successorId: row.successor_id,
})

/** Brings the stored register up to the one that ships. What was stored before and is no longer in it stays, since people may be tied to it. */
export async function keepRegister(db: Db, register: readonly Organisation[]): Promise<void> {
  if (register.length === 0) return
  const rows = register.map(({ id, name, otherNames, kind, region, successorId }) => ({
    id,
    name,
    name_key: nameKey(name),
    other_names: JSON.stringify(otherNames),
    search_key: [name, ...otherNames].map(nameKey).join(' | '),
    kind,
    region,
    successor_id: successorId,
  }))
  await db
    .insertInto('organisation')
    .values(rows)
    .onConflict((oc) =>
      oc.column('id').doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        name_key: eb.ref('excluded.name_key'),
        other_names: eb.ref('excluded.other_names'),
        search_key: eb.ref('excluded.search_key'),
        kind: eb.ref('excluded.kind'),
        region: eb.ref('excluded.region'),
        successor_id: eb.ref('excluded.successor_id'),
      })),
    )
    .execute()
}

/** The organisations that go, or went, by a name with each of the words in it, in the order of their names. */
export async function searchOrganisations(db: Db, name: string): Promise<Organisations> {
  let matching = db.selectFrom('organisation')
  for (const word of searchWords(name)) matching = matching.where('search_key', 'like', `%${word}%`)
  const rows = await matching.selectAll().orderBy('name_key').limit(shownHits).execute()
  const { total } = await matching.select(({ fn }) => sql<number>`cast(${fn.countAll()} as integer)`.as('total')).executeTakeFirstOrThrow()
  return { organisations: rows.map(asOrganisation), total }
}

export async function findOrganisation(db: Db, id: string): Promise<Organisation | undefined> {
  const row = await db.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirst()
  return row && asOrganisation(row)
}

/** Who became part of whom. */
export const succession = async (db: Db): Promise<Succession> =>
  (await db.selectFrom('organisation').select(['id', 'successor_id']).where('successor_id', 'is not', null).execute()).map((row) => ({
    id: row.id,
    successorId: row.successor_id,
  }))
