import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import type { AdditionGiven, Areas, OrganisationGiven, OrganisationRecord, Register, RegisterFilters } from '#domain/organisation.ts'
import { organisationIdOf } from '#domain/organisation.ts'
import { nameKey, searchWords } from '#domain/person.ts'
import { cutPage, pageSize, readCursor } from '../page.ts'
import type { Reach } from '../policy.ts'
import { stale } from '../problem.ts'
import type { Db, Tx } from './database.ts'
import { asEntries, changeOtherNames, findOrganisation } from './organisations.ts'
import { coordinatorsSee, within } from './reach.ts'
import { personHasTie, tieQuestion } from './ties.ts'

/** One page of the register: filtered, sorted by name and cut in SQL. */
export async function readRegister(db: Db, filters: RegisterFilters): Promise<Omit<Register, 'mayKeep'>> {
  const backwards = filters.before !== undefined
  const place = readCursor(filters.before ?? filters.after, 2)
  const order = backwards ? 'desc' : 'asc'
  let matching = db.selectFrom('organisation')
  for (const word of searchWords(filters.name ?? '')) matching = matching.where('search_key', 'like', `%${word}%`)
  if (filters.kind) matching = matching.where('kind', '=', filters.kind)
  if (filters.region) matching = matching.where('region', '=', filters.region)
  const { area } = filters
  if (area)
    matching = matching.where((eb) =>
      eb.or([
        eb('organisation.id', '=', area),
        eb.exists(
          eb
            .selectFrom('organisation_area')
            .select('area_id')
            .whereRef('organisation_area.organisation_id', '=', 'organisation.id')
            .where('area_id', '=', area),
        ),
      ]),
    )
  const { total } = await matching.select(({ fn }) => sql<number>`cast(${fn.countAll()} as integer)`.as('total')).executeTakeFirstOrThrow()
  let page = matching.selectAll()
  if (place) page = page.where(sql<boolean>`(name_key, id) ${sql.raw(backwards ? '<' : '>')} (${place[0]}, ${place[1]})`)
  const rows = await page
    .orderBy('name_key', order)
    .orderBy('id', order)
    .limit(pageSize + 1)
    .execute()
  const cut = cutPage(rows, place ? filters : {}, (row) => [row.name_key, row.id])
  return { organisations: await asEntries(db, cut.rows), total, previous: cut.previous, next: cut.next }
}

/** One organisation, with how many people within reach are tied to it on a day. */
export async function readOrganisation(db: Db, id: string, reach: Reach, on: string): Promise<Omit<OrganisationRecord, 'mayKeep'> | undefined> {
  const entry = await findOrganisation(db, id)
  if (!entry) return undefined
  const areas = await db
    .selectFrom('organisation_area as served')
    .innerJoin('organisation as authority', 'authority.id', 'served.area_id')
    .select(['authority.id', 'authority.area', 'authority.name'])
    .where('served.organisation_id', '=', id)
    .orderBy('authority.name_key')
    .execute()
  const servedBy = await db
    .selectFrom('organisation_area as served')
    .innerJoin('organisation as body', 'body.id', 'served.organisation_id')
    .select(['body.id', 'body.name', 'body.kind'])
    .where('served.area_id', '=', id)
    .orderBy('body.kind')
    .orderBy('body.name_key')
    .execute()
  const predecessors = await db
    .selectFrom('organisation_successor as step')
    .innerJoin('organisation as before', 'before.id', 'step.organisation_id')
    .select(['before.id', 'before.name', 'step.from_on'])
    .where('step.successor_id', '=', id)
    .orderBy('before.name_key')
    .execute()
  const additions = await db
    .selectFrom('organisation_addition as addition')
    .leftJoin('organisation as other', 'other.id', 'addition.value')
    .selectAll('addition')
    .select('other.name')
    .where('organisation_id', '=', id)
    .orderBy('addition.id')
    .execute()
  const question = await tieQuestion(db, [id], on)
  const { tied } = await within(coordinatorsSee(db.selectFrom('person')), reach)
    .where((eb) => personHasTie(eb, question))
    .select(({ fn }) => sql<number>`cast(${fn.countAll()} as integer)`.as('tied'))
    .executeTakeFirstOrThrow()
  return {
    ...entry,
    areas: areas.map((row) => ({ id: row.id, area: row.area ?? row.name })),
    servedBy: servedBy.map((row) => ({ ...row, kind: row.kind as OrganisationRecord['kind'] })),
    predecessors: predecessors.map((row) => ({ id: row.id, name: row.name, from: row.from_on })),
    additions: additions.map((row) => ({
      id: row.id,
      kind: row.kind as OrganisationRecord['additions'][number]['kind'],
      text: row.kind === 'other-name' ? row.value : (row.name ?? row.value),
      at: row.at,
    })),
    tied,
  }
}

/** Adds an organisation to the register, or says which one there already goes by that name. */
export async function addOrganisation(
  tx: Tx,
  { name, kind, region, areas }: OrganisationGiven,
  at: string,
): Promise<{ id: string } | { taken: string }> {
  const key = nameKey(name)
  const id = organisationIdOf(name)
  const taken = await tx
    .selectFrom('organisation')
    .select('name')
    .where((eb) => eb.or([eb('id', '=', id), eb('name_key', '=', key)]))
    .executeTakeFirst()
  if (taken) return { taken: taken.name }
  await tx
    .insertInto('organisation')
    .values({ id, name, name_key: key, other_names: '[]', search_key: key, kind, region, area: null, code: null, local: 1 })
    .execute()
  for (const areaId of new Set(areas)) await applyAddition(tx, id, { kind: 'area', areaId }, at)
  return { id }
}

/** Adds something to an organisation of the register. Whether it may be is for the caller to have asked. */
export async function applyAddition(tx: Tx, id: string, given: AdditionGiven, at: string): Promise<void> {
  const additionId = newId()
  const value = given.kind === 'other-name' ? given.name : given.kind === 'area' ? given.areaId : given.organisationId
  const from = given.kind === 'successor' ? given.from : null
  await tx.insertInto('organisation_addition').values({ id: additionId, organisation_id: id, kind: given.kind, value, from_on: from, at }).execute()
  if (given.kind === 'other-name') await changeOtherNames(tx, id, (names) => [...names, value])
  if (given.kind === 'area')
    await tx.insertInto('organisation_area').values({ organisation_id: id, area_id: value, addition_id: additionId }).execute()
  if (given.kind === 'successor')
    await tx
      .insertInto('organisation_successor')
      .values({ organisation_id: id, successor_id: value, from_on: from, addition_id: additionId })
      .execute()
}

/** Takes back something that was added here. What ships under the same name stays. */
export async function takeBackAddition(tx: Tx, id: string, additionId: string): Promise<boolean> {
  const taken = await tx
    .deleteFrom('organisation_addition')
    .where('id', '=', additionId)
    .where('organisation_id', '=', id)
    .returning(['kind', 'value'])
    .executeTakeFirst()
  if (!taken) return false
  if (taken.kind === 'other-name') await changeOtherNames(tx, id, (names) => names.filter((name) => name !== taken.value))
  await tx.deleteFrom('organisation_area').where('addition_id', '=', additionId).execute()
  await tx.deleteFrom('organisation_successor').where('addition_id', '=', additionId).execute()
  return true
}

/** @throws Problem 412 with the organisation as it is now. */
export async function nextVersion(tx: Tx, id: string, version: number): Promise<void> {
  const moved = await tx
    .updateTable('organisation')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!moved) throw stale(await findOrganisation(tx, id))
}

/** Every area of the register, by the name of the place. */
export async function listAreas(db: Db): Promise<Areas> {
  const rows = await db.selectFrom('organisation').select(['id', 'area', 'region']).where('area', 'is not', null).execute()
  const areas = rows.map(({ id, area, region }) => ({ id, area: area ?? '', region: region as Areas['areas'][number]['region'] }))
  return { areas: areas.toSorted((a, b) => (nameKey(a.area) < nameKey(b.area) ? -1 : 1)) }
}
