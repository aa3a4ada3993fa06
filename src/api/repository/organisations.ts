import { type Selectable, sql } from 'kysely'
import type { Organisation, Organisations, RegisterEntry, Succession } from '#domain/organisation.ts'
import { nameKey, searchWords } from '#domain/person.ts'
import type { Db, Tx } from './database.ts'
import type { OrganisationTable } from './verification-tables.ts'

/** How many hits of a search are shown: more than that, and another word finds it sooner. */
const shownHits = 20

type Row = Selectable<OrganisationTable>

const keys = (name: string, otherNames: readonly string[]) => ({
  name,
  name_key: nameKey(name),
  other_names: JSON.stringify(otherNames),
  search_key: [name, ...otherNames].map(nameKey).join(' | '),
})

/**
 * Brings the stored register up to the one that ships. What was stored before and is no longer in it stays, since people may be tied to it; so does what
 * was added here.
 */
export async function keepRegister(db: Db, register: readonly Organisation[]): Promise<void> {
  if (register.length === 0) return
  const rows = register.map(({ id, name, otherNames, kind, region, area, code }) => ({
    id,
    ...keys(name, otherNames),
    kind,
    region,
    area,
    code,
    local: 0,
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
        area: eb.ref('excluded.area'),
        code: eb.ref('excluded.code'),
        local: eb.ref('excluded.local'),
      })),
    )
    .execute()
  await db.deleteFrom('organisation_successor').where('addition_id', 'is', null).execute()
  await db.deleteFrom('organisation_area').where('addition_id', 'is', null).execute()
  const successors = register.flatMap(({ id, successors: next }) =>
    next.map((one) => ({ organisation_id: id, successor_id: one.id, from_on: one.from, addition_id: null })),
  )
  const areas = register.flatMap(({ id, areas: served }) => served.map((area) => ({ organisation_id: id, area_id: area, addition_id: null })))
  // What ships wins over the same thing added here, and the addition is then the one to take back.
  if (successors.length > 0)
    await db
      .insertInto('organisation_successor')
      .values(successors)
      .onConflict((oc) => oc.doNothing())
      .execute()
  for (let start = 0; start < areas.length; start += 3_000)
    await db
      .insertInto('organisation_area')
      .values(areas.slice(start, start + 3_000))
      .onConflict((oc) => oc.doNothing())
      .execute()
  const names = await db.selectFrom('organisation_addition').select(['organisation_id', 'value']).where('kind', '=', 'other-name').execute()
  for (const id of new Set(names.map((row) => row.organisation_id))) {
    const shipped = register.find((one) => one.id === id)
    if (shipped)
      await keepOtherNames(
        db,
        shipped,
        names.filter((row) => row.organisation_id === id).map((row) => row.value),
      )
  }
}

/** Stores an organisation's other names: those it has, and those that were added here. */
async function keepOtherNames(db: Db, { id, name, otherNames }: Pick<Organisation, 'id' | 'name' | 'otherNames'>, added: readonly string[]) {
  await db
    .updateTable('organisation')
    .set(keys(name, [...new Set([...otherNames, ...added])]))
    .where('id', '=', id)
    .execute()
}

/** Adds another name to an organisation, or takes one away. */
export async function changeOtherNames(tx: Tx, id: string, change: (names: string[]) => string[]): Promise<void> {
  const row = await tx.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  await keepOtherNames(tx, { id, name: row.name, otherNames: change(JSON.parse(row.other_names) as string[]) }, [])
}

/** The lines of the register for its rows, each with what it became part of. */
export async function asEntries(db: Db, rows: readonly Row[]): Promise<RegisterEntry[]> {
  const ids = rows.map(({ id }) => id)
  const successors =
    ids.length === 0
      ? []
      : await db
          .selectFrom('organisation_successor as step')
          .innerJoin('organisation as next', 'next.id', 'step.successor_id')
          .select(['step.organisation_id', 'step.from_on', 'next.id', 'next.name'])
          .where('step.organisation_id', 'in', ids)
          .orderBy('next.name_key')
          .execute()
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    name: row.name,
    otherNames: JSON.parse(row.other_names) as string[],
    kind: row.kind as RegisterEntry['kind'],
    region: row.region as RegisterEntry['region'],
    area: row.area,
    code: row.code,
    local: row.local === 1,
    successors: successors.flatMap((one) => (one.organisation_id === row.id ? [{ id: one.id, name: one.name, from: one.from_on }] : [])),
  }))
}

/** The organisations that go, or went, by a name with each of the words in it, in the order of their names. */
export async function searchOrganisations(db: Db, name: string): Promise<Organisations> {
  let matching = db.selectFrom('organisation')
  for (const word of searchWords(name)) matching = matching.where('search_key', 'like', `%${word}%`)
  const rows = await matching.selectAll().orderBy('name_key').limit(shownHits).execute()
  const { total } = await matching.select(({ fn }) => sql<number>`cast(${fn.countAll()} as integer)`.as('total')).executeTakeFirstOrThrow()
  return { organisations: await asEntries(db, rows), total }
}

export async function findOrganisation(db: Db, id: string): Promise<RegisterEntry | undefined> {
  const row = await db.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirst()
  return row && (await asEntries(db, [row]))[0]
}

/** Who became part of whom, and from which day. */
export const succession = async (db: Db): Promise<Succession> =>
  (await db.selectFrom('organisation_successor').select(['organisation_id', 'successor_id', 'from_on']).execute()).map((row) => ({
    id: row.organisation_id,
    successorId: row.successor_id,
    from: row.from_on,
  }))
