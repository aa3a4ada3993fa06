import type { ExpressionBuilder } from 'kysely'
import { v7 as newId } from 'uuid'
import { nameKey } from '#domain/person.ts'
import type { Reach } from '../policy.ts'
import { account, type Doer } from './audit.ts'
import type { Database, Db, Tx } from './database.ts'
import { within } from './reach.ts'

/** A tag as it stands on somebody. */
export interface Tag {
  id: string
  tag: string
  at: string
  by: string | null
}

/** Whether a person of a list has a tag. */
export const hasTag = (tag: string) => (eb: ExpressionBuilder<Database, 'person'>) =>
  eb.exists(
    eb
      .selectFrom('person_tag')
      .select('person_tag.id')
      .whereRef('person_tag.person_id', '=', 'person.id')
      .where('person_tag.tag_key', '=', nameKey(tag)),
  )

/** The tags of some people, each by its own words. */
export async function tagsOfEach(db: Db, personIds: readonly string[]): Promise<Map<string, string[]>> {
  if (personIds.length === 0) return new Map()
  const rows = await db.selectFrom('person_tag').select(['person_id', 'tag']).where('person_id', 'in', personIds).orderBy('tag_key').execute()
  const found = new Map<string, string[]>()
  for (const { person_id, tag } of rows) found.set(person_id, [...(found.get(person_id) ?? []), tag])
  return found
}

export async function tagsOf(db: Db, personId: string): Promise<Tag[]> {
  return db
    .selectFrom('person_tag as tag')
    .leftJoin('person as writer', 'writer.id', 'tag.by_person_id')
    .select(['tag.id', 'tag.tag', 'tag.at', 'writer.name as by'])
    .where('tag.person_id', '=', personId)
    .orderBy('tag.tag_key')
    .execute()
}

/** The tags of everybody on the roster within reach, with how many people have each. */
export async function tagsInUse(db: Db, reach: Reach): Promise<{ tag: string; people: number }[]> {
  return within(db.selectFrom('person'), reach)
    .innerJoin('person_tag', 'person_tag.person_id', 'person.id')
    .select((eb) => [eb.fn.min('person_tag.tag').as('tag'), eb.cast<number>(eb.fn.countAll(), 'integer').as('people')])
    .where('person.standing', 'is not', null)
    .groupBy('person_tag.tag_key')
    .orderBy('person_tag.tag_key')
    .execute()
}

export const findTag = (db: Db, personId: string, tag: string) =>
  db.selectFrom('person_tag').selectAll().where('person_id', '=', personId).where('tag_key', '=', nameKey(tag)).executeTakeFirst()

/** The tags of this name on some people. */
export async function tagOnEach(db: Db, personIds: readonly string[], tag: string) {
  if (personIds.length === 0) return new Map<string, { id: string; tag: string; at: string; by_person_id: string | null }>()
  const rows = await db.selectFrom('person_tag').selectAll().where('person_id', 'in', personIds).where('tag_key', '=', nameKey(tag)).execute()
  return new Map(rows.map((row) => [row.person_id, row]))
}

/** @returns the id of the tag; null when the person has it already. */
export async function addTag(tx: Tx, personId: string, tag: string, doer: Doer): Promise<string | null> {
  const added = await tx
    .insertInto('person_tag')
    .values({ id: newId(), person_id: personId, tag_key: nameKey(tag), tag, at: doer.at, by_person_id: doer.personId })
    .onConflict((oc) => oc.columns(['person_id', 'tag_key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return null
  await account(tx, doer, { action: 'tag-added', record: 'person', recordId: personId, personId, changes: [{ field: 'tag', from: null, to: tag }] })
  return added.id
}

/** @returns whether the person had it. */
export async function removeTag(tx: Tx, personId: string, id: string, doer: Doer): Promise<boolean> {
  const removed = await tx.deleteFrom('person_tag').where('id', '=', id).where('person_id', '=', personId).returning('tag').executeTakeFirst()
  if (!removed) return false
  const changes = [{ field: 'tag', from: removed.tag, to: null }]
  await account(tx, doer, { action: 'tag-removed', record: 'person', recordId: personId, personId, changes })
  return true
}

/** Gives somebody a tag back as it was. */
export async function restoreTag(
  tx: Tx,
  personId: string,
  { tag, at, by }: { tag: string; at: string; by: string | null },
  doer: Doer,
): Promise<void> {
  await tx
    .insertInto('person_tag')
    .values({ id: newId(), person_id: personId, tag_key: nameKey(tag), tag, at, by_person_id: by })
    .execute()
  await account(tx, doer, { action: 'tag-added', record: 'person', recordId: personId, personId, changes: [{ field: 'tag', from: null, to: tag }] })
}
