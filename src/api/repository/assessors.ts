import { sql } from 'kysely'
import type { Candidate, Preparation } from '#domain/verification-offer.ts'
import type { Db } from './database.ts'
import { settingValue } from './settings.ts'

/** What assessors have done before live work. The one place that feeds `notReadyFor`. */
export async function preparationsOf(db: Db, personIds: readonly string[]): Promise<Map<string, Preparation>> {
  if (personIds.length === 0) return new Map()
  const declared = await db.selectFrom('affiliation_declaration').select('person_id').where('person_id', 'in', personIds).execute()
  const rated = await db
    .selectFrom('anchor_sheet')
    .select(['person_id', sql<number>`cast(count(*) as integer)`.as('sheets')])
    .where('person_id', 'in', personIds)
    .where('handed_in_at', 'is not', null)
    .groupBy('person_id')
    .execute()
  const needed = await settingValue(db, 'anchors-before-live-work')
  return new Map(
    personIds.map((id) => [
      id,
      {
        declaredTies: declared.some((row) => row.person_id === id),
        anchors: { rated: rated.find((row) => row.person_id === id)?.sheets ?? 0, needed },
      },
    ]),
  )
}

/** What one assessor has done before live work. */
export async function preparationOf(db: Db, personId: string): Promise<Preparation> {
  const found = (await preparationsOf(db, [personId])).get(personId)
  if (!found) throw new Error('Everybody who is asked about has a preparation')
  return found
}

/** How many requests assessors have now, and when each was last offered one. */
export async function workloadsOf(db: Db, personIds: readonly string[]): Promise<Map<string, Candidate>> {
  if (personIds.length === 0) return new Map()
  const open = await db
    .selectFrom('verification_request')
    .select(['assessor_id', sql<number>`cast(count(*) as integer)`.as('requests')])
    .where('assessor_id', 'in', personIds)
    .where('state', 'in', ['offered', 'in-review'])
    .groupBy('assessor_id')
    .execute()
  const last = await db
    .selectFrom('verification_event')
    .select(['assessor_id', sql<string>`max(at)`.as('at')])
    .where('assessor_id', 'in', personIds)
    .where('event', '=', 'offer')
    .groupBy('assessor_id')
    .execute()
  return new Map(
    personIds.map((personId) => [
      personId,
      {
        personId,
        open: open.find((row) => row.assessor_id === personId)?.requests ?? 0,
        lastOfferedAt: last.find((row) => row.assessor_id === personId)?.at ?? null,
      },
    ]),
  )
}
