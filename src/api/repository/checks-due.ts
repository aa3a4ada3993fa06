import { type RawBuilder, sql } from 'kysely'
import { daysLater } from '#domain/calendar.ts'
import { type ChecksDue, type ChecksDueFilters, type PoolCheckKind, recheckReminderDays } from '#domain/pool-check.ts'
import type { Person, Standing } from '#domain/person.ts'
import { cutPage, pageSize, readCursor } from '../page.ts'
import type { Reach } from '../policy.ts'
import type { Db, Tx } from './database.ts'

/** Those whose checks are kept up: members, and people on their way to being one. */
const keptUp: readonly Standing[] = ['in-checks', 'in-training', 'supervised', 'active', 'paused', 'refresher-due', 'suspended']

/** Beyond this many nobody counts: the list says "more than". */
const countedHits = 1000

/** Checks that stand, of people who are kept up, with a re-check due by a day. */
export const dueBy = (db: Db, day: string) =>
  db
    .selectFrom('pool_check')
    .innerJoin('person', 'person.id', 'pool_check.person_id')
    .where('recheck_on', '<=', day)
    .where('superseded_at', 'is', null)
    .where('struck_at', 'is', null)
    .where('person.standing', 'in', keptUp)
    .where('person.erased_at', 'is', null)
    // A declaration made here since takes the place of the signed one.
    .where((eb) =>
      eb.not(
        eb.and([
          eb('kind', '=', 'declaration'),
          eb.exists(
            eb
              .selectFrom('affiliation_declaration')
              .select('affiliation_declaration.person_id')
              .whereRef('affiliation_declaration.person_id', '=', 'pool_check.person_id')
              .whereRef('affiliation_declaration.declared_at', '>', 'pool_check.issued_on'),
          ),
        ]),
      ),
    )

/** The first day on which a check of the row's person is to be made again, of the checks that `dueBy` looks at; null where there is none. */
export const firstDue: RawBuilder<string | null> = sql`(case when person.standing in (${sql.join(keptUp)}) then (
  select min(recheck_on) from pool_check where pool_check.person_id = person.id and superseded_at is null and struck_at is null
    and not (kind = 'declaration' and exists (
      select 1 from affiliation_declaration where affiliation_declaration.person_id = pool_check.person_id and declared_at > issued_on))
) end)`

/**
 * One page of the re-checks that fall due within so many days of a day, the longest due first, of people within reach. Ask `keepRechecks` first.
 */
export async function checksDue(db: Db, filters: ChecksDueFilters, reach: Reach, on: string): Promise<ChecksDue> {
  let query = dueBy(db, daysLater(on, Number(filters.within ?? recheckReminderDays[0])))
  if (!reach.any) query = query.where('person.region', 'in', reach.regions.size > 0 ? [...reach.regions] : [''])
  if (filters.kind) query = query.where('kind', '=', filters.kind)
  if (filters.region) query = query.where('person.region', '=', filters.region)
  const { hits } = await db
    .selectFrom(
      query
        .select('pool_check.id')
        .limit(countedHits + 1)
        .as('hit'),
    )
    .select(({ fn }) => sql<number>`cast(${fn.countAll()} as integer)`.as('hits'))
    .executeTakeFirstOrThrow()
  const place = readCursor(filters.before ?? filters.after, 2)
  const backwards = place !== null && filters.before !== undefined
  const order = backwards ? 'desc' : 'asc'
  if (place) query = query.where(sql<boolean>`(recheck_on, pool_check.id) ${sql.raw(backwards ? '<' : '>')} (${place[0]}, ${place[1]})`)
  const rows = await query
    .select(['pool_check.id', 'pool_check.person_id', 'person.name', 'person.region', 'kind', 'issued_on', 'recheck_on'])
    .orderBy('recheck_on', order)
    .orderBy('pool_check.id', order)
    .limit(pageSize + 1)
    .execute()
  const page = cutPage(rows, place ? filters : {}, (row) => [row.recheck_on ?? '', row.id])
  return {
    on,
    checks: page.rows.map(({ recheck_on: due, ...row }) => ({
      id: row.id,
      personId: row.person_id,
      name: row.name,
      region: row.region as Person['region'],
      kind: row.kind as PoolCheckKind,
      issuedOn: row.issued_on,
      recheckOn: due ?? '',
      due: (due ?? '') <= on,
    })),
    total: Math.min(hits, countedHits),
    about: hits > countedHits,
    previous: page.previous,
    next: page.next,
  }
}

/** Checks that fall due within the reminders' days and of which something may be left to say, with the reminders that were sent. */
export async function checksToRemind(db: Db, on: string) {
  const rows = await dueBy(db, daysLater(on, recheckReminderDays[0]))
    .where('recheck_on', '>', on)
    .leftJoin('check_reminder', 'check_reminder.check_id', 'pool_check.id')
    .select(['pool_check.id', 'pool_check.person_id as personId', 'kind', 'recheck_on as recheckOn', 'check_reminder.days'])
    .orderBy('pool_check.id')
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((found) =>
    found.slice(0, 1).map(({ id, personId, kind, recheckOn }) => ({
      id,
      personId,
      kind: kind as PoolCheckKind,
      recheckOn: recheckOn ?? '',
      sent: found.flatMap(({ days }) => days ?? []),
    })),
  )
}

/** Notes a reminder as sent. False when it was before, perhaps by another server. */
export async function noteCheckReminder(tx: Tx, checkId: string, days: number, at: string): Promise<boolean> {
  const noted = await tx
    .insertInto('check_reminder')
    .values({ check_id: checkId, days, sent_at: at })
    .onConflict((oc) => oc.columns(['check_id', 'days']).doNothing())
    .returning('days')
    .executeTakeFirst()
  return noted !== undefined
}
