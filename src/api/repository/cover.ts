import { type ExpressionBuilder, type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Seat, SupplyGroup } from '#domain/cover.ts'
import type { RegionSupply } from '#domain/cover-figures.ts'
import { type Region, regions } from '#domain/region.ts'
import { daysLater } from '#domain/calendar.ts'
import type { ReadinessRules } from '#domain/readiness.ts'
import type { Database, Db } from './database.ts'
import { loadOnDay } from './free-capacity.ts'
import { readyOn } from './ready-on.ts'

type Asked = Pick<ReadinessRules, 'checks' | 'skillsCount'>

/** How soon before it is due a check is worth a line. */
const soonDays = 90

const holds = (seat: Seat) => sql<SqlBool>`exists (select 1 from person_role where person_role.person_id = person.id and person_role.role = ${seat})`

/** 1 where the person of a row could take a seat on a day. */
const could = (seat: Seat, on: string, asked: Asked): RawBuilder<number> =>
  sql`(case when ${holds(seat)} and ${readyOn(sql<string>`cast(${seat} as text)`, on, asked)} then 1 else 0 end)`

/** Everybody who could be appointed to some seat on a day, with what they offer. Derived from the tables each time: nothing of it is stored. */
export const readyPeople = (db: Db, on: string, asked: Asked) =>
  db
    .selectFrom('person')
    .leftJoin('member', 'member.person_id', 'person.id')
    .where('person.standing', 'in', ['active', 'supervised'])
    .select(['person.id', 'person.region', 'person.standing', 'member.most_reviews', 'member.days_a_month'])
    .select([could('chair', on, asked).as('chair'), could('author', on, asked).as('author'), loadOnDay(on).as('load')])

/**
 * The people of each region who could be appointed on a day, in groups that bring the same. Somebody who has not said what they offer is taken to offer what
 * `unsaid` says.
 */
export async function coverSupply(db: Db, on: string, asked: Asked, unsaid: { mostAtOnce: number; daysAYear: number }): Promise<RegionSupply[]> {
  const rows = await db
    .selectFrom(readyPeople(db, on, asked).as('ready'))
    .where((eb) => eb.or([eb('chair', '=', 1), eb('author', '=', 1)]))
    .select(['region', 'standing', 'chair', 'author', 'load', 'most_reviews', 'days_a_month'])
    .select(({ fn }) => sql<number>`cast(${fn.countAll()} as integer)`.as('people'))
    .groupBy(['region', 'standing', 'chair', 'author', 'load', 'most_reviews', 'days_a_month'])
    .execute()
  const due = await checksDueSoon(db, on)
  const taken = await seatsTaken(db, on)
  return regions.map((region) => {
    const here = rows.filter((row) => row.region === region)
    const independent = here.filter(({ standing }) => standing === 'active')
    const count = (of: typeof here, seat: Seat) => of.filter((row) => row[seat] === 1).reduce((sum, { people }) => sum + people, 0)
    const both = (of: typeof here): Record<Seat, number> => ({ chair: count(of, 'chair'), author: count(of, 'author') })
    return {
      region,
      groups: independent.map((row): SupplyGroup => ({
        seats: row.chair === 1 ? (row.author === 1 ? 'both' : 'chair') : 'author',
        people: row.people,
        mostAtOnce: row.most_reviews ?? unsaid.mostAtOnce,
        load: row.load,
        daysAYear: row.days_a_month === null ? unsaid.daysAYear : row.days_a_month * 12,
      })),
      ready: both(independent),
      supervised: both(here.filter(({ standing }) => standing === 'supervised')),
      taken: taken.get(region) ?? { chair: 0, author: 0 },
      checksDue: due.get(region) ?? 0,
    }
  })
}

/** What the figures cannot place: of those who could be appointed, who has no home region, has not said what they offer, never declared their affiliations. */
export async function notKnownOf(db: Db, on: string, asked: Asked, kept: ReadonlySet<Region>) {
  const unless = (known: RawBuilder<SqlBool>) => sql<number>`cast(coalesce(sum(case when ${known} then 0 else 1 end), 0) as integer)`
  return (
    db
      .selectFrom(readyPeople(db, on, asked).as('ready'))
      .where((eb) => eb.or([eb('chair', '=', 1), eb('author', '=', 1)]))
      // Whoever has no region is for those who keep all of them.
      .where((eb) => (kept.size === regions.length ? eb.val(true) : eb('region', 'in', [...kept, ''])))
      .select([
        unless(sql`region is not null`).as('noRegion'),
        unless(sql`most_reviews is not null and days_a_month is not null`).as('noCapacity'),
        unless(sql`exists (select 1 from affiliation_declaration where affiliation_declaration.person_id = ready.id)`).as('notDeclared'),
      ])
      .executeTakeFirstOrThrow()
  )
}

const onDay = (on: string) => (eb: ExpressionBuilder<Database, 'commitment'>) =>
  eb.and([eb('removed_at', 'is', null), eb('from_on', '<=', on), eb.or([eb('to_on', 'is', null), eb('to_on', '>=', on)])])

/** The seats that people of each region hold on a day. */
async function seatsTaken(db: Db, on: string): Promise<Map<string, Record<Seat, number>>> {
  const rows = await db
    .selectFrom('commitment')
    .innerJoin('person', 'person.id', 'commitment.person_id')
    .where(onDay(on))
    .where('person.region', 'is not', null)
    .select(['person.region', 'commitment.role'])
    .select(({ fn }) => sql<number>`cast(${fn.countAll()} as integer)`.as('held'))
    .groupBy(['person.region', 'commitment.role'])
    .execute()
  const found = new Map<string, Record<Seat, number>>()
  for (const { region, role, held } of rows) {
    if (role !== 'chair' && role !== 'author') continue
    const seats = found.get(region ?? '') ?? { chair: 0, author: 0 }
    found.set(region ?? '', { ...seats, [role]: held })
  }
  return found
}

async function checksDueSoon(db: Db, on: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('pool_check')
    .innerJoin('person', 'person.id', 'pool_check.person_id')
    .where('person.standing', 'in', ['active', 'supervised'])
    .where('pool_check.superseded_at', 'is', null)
    .where('pool_check.struck_at', 'is', null)
    .where('pool_check.recheck_on', '>=', on)
    .where('pool_check.recheck_on', '<', daysLater(on, soonDays))
    .where('person.region', 'is not', null)
    .select('person.region')
    .select(({ fn }) => sql<number>`cast(${fn.countAll()} as integer)`.as('due'))
    .groupBy('person.region')
    .execute()
  return new Map(rows.map(({ region, due }) => [region ?? '', due]))
}

/** The part of the commitments that began in the two years up to a day which the five busiest people hold, in per cent; null where there are none. */
export async function spreadOn(db: Db, on: string, kept: readonly Region[]): Promise<number | null> {
  const perPerson = await db
    .selectFrom('commitment')
    .innerJoin('person', 'person.id', 'commitment.person_id')
    .where('commitment.removed_at', 'is', null)
    .where('commitment.from_on', '<=', on)
    .where('commitment.from_on', '>', `${Number(on.slice(0, 4)) - 2}${on.slice(4)}`)
    .where('person.region', 'in', kept)
    .select(({ fn }) => sql<number>`cast(${fn.countAll()} as integer)`.as('held'))
    .select(sql<number>`cast(sum(count(*)) over () as integer)`.as('all'))
    .groupBy('commitment.person_id')
    .orderBy('held', 'desc')
    .limit(5)
    .execute()
  const all = perPerson[0]?.all ?? 0
  return all === 0 ? null : Math.round((100 * perPerson.reduce((sum, { held }) => sum + held, 0)) / all)
}
