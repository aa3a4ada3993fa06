import { type AliasedExpression, type RawBuilder, sql, type SqlBool } from 'kysely'
import { daysLater } from '#domain/calendar.ts'
import type { Region } from '#domain/region.ts'
import type { Today, TodayItem, TodayKind } from '#domain/today.ts'
import type { Reach } from '../policy.ts'
import { dueBy } from './checks-due.ts'
import type { Db } from './database.ts'
import { loadOnDay } from './free-capacity.ts'
import { firstStuck, countStuck } from './stuck-learners.ts'

/** What was found of one kind: the first few, and how many there are. */
export interface Found {
  items: Candidate[]
  total: Today['totals'][number]
}
type Candidate = Omit<TodayItem, 'version' | 'takenBy' | 'putOff'>

/** So many of each kind; the page of the kind has the rest. */
const most = 20
/** Beyond this many nobody counts: Today says "more than". */
const counted = 1000

interface Row {
  id: string
  person_id: string
  name: string
  region: string | null
  what: string | null
  day: string
}

/** Whom it is asked of: those within reach, or one of them alone. */
export type Whom = Reach & { only?: string }

const within = ({ any, regions, only }: Whom): RawBuilder<SqlBool> =>
  only !== undefined ? sql`person.id = ${only}` : any ? sql`1 = 1` : regions.size > 0 ? sql`person.region in (${sql.join([...regions])})` : sql`1 = 0`

function found(kind: TodayKind, rows: readonly Row[], total: number): Found {
  return {
    items: rows.map((row) => ({
      key: `${kind}:${row.id}`,
      kind,
      personId: row.person_id,
      name: row.name,
      region: row.region as Region | null,
      what: row.what,
      day: row.day,
      figure: null,
    })),
    total: { kind, total: Math.min(total, counted), about: total > counted },
  }
}

/** Checks that fall due within sixty days: those of people with a review in hand on that day, and the others. Ask `keepRechecks` first. */
export async function checksFound(db: Db, reach: Whom, on: string): Promise<Found[]> {
  const kinds = [
    { kind: 'check-due-in-work', load: sql<SqlBool>`${loadOnDay(on)} > 0`, by: daysLater(on, 60) },
    { kind: 'check-due', load: sql<SqlBool>`${loadOnDay(on)} = 0`, by: daysLater(on, 30) },
  ] as const
  const all: Found[] = []
  for (const { kind, load, by } of kinds) {
    const query = dueBy(db, by).where(within(reach)).where(load)
    const rows = await query
      .select(['pool_check.id', 'pool_check.person_id', 'person.name', 'person.region', 'pool_check.kind as what'])
      .select((eb) => eb.fn.coalesce('recheck_on', sql<string>`''`).as('day'))
      .orderBy('recheck_on')
      .orderBy('pool_check.id')
      .limit(most)
      .execute()
    all.push(
      found(
        kind,
        rows,
        await count(
          db,
          query
            .select('pool_check.id')
            .limit(counted + 1)
            .as('hit'),
        ),
      ),
    )
  }
  return all
}

/** Members who have not said for longer than they are asked to that what is on record is still right. */
export async function unconfirmedFound(db: Db, reach: Whom, confirmedBefore: string): Promise<Found> {
  const query = db
    .selectFrom('person')
    .leftJoin('member', 'member.person_id', 'person.id')
    .where('person.standing', 'in', ['active', 'supervised', 'refresher-due'])
    .where(within(reach))
    .where((eb) => eb.or([eb('member.confirmed_at', 'is', null), eb('member.confirmed_at', '<', confirmedBefore)]))
  const rows = await query
    .select(['person.id', 'person.id as person_id', 'person.name', 'person.region', sql<null>`null`.as('what')])
    .select(sql<string>`substr(coalesce(member.confirmed_at, person.joined_on), 1, 10)`.as('day'))
    .orderBy('day')
    .orderBy('person.id')
    .limit(most)
    .execute()
  return found(
    'not-confirmed',
    rows,
    await count(
      db,
      query
        .select('person.id')
        .limit(counted + 1)
        .as('hit'),
    ),
  )
}

/** People who asked to join and wait for an answer. */
export async function asksFound(db: Db, reach: Whom): Promise<Found> {
  const query = db
    .selectFrom('membership_ask')
    .innerJoin('person', 'person.id', 'membership_ask.person_id')
    .where('membership_ask.state', '=', 'open')
    .where('person.id', '<>', reach.own)
    .where(within(reach))
  const rows = await query
    .select(['membership_ask.id', 'person.id as person_id', 'person.name', 'person.region', 'membership_ask.roles as what'])
    .select(sql<string>`substr(membership_ask.at, 1, 10)`.as('day'))
    .orderBy('membership_ask.at')
    .orderBy('membership_ask.id')
    .limit(most)
    .execute()
  return found(
    'wants-to-join',
    rows,
    await count(
      db,
      query
        .select('membership_ask.id')
        .limit(counted + 1)
        .as('hit'),
    ),
  )
}

/** Requests for verification that no assessor is free for, and those that their assessor has not decided in time. */
export async function requestsFound(db: Db, reach: Whom, on: string): Promise<Found[]> {
  const of = (kind: TodayKind) => {
    const query = db
      .selectFrom('verification_request')
      .innerJoin('person', 'person.id', 'verification_request.person_id')
      .where('person.id', '<>', reach.own)
      .where(within(reach))
    return kind === 'request-unassigned'
      ? query.where('verification_request.state', '=', 'requested')
      : query.where('verification_request.state', '=', 'in-review').where('verification_request.due_on', '<', on)
  }
  const all: Found[] = []
  for (const kind of ['request-unassigned', 'verification-late'] as const) {
    const day = kind === 'verification-late' ? sql<string>`verification_request.due_on` : sql<string>`substr(verification_request.sent_at, 1, 10)`
    const rows = await of(kind)
      .select(['verification_request.id', 'person.id as person_id', 'person.name', 'person.region', sql<null>`null`.as('what'), day.as('day')])
      .orderBy('day')
      .orderBy('verification_request.id')
      .limit(most)
      .execute()
    all.push(
      found(
        kind,
        rows,
        await count(
          db,
          of(kind)
            .select('verification_request.id')
            .limit(counted + 1)
            .as('hit'),
        ),
      ),
    )
  }
  return all
}

/** Learners who have made no progress in a module for long. `what` is the module. */
export async function stuckFound(db: Db, reach: Whom, movedBefore: string): Promise<Found> {
  const rows = await firstStuck(db, { reach, only: reach.only }, movedBefore, most)
  const { total, about } = await countStuck(db, { reach, only: reach.only }, movedBefore)
  return {
    items: rows.map((row) => ({
      key: `training-stuck:${row.personId}:${row.moduleId}`,
      kind: 'training-stuck',
      personId: row.personId,
      name: row.name,
      region: row.region,
      what: row.moduleId,
      day: row.movedAt.slice(0, 10),
      figure: null,
    })),
    total: { kind: 'training-stuck', total, about },
  }
}

/** How many hits there are of a query that stops at one more than are counted. */
async function count(db: Db, hits: AliasedExpression<{ id: string }, 'hit'>): Promise<number> {
  const { found: all } = await db
    .selectFrom(hits)
    .select(({ fn }) => sql<number>`cast(${fn.countAll()} as integer)`.as('found'))
    .executeTakeFirstOrThrow()
  return all
}
