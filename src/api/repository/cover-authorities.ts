import { sql } from 'kysely'
import type { AuthoritiesCover, Seat } from '#domain/cover.ts'
import type { ReadinessRules } from '#domain/readiness.ts'
import type { Region } from '#domain/region.ts'
import { bodiesMeant, countsSince, organisationsTied, type TieRule } from '#domain/ties.ts'
import type { Db } from './database.ts'
import { readyPeople } from './cover.ts'
import { tieRegister } from './ties.ts'

interface Count {
  chair: number
  author: number
}
const none: Count = { chair: 0, author: 0 }

/**
 * For each authority of some regions: of the people who could be appointed on a day and live in its region or travel there, how many have a tie on record to
 * a body that serves it, and of how many nothing is known. A typical review there involves every body that serves the authority.
 */
export async function authoritiesCover(
  db: Db,
  rule: TieRule,
  asked: Pick<ReadinessRules, 'checks' | 'skillsCount'>,
  kept: readonly Region[],
): Promise<AuthoritiesCover['authorities']> {
  const register = await tieRegister(db)
  const authorities = await db
    .selectFrom('organisation')
    .select(['id', 'name', 'area', 'region'])
    .where('kind', '=', 'local-authority')
    .where('area', 'is not', null)
    .where('region', 'in', kept)
    .orderBy('name_key')
    .execute()
  const meant = authorities.map(({ id }) => bodiesMeant(`area:${id}`, register, rule.on))
  const pairs = meant.flatMap((bodies, index) => organisationsTied(bodies, register.succession, rule.on).map((body) => [index, body] as const))
  if (pairs.length === 0) return []
  const rows = await countTied(
    db,
    rule,
    asked,
    pairs,
    authorities.map(({ region }) => region ?? ''),
  )
  const of = (area: number, region: string, kind: Row['kind']): Count =>
    rows.find((row) => row.area === area && row.region === region && row.kind === kind) ?? none
  return authorities.map(({ id, name, area, region }, index) => {
    const all = of(-1, region ?? '', 'all')
    const unknown = of(-1, region ?? '', 'unknown')
    const tied = of(index, region ?? '', 'all')
    const tiedUnknown = of(index, region ?? '', 'unknown')
    const figures = (seat: Seat) => {
      const notKnown = unknown[seat] - tiedUnknown[seat]
      return { could: all[seat] - tied[seat] - notKnown, tied: tied[seat], notKnown }
    }
    return { id, name: area ?? name, region: region as Region, bodies: meant[index]?.length ?? 0, chair: figures('chair'), author: figures('author') }
  })
}

interface Row extends Count {
  /** The place of an authority in the list; -1 for everybody who serves the region. */
  area: number
  region: string
  kind: 'all' | 'unknown'
}

/** Counts, by region served: everybody, those of whom nothing is known, and of both, those tied to each authority. One statement, so that all is of one moment. */
async function countTied(
  db: Db,
  { on, countsForYears }: TieRule,
  asked: Pick<ReadinessRules, 'checks' | 'skillsCount'>,
  pairs: readonly (readonly [number, string])[],
  regionOf: readonly string[],
): Promise<Row[]> {
  const since = countsSince(on, countsForYears)
  const values = sql.join(pairs.map(([area, body]) => sql`(cast(${area} as integer), cast(${body} as text), cast(${regionOf[area]} as text))`))
  const ready = readyPeople(db, on, asked)
  const query = sql<Row & { unknown: number }>`
    with pair (area, body, served) as (values ${values}),
    ready as materialized (
      select people.id, people.chair, people.author, case when ${known(on, since)} then 0 else 1 end as unknown, people.region
      from (${ready}) as people where people.chair = 1 or people.author = 1
    ),
    serving as materialized (
      select id, region as served, chair, author, unknown from ready where region is not null
      union
      select ready.id, member_region.region, chair, author, unknown from ready join member_region on member_region.person_id = ready.id
    ),
    tied as (
      select distinct pair.area, serving.id, serving.served, serving.chair, serving.author, serving.unknown
      from serving
      join affiliation on affiliation.person_id = serving.id
        and affiliation.from_day <= ${on} and (affiliation.to_day is null or affiliation.to_day > ${since})
      join pair on pair.body = affiliation.organisation_id and pair.served = serving.served
    ),
    counted as (
      select -1 as area, served, chair, author, unknown from serving
      union all
      select area, served, chair, author, unknown from tied
    )
    select area, served as region, unknown, cast(sum(chair) as integer) as chair, cast(sum(author) as integer) as author
    from counted group by area, served, unknown`
  const { rows } = await query.execute(db)
  const sums = new Map<string, Row>()
  for (const { area, region, unknown, chair, author } of rows)
    for (const kind of unknown === 1 ? (['all', 'unknown'] as const) : (['all'] as const)) {
      const key = `${area} ${region} ${kind}`
      const sum = sums.get(key) ?? { area, region, kind, ...none }
      sums.set(key, { ...sum, chair: sum.chair + chair, author: sum.author + author })
    }
  return [...sums.values()]
}

/** They declared, and what counts of it is matched to the register. */
const known = (on: string, since: string) => sql`(
  exists (select 1 from affiliation_declaration where affiliation_declaration.person_id = people.id)
  and not exists (
    select 1 from affiliation where affiliation.person_id = people.id and affiliation.organisation_id is null
      and affiliation.from_day <= ${on} and (affiliation.to_day is null or affiliation.to_day > ${since})
  )
)`
