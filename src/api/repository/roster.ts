import { type ExpressionBuilder, sql, type SelectQueryBuilder } from 'kysely'
import { learnerStandings } from '#domain/membership.ts'
import { type PoolRole, searchWords, type Roster, type RosterFilters } from '#domain/person.ts'
import { cutPage, pageSize, readCursor } from '../page.ts'
import type { Reach } from '../policy.ts'
import { coreOf } from './bars.ts'
import type { Database, Db } from './database.ts'
import { coordinatorsSee, within } from './reach.ts'
import { hasTag } from './tags.ts'
import { personHasNoTie, personHasTie, personTieNotKnown, rosterTies, type TieQuestion } from './ties.ts'

const columns = ['id', 'name', 'name_key', 'region', 'roles', 'standing', 'training', 'joined_on'] as const
type Row = { [Column in (typeof columns)[number]]: string | null }
type People = SelectQueryBuilder<Database, 'person', object>

/** Beyond this many nobody counts the hits of a search by name or skill: the list says "more than". */
const countedHits = 1000

const tieConditions = { none: personHasNoTie, 'not-known': personTieNotKnown, tie: personHasTie }

const sorts = { name: ['name_key', 'asc'], '-name': ['name_key', 'desc'], joined: ['joined_on', 'asc'], '-joined': ['joined_on', 'desc'] } as const

/** One page of the people on the roster that lie within reach: filtered, sorted and cut in SQL. */
export async function readRoster(db: Db, filters: RosterFilters, reach: Reach, about: TieQuestion | null = null): Promise<Roster> {
  const [column, direction] = sorts[filters.sort ?? 'name']
  const backwards = filters.before !== undefined
  const place = readCursor(filters.before ?? filters.after, 2)
  const up = (direction === 'asc') !== backwards
  const order = up ? 'asc' : 'desc'
  let query = matching(db.selectFrom('person'), filters, reach, about).select(columns)
  if (place) query = query.where(sql<boolean>`(${sql.ref(column)}, id) ${sql.raw(up ? '>' : '<')} (${place[0]}, ${place[1]})`)
  const rows = (await query
    .orderBy(column, order)
    .orderBy('id', order)
    .limit(pageSize + 1)
    .execute()) as Row[]
  const page = cutPage(rows, place ? filters : {}, (row) => [row[column] ?? '', row.id ?? ''])
  const ties =
    about &&
    (await rosterTies(
      db,
      page.rows.map(({ id }) => id ?? ''),
      about,
    ))
  return {
    people: page.rows.map((row) => ({
      id: row.id ?? '',
      name: row.name ?? '',
      region: row.region as Roster['people'][number]['region'],
      roles: (row.roles ? row.roles.split(',') : []) as Roster['people'][number]['roles'],
      standing: row.standing as Roster['people'][number]['standing'],
      training: row.training as Roster['people'][number]['training'],
      joinedOn: row.joined_on ?? '',
      ties: ties?.get(row.id ?? '') ?? null,
    })),
    asked: about ? about.named : [],
    ...(await countMatching(db, filters, reach, about)),
    previous: page.previous,
    next: page.next,
  }
}

/** How many people are read at a time for a file of the roster. */
const fileRows = 500

/** Everybody of the roster who matches, in its order, some at a time: what a file of it holds. People who change their place meanwhile come once or not at all. */
export async function* wholeRoster(db: Db, { sort, ...filters }: RosterFilters, reach: Reach, about: TieQuestion | null) {
  const [column, order] = sorts[sort ?? 'name']
  let place: [string, string] | null = null
  for (;;) {
    let query = matching(db.selectFrom('person'), filters, reach, about)
    if (place) query = query.where(sql<boolean>`(${sql.ref(column)}, id) ${sql.raw(order === 'asc' ? '>' : '<')} (${place[0]}, ${place[1]})`)
    const rows = await query
      .select([...columns, 'email', 'phone'])
      .orderBy(column, order)
      .orderBy('id', order)
      .limit(fileRows)
      .execute()
    const last = rows.at(-1)
    if (!last) return
    const ids = rows.map(({ id }) => id)
    yield { rows, ties: about && (await rosterTies(db, ids, about)) }
    if (rows.length < fileRows) return
    place = [last[column], last.id]
  }
}

function matching<T extends People>(people: T, filters: RosterFilters, reach: Reach, about: TieQuestion | null): T {
  let query: People = within(people.where('standing', 'is not', null), reach)
  if (filters.who === 'members') query = query.where('standing', 'not in', learnerStandings)
  if (filters.region) query = query.where('region', '=', filters.region)
  if (filters.standing) query = query.where('standing', '=', filters.standing)
  if (filters.training) query = query.where('training', '=', filters.training)
  const { role, meets, coreAt, skill, level } = filters
  if (role) {
    query = query.where((eb) =>
      eb.exists(eb.selectFrom('person_role').select('role').whereRef('person_role.person_id', '=', 'person.id').where('person_role.role', '=', role)),
    )
  }
  if (meets) {
    query = query.where((eb) =>
      eb.exists(eb.selectFrom('person_bar').select('role').whereRef('person_bar.person_id', '=', 'person.id').where('person_bar.role', '=', meets)),
    )
  }
  if (coreAt) {
    const [core, lowest] = coreAt.split('-') as [PoolRole, string] // as its schema says
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('person_bar')
          .select('role')
          .whereRef('person_bar.person_id', '=', 'person.id')
          .where('person_bar.role', '=', coreOf(core))
          .where('person_bar.level', '>=', Number(lowest)),
      ),
    )
  }
  if (skill) {
    const found = (eb: ExpressionBuilder<Database, 'person'>) =>
      eb.selectFrom('person_skill').select('skill').whereRef('person_skill.person_id', '=', 'person.id').where('person_skill.skill', '=', skill)
    query = query.where((eb) => eb.exists(found(eb).where('person_skill.level', '>=', Number(level ?? 1))))
  }
  if (about) {
    query = coordinatorsSee(query)
    const { tied = 'none' } = filters
    if (tied !== 'any') query = query.where((eb) => tieConditions[tied](eb, about))
  }
  if (filters.tag) query = query.where(hasTag(filters.tag))
  for (const word of searchWords(filters.name ?? '')) query = query.where('name_key', 'like', `%${word}%`)
  return query as T
}

/** Exact from the tally, which knows neither names nor skills; where one of those is searched, counted up to a bound. */
async function countMatching(db: Db, filters: RosterFilters, reach: Reach, about: TieQuestion | null): Promise<{ total: number; about: boolean }> {
  if (searchWords(filters.name ?? '').length > 0 || filters.skill || filters.meets || filters.coreAt || filters.tag || about) {
    const { hits } = await db
      .selectFrom(
        matching(db.selectFrom('person'), filters, reach, about)
          .select('id')
          .limit(countedHits + 1)
          .as('hit'),
      )
      .select(({ fn }) => sql<number>`cast(${fn.countAll()} as integer)`.as('hits'))
      .executeTakeFirstOrThrow()
    return { total: Math.min(hits, countedHits), about: hits > countedHits }
  }
  let query = db.selectFrom('person_tally').select(sql<number>`cast(coalesce(sum(people), 0) as integer)`.as('people'))
  if (!reach.any) query = query.where('region', 'in', reach.regions.size > 0 ? [...reach.regions] : ['nowhere'])
  if (filters.who === 'members') query = query.where('standing', 'not in', learnerStandings)
  if (filters.region) query = query.where('region', '=', filters.region)
  if (filters.standing) query = query.where('standing', '=', filters.standing)
  if (filters.training) query = query.where('training', '=', filters.training)
  if (filters.role) query = query.where(sql<string>`',' || roles || ','`, 'like', `%,${filters.role},%`)
  const { people } = await query.executeTakeFirstOrThrow()
  return { total: people, about: false }
}
