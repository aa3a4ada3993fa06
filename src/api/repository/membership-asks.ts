import type { Selectable } from 'kysely'
import { v7 as newId } from 'uuid'
import type { z } from 'zod'
import type { AskGiven, MembershipAsk, MembershipAsks, MembershipAskState } from '#domain/membership.ts'
import type { AskFilters } from '#domain/membership.schema.ts'
import type { Person } from '#domain/person.ts'
import { cutPage, pageSize, readCursor } from '../page.ts'
import type { Reach } from '../policy.ts'
import { stale } from '../problem.ts'
import type { Db, Tx } from './database.ts'
import type { MembershipAskTable } from './membership-tables.ts'

type StoredAsk = MembershipAsk & { personId: string }

const asAsk = (row: Selectable<MembershipAskTable>): MembershipAsk => ({
  id: row.id,
  version: row.version,
  roles: row.roles.split(',') as MembershipAsk['roles'],
  words: row.words,
  state: row.state as MembershipAskState,
  at: row.at,
  decidedAt: row.decided_at,
  reason: row.reason,
})

/** Somebody's newest ask to join. */
export async function newestAsk(db: Db, personId: string): Promise<MembershipAsk | null> {
  const row = await db.selectFrom('membership_ask').selectAll().where('person_id', '=', personId).orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row ? asAsk(row) : null
}

export async function findAsk(db: Db, id: string): Promise<StoredAsk | undefined> {
  const row = await db.selectFrom('membership_ask').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { ...asAsk(row), personId: row.person_id }
}

/** @returns null when they have an open one, also one that another tab sent a moment ago. */
export async function addAsk(tx: Tx, personId: string, { roles, words }: AskGiven, at: string): Promise<MembershipAsk | null> {
  const row = await tx
    .insertInto('membership_ask')
    .values({
      id: newId(),
      person_id: personId,
      roles: [...new Set(roles)].toSorted().join(','),
      words,
      state: 'open',
      at,
      decided_at: null,
      decided_by_person_id: null,
      reason: null,
    })
    .onConflict((oc) => oc.doNothing())
    .returningAll()
    .executeTakeFirst()
  return row ? asAsk(row) : null
}

/**
 * Ends an open ask.
 * @throws Problem 412 with the ask as it is now.
 */
export async function endAsk(
  tx: Tx,
  { id, version }: MembershipAsk,
  state: Exclude<MembershipAskState, 'open'>,
  by: { at: string; personId: string | null; reason: string | null },
): Promise<MembershipAsk> {
  const row = await tx
    .updateTable('membership_ask')
    .set((eb) => ({ state, decided_at: by.at, decided_by_person_id: by.personId, reason: by.reason, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'open')
    .returningAll()
    .executeTakeFirst()
  if (!row) throw stale(await findAsk(tx, id))
  return asAsk(row)
}

type Filters = z.infer<typeof AskFilters>

function matching(db: Db, { state = 'open' }: Filters, { own, regions, any }: Reach) {
  const query = db
    .selectFrom('membership_ask')
    .innerJoin('person', 'person.id', 'membership_ask.person_id')
    .where('membership_ask.state', '=', state)
    .where('person.erased_at', 'is', null)
    // Nobody decides on their own.
    .where('person.id', '<>', own)
  return any ? query : query.where('person.region', 'in', regions.size > 0 ? [...regions] : [''])
}

/** A page of asks within reach: the open ones, the oldest first, when nothing else is asked. */
export async function listAsks(db: Db, filters: Filters, reach: Reach): Promise<MembershipAsks> {
  const place = readCursor(filters.before ?? filters.after, 2)
  const back = place !== null && filters.before !== undefined
  let query = matching(db, filters, reach)
  if (place) {
    const [at = '', id = ''] = place
    const past = back ? '<' : '>'
    query = query.where((eb) =>
      eb.or([eb('membership_ask.at', past, at), eb.and([eb('membership_ask.at', '=', at), eb('membership_ask.id', past, id)])]),
    )
  }
  const order = back ? 'desc' : 'asc'
  const rows = await query
    .selectAll('membership_ask')
    .select(['person.name', 'person.region', 'person.standing'])
    .orderBy('membership_ask.at', order)
    .orderBy('membership_ask.id', order)
    .limit(pageSize + 1)
    .execute()
  const page = cutPage(rows, place ? filters : {}, (row) => [row.at, row.id])
  const { total } = await matching(db, filters, reach)
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('total'))
    .executeTakeFirstOrThrow()
  return {
    asks: page.rows.map((row) => ({
      ...asAsk(row),
      personId: row.person_id,
      name: row.name,
      region: row.region as Person['region'],
      standing: row.standing as Person['standing'],
    })),
    total,
    previous: page.previous,
    next: page.next,
  }
}
