import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import type { Affiliation, AffiliationGiven, Affiliations, Unmatched } from '#domain/affiliation.ts'
import type { Connected } from '#domain/independence.ts'
import { cutPage, pageSize, readCursor } from '../page.ts'
import type { Reach } from '../policy.ts'
import { stale } from '../problem.ts'
import type { Db, Tx } from './database.ts'
import { coordinatorsSee, within } from './reach.ts'

const withNames = (db: Db) =>
  db
    .selectFrom('affiliation')
    .leftJoin('organisation', 'organisation.id', 'affiliation.organisation_id')
    .selectAll('affiliation')
    .select('organisation.name as organisation_name')

type Row = Awaited<ReturnType<ReturnType<typeof withNames>['executeTakeFirstOrThrow']>>

const asAffiliation = (row: Row): Affiliation => ({
  id: row.id,
  version: row.version,
  organisationId: row.organisation_id,
  name: row.organisation_name ?? row.free_name ?? '',
  freeName: row.free_name,
  kind: row.kind as Affiliation['kind'],
  from: row.from_day,
  to: row.to_day,
  declaredAt: row.declared_at,
})

/** Somebody's ties: those that go on first, then the newest. */
export async function affiliationsOf(db: Db, personId: string): Promise<Affiliations> {
  const rows = await withNames(db).where('person_id', '=', personId).orderBy('from_day', 'desc').orderBy('affiliation.id').execute()
  const ties = await db
    .selectFrom('declared_tie')
    .innerJoin('person', 'person.id', 'declared_tie.other_person_id')
    .selectAll('declared_tie')
    .select('person.name')
    .where('person_id', '=', personId)
    .orderBy('person.name_key')
    .execute()
  const declared = await db.selectFrom('affiliation_declaration').select('declared_at').where('person_id', '=', personId).executeTakeFirst()
  const all = rows.map(asAffiliation)
  return {
    affiliations: [...all.filter(({ to }) => to === null), ...all.filter(({ to }) => to !== null)],
    ties: ties.map((row) => ({ id: row.id, personId: row.other_person_id, name: row.name, reason: row.reason, at: row.at })),
    declaredAt: declared?.declared_at ?? null,
  }
}

export async function findAffiliation(db: Db, id: string): Promise<(Affiliation & { personId: string }) | undefined> {
  const row = await withNames(db).where('affiliation.id', '=', id).executeTakeFirst()
  return row && { ...asAffiliation(row), personId: row.person_id }
}

const columns = ({ organisationId, freeName, kind, from, to }: AffiliationGiven) => ({
  organisation_id: organisationId,
  // A name that was written gives way to the one of the register.
  free_name: organisationId ? null : freeName,
  kind,
  from_day: from,
  to_day: to,
})

/** Keeps an affiliation. One that somebody else enters for a person does not say that the person declared anything. */
export async function addAffiliation(tx: Tx, personId: string, given: AffiliationGiven, at: string, { declares = true } = {}): Promise<string> {
  const id = newId()
  await tx
    .insertInto('affiliation')
    .values({ id, person_id: personId, ...columns(given), declared_at: at })
    .execute()
  if (declares) await declareTies(tx, personId, at)
  return id
}

/**
 * Keeps which organisation of the register an affiliation means. The words it was given in stay, so that a match can be looked at again.
 * @throws Problem 412 with the affiliation as it is now.
 */
export async function matchAffiliation(tx: Tx, id: string, version: number, organisationId: string): Promise<void> {
  const saved = await tx
    .updateTable('affiliation')
    .set((eb) => ({ organisation_id: organisationId, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!saved) throw stale(await findAffiliation(tx, id))
}

/** Affiliations within reach that name an organisation in words only, in the order they came; one page of them. */
export async function unmatchedAffiliations(db: Db, reach: Reach, after?: string): Promise<Unmatched> {
  const matching = within(coordinatorsSee(db.selectFrom('person')), reach)
    .innerJoin('affiliation', 'affiliation.person_id', 'person.id')
    .where('affiliation.organisation_id', 'is', null)
  const place = readCursor(after, 1)
  const rows = await matching
    .select(['affiliation.id', 'affiliation.version', 'affiliation.free_name', 'affiliation.kind', 'affiliation.from_day', 'affiliation.to_day'])
    .select(['person.id as person_id', 'person.name as person_name'])
    .$if(place !== null, (query) => query.where('affiliation.id', '>', place?.[0] ?? ''))
    .orderBy('affiliation.id')
    .limit(pageSize + 1)
    .execute()
  const { total } = await matching.select(({ fn }) => sql<number>`cast(${fn.countAll()} as integer)`.as('total')).executeTakeFirstOrThrow()
  const page = cutPage(rows, { after }, (row) => [row.id])
  return {
    affiliations: page.rows.map((row) => ({
      id: row.id,
      version: row.version,
      name: row.free_name ?? '',
      kind: row.kind as Affiliation['kind'],
      from: row.from_day,
      to: row.to_day,
      personId: row.person_id,
      person: row.person_name,
    })),
    total,
    next: page.next,
  }
}

/** @throws Problem 412 with the affiliation as it is now. */
export async function saveAffiliation(tx: Tx, id: string, version: number, given: AffiliationGiven, at: string): Promise<void> {
  const saved = await tx
    .updateTable('affiliation')
    .set((eb) => ({ ...columns(given), declared_at: at, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!saved) throw stale(await findAffiliation(tx, id))
}

/** @throws Problem 412 with the affiliation as it is now. */
export async function removeAffiliation(tx: Tx, id: string, version: number): Promise<void> {
  const removed = await tx.deleteFrom('affiliation').where('id', '=', id).where('version', '=', version).returning('id').executeTakeFirst()
  if (!removed) throw stale(await findAffiliation(tx, id))
}

/** Keeps that somebody's ties are complete as they stand. */
export async function declareTies(tx: Tx, personId: string, at: string): Promise<void> {
  await tx
    .insertInto('affiliation_declaration')
    .values({ person_id: personId, declared_at: at })
    .onConflict((oc) => oc.column('person_id').doUpdateSet({ declared_at: at }))
    .execute()
}

/** Keeps that somebody knows somebody; the newest reason stays. */
export async function addTie(tx: Tx, personId: string, otherPersonId: string, reason: string, at: string): Promise<void> {
  await tx
    .insertInto('declared_tie')
    .values({ id: newId(), person_id: personId, other_person_id: otherPersonId, reason, at })
    .onConflict((oc) => oc.columns(['person_id', 'other_person_id']).doUpdateSet({ reason, at }))
    .execute()
}

/** Whether there was such a tie, declared by this person. */
export async function removeTie(tx: Tx, id: string, personId: string): Promise<boolean> {
  return Boolean(await tx.deleteFrom('declared_tie').where('id', '=', id).where('person_id', '=', personId).returning('id').executeTakeFirst())
}

/** What is known of the ties of several people. */
export async function connectionsOf(db: Db, personIds: readonly string[]): Promise<Map<string, Connected>> {
  const ids = [...new Set(personIds)]
  if (ids.length === 0) return new Map()
  const affiliations = await db.selectFrom('affiliation').selectAll().where('person_id', 'in', ids).orderBy('id').execute()
  const declared = await db.selectFrom('affiliation_declaration').selectAll().where('person_id', 'in', ids).execute()
  const knows = await db.selectFrom('declared_tie').select(['person_id', 'other_person_id']).where('person_id', 'in', ids).execute()
  return new Map(
    ids.map((personId) => [
      personId,
      {
        personId,
        declaredAt: declared.find((row) => row.person_id === personId)?.declared_at ?? null,
        affiliations: affiliations
          .filter((row) => row.person_id === personId)
          .map((row) => ({ organisationId: row.organisation_id, freeName: row.free_name, from: row.from_day, to: row.to_day })),
        knows: knows.filter((row) => row.person_id === personId).map((row) => row.other_person_id),
      },
    ]),
  )
}

/** Those who hold the role of an assessor and can sign in, by name. */
export const listAssessors = async (db: Db): Promise<{ personId: string; name: string }[]> =>
  db
    .selectFrom('account_role')
    .innerJoin('account', 'account.id', 'account_role.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['person.id as personId', 'person.name'])
    .where('account_role.role', '=', 'assessor')
    .where('account.suspended_at', 'is', null)
    .where('account.confirmed_at', 'is not', null)
    .where('person.erased_at', 'is', null)
    .orderBy('person.name_key')
    .execute()

/** The day on which somebody declared in the product that their affiliations are complete, and how many of them name an organisation in words only. */
export async function declarationOf(db: Db, personId: string): Promise<{ declaredAt: string | null; unmatched: number }> {
  const declared = await db.selectFrom('affiliation_declaration').select('declared_at').where('person_id', '=', personId).executeTakeFirst()
  const { unmatched } = await db
    .selectFrom('affiliation')
    .where('person_id', '=', personId)
    .where('organisation_id', 'is', null)
    .select(({ fn }) => sql<number>`cast(${fn.countAll()} as integer)`.as('unmatched'))
    .executeTakeFirstOrThrow()
  return { declaredAt: declared?.declared_at ?? null, unmatched }
}
