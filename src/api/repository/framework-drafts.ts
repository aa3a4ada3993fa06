import { sql } from 'kysely'
import type { Framework } from '#domain/framework.ts'
import type { FrameworkState } from '#domain/framework-version.ts'
import type { Content } from '../deps.ts'
import { notFound } from '../problem.ts'
import type { Db, FrameworkVersionTable, Tx } from './database.ts'

/** A version as it is stored. One that ships and was never touched has no row: its `version` is 0. */
export interface StoredFramework {
  number: number
  version: number
  state: FrameworkState
  framework: Framework
  basedOn: number | null
  retiresOn: string | null
  createdAt: string | null
}

type Row = Omit<FrameworkVersionTable, 'version'> & { version: number }

const stored = (row: Row): StoredFramework => ({
  number: row.number,
  version: row.version,
  state: row.state as FrameworkState,
  framework: JSON.parse(row.document) as Framework,
  basedOn: row.based_on,
  retiresOn: row.retires_on,
  createdAt: row.created_at,
})

const shipped = (framework: Framework): StoredFramework => ({
  number: framework.version,
  version: 0,
  state: 'published',
  framework,
  basedOn: null,
  retiresOn: null,
  createdAt: null,
})

/** Every version there is, drafts too, newest first. */
export async function everyVersion(db: Db, content: Content): Promise<StoredFramework[]> {
  const rows = (await db.selectFrom('framework_version').selectAll().execute()).map(stored)
  const here = new Set(rows.map(({ number }) => number))
  const untouched = content.frameworks.filter(({ version }) => !here.has(version)).map(shipped)
  return [...rows, ...untouched].toSorted((a, b) => b.number - a.number)
}

/** @throws Problem 404 when there is no version with this number. */
export async function versionNumbered(db: Db, content: Content, number: number): Promise<StoredFramework> {
  const row = await db.selectFrom('framework_version').selectAll().where('number', '=', number).executeTakeFirst()
  if (row) return stored(row)
  const untouched = content.frameworks.find(({ version }) => version === number)
  if (!untouched) throw notFound()
  return shipped(untouched)
}

/** Keeps a framework as a draft under the next free number, which becomes its own. */
export async function addDraft(tx: Tx, content: Content, framework: Framework, basedOn: number | null, at: string): Promise<number> {
  for (;;) {
    const newest = await tx.selectFrom('framework_version').select('number').orderBy('number', 'desc').limit(1).executeTakeFirst()
    const number = Math.max(newest?.number ?? 0, ...content.frameworks.map(({ version }) => version)) + 1
    const added = await tx
      .insertInto('framework_version')
      .values({
        number,
        state: 'draft',
        document: JSON.stringify({ ...framework, version: number, publishedOn: null } satisfies Framework),
        based_on: basedOn,
        retires_on: null,
        created_at: at,
        published_at: null,
      })
      .onConflict((oc) => oc.doNothing())
      .returning('number')
      .executeTakeFirst()
    // Somebody took this number in the same moment: the next one is free.
    if (added) return added.number
  }
}

interface Saved {
  state?: FrameworkState
  framework?: Framework
  retiresOn?: string
  publishedAt?: string
}

/** Saves a version if nobody did so since it was read; false when somebody did. One that ships gets its row now. */
export async function saveVersion(
  tx: Tx,
  before: StoredFramework,
  { state, framework, retiresOn, publishedAt }: Saved,
  at: string,
): Promise<boolean> {
  if (before.version === 0)
    await tx
      .insertInto('framework_version')
      .values({
        number: before.number,
        version: 0,
        state: before.state,
        document: JSON.stringify(before.framework),
        based_on: null,
        retires_on: null,
        created_at: at,
        published_at: null,
      })
      .onConflict((oc) => oc.doNothing())
      .execute()
  const saved = await tx
    .updateTable('framework_version')
    .set((eb) => ({
      version: eb('version', '+', 1),
      ...(state ? { state } : {}),
      ...(framework ? { document: JSON.stringify(framework) } : {}),
      ...(retiresOn ? { retires_on: retiresOn } : {}),
      ...(publishedAt ? { published_at: publishedAt } : {}),
    }))
    .where('number', '=', before.number)
    .where('version', '=', before.version)
    .returning('number')
    .executeTakeFirst()
  return saved !== undefined
}

/** Makes versions whose day has come retired. */
export async function retireDue(db: Db, today: string): Promise<void> {
  await db
    .updateTable('framework_version')
    .set((eb) => ({ state: 'retired', version: eb('version', '+', 1) }))
    .where('state', '=', 'published')
    .where('retires_on', '<=', today)
    .execute()
}

export interface Told {
  personId: string
  accountId: string
  name: string
  email: string
}

/**
 * Those with an address who are on a version, each once: it is the newest that they rated themself against or agreed to (`versionOf`), or they are half-way
 * through a self-assessment against it.
 */
export const peopleOn = (db: Db, number: number): Promise<Told[]> =>
  db
    .selectFrom('person')
    .innerJoin('account', 'account.person_id', 'person.id')
    .select(['person.id as personId', 'account.id as accountId', 'person.name', sql<string>`person.email`.as('email')])
    .where('person.email', 'is not', null)
    .where('person.erased_at', 'is', null)
    .where((eb) => {
      const chosen = eb
        .selectFrom('rating')
        .select(['person_id', 'framework_version'])
        .unionAll(eb.selectFrom('framework_agreement').select(['person_id', 'framework_version']))
      const on = eb
        .selectFrom(chosen.as('chosen'))
        .select('chosen.person_id')
        .groupBy('chosen.person_id')
        .having((having) => having.fn.max('chosen.framework_version'), '=', number)
      const halfWay = eb.selectFrom('self_assessment').select('person_id').where('state', '=', 'in-progress').where('framework_version', '=', number)
      return eb.or([eb('person.id', 'in', on), eb('person.id', 'in', halfWay)])
    })
    .orderBy('person.id')
    .execute()
