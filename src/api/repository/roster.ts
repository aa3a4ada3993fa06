import { sql, type SelectQueryBuilder } from 'kysely'
import type { Roster, RosterRow } from '#domain/person.ts'
import { cutPage, pageSize, readCursor } from '../page.ts'
import type { Reach } from '../policy.ts'
import type { Database, Db } from './database.ts'
import { coordinatorsSee, within } from './reach.ts'
import { conditionsOf, trainingOn } from './roster-conditions.ts'
import { countInTally, inTally } from './roster-counts.ts'
import type { RosterQuestion } from './roster-question.ts'
import { noWhys, rosterWhys, type Whys } from './roster-whys.ts'

const columns = ['id', 'name', 'name_key', 'region', 'roles', 'standing', 'joined_on'] as const
type Row = { [Column in (typeof columns)[number] | 'training']: string | null }
type People = SelectQueryBuilder<Database, 'person', object>

/** Beyond this many nobody counts the hits of what the tally does not know: the list says "more than". */
const countedHits = 1000

const sorts = { name: ['name_key', 'asc'], '-name': ['name_key', 'desc'], joined: ['joined_on', 'asc'], '-joined': ['joined_on', 'desc'] } as const

/** One page of the people on the roster that lie within reach: filtered, sorted and cut in SQL, each with why they are there. */
export async function readRoster(db: Db, question: RosterQuestion, reach: Reach): Promise<Roster> {
  const { filters, ties, today } = question
  const [column, direction] = sorts[filters.sort ?? 'name']
  const backwards = filters.before !== undefined
  const place = readCursor(filters.before ?? filters.after, 2)
  const up = (direction === 'asc') !== backwards
  const order = up ? 'asc' : 'desc'
  let query = matching(db.selectFrom('person'), question, reach).select(columns).select(trainingOn(today).as('training'))
  if (place) query = query.where(sql<boolean>`(${sql.ref(column)}, id) ${sql.raw(up ? '>' : '<')} (${place[0]}, ${place[1]})`)
  const rows = (await query
    .orderBy(column, order)
    .orderBy('id', order)
    .limit(pageSize + 1)
    .execute()) as Row[]
  const page = cutPage(rows, place ? filters : {}, (row) => [row[column] ?? '', row.id ?? ''])
  const people = page.rows.map(asListed)
  const whys = await rosterWhys(db, people, question)
  return {
    people: people.map((person) => ({ ...person, ...(whys.get(person.id) ?? noWhys) })),
    asked: ties ? ties.named : [],
    ...(await countMatching(db, question, reach)),
    previous: page.previous,
    next: page.next,
  }
}

type Listed = Omit<RosterRow, keyof Whys>

/** The database holds only words that its schema allows. */
const asListed = (row: Row): Listed => ({
  id: row.id ?? '',
  name: row.name ?? '',
  region: row.region as Listed['region'],
  roles: (row.roles ? row.roles.split(',') : []) as Listed['roles'],
  standing: row.standing as Listed['standing'],
  training: row.training as Listed['training'],
  joinedOn: row.joined_on ?? '',
})

/** How many people are read at a time for a file of the roster. */
const fileRows = 500

/** Everybody of the roster who matches, in its order, some at a time: what a file of it holds. People who change their place meanwhile come once or not at all. */
export async function* wholeRoster(db: Db, question: RosterQuestion, reach: Reach) {
  const [column, order] = sorts[question.filters.sort ?? 'name']
  let place: [string, string] | null = null
  for (;;) {
    let query = matching(db.selectFrom('person'), question, reach)
    if (place) query = query.where(sql<boolean>`(${sql.ref(column)}, id) ${sql.raw(order === 'asc' ? '>' : '<')} (${place[0]}, ${place[1]})`)
    const rows = await query
      .select([...columns, 'email', 'phone'])
      .select(trainingOn(question.today).as('training'))
      .orderBy(column, order)
      .orderBy('id', order)
      .limit(fileRows)
      .execute()
    const last = rows.at(-1)
    if (!last) return
    const people = rows.map(asListed)
    const whys = await rosterWhys(db, people, question)
    yield rows.map(({ id, email, phone }, index) => ({ ...(people[index] as Listed), ...(whys.get(id) ?? noWhys), email, phone }))
    if (rows.length < fileRows) return
    place = [last[column], last.id]
  }
}

/** The people who match and lie within reach. A question about ties is answered of those alone whose affiliations coordinators see. */
function matching<T extends People>(people: T, question: RosterQuestion, reach: Reach): T {
  let query: People = within(people.where('standing', 'is not', null), reach)
  if (question.ties) query = coordinatorsSee(query)
  for (const { holds } of conditionsOf(question)) query = query.where(holds)
  return query as T
}

/** Exact from the tally; where something is asked that it does not know, such as a name or a tie, counted up to a bound. */
async function countMatching(db: Db, question: RosterQuestion, reach: Reach): Promise<{ total: number; about: boolean }> {
  if (inTally(question)) return { total: await countInTally(db, question, reach), about: false }
  const { hits } = await db
    .selectFrom(
      matching(db.selectFrom('person'), question, reach)
        .select('id')
        .limit(countedHits + 1)
        .as('hit'),
    )
    .select(({ fn }) => sql<number>`cast(${fn.countAll()} as integer)`.as('hits'))
    .executeTakeFirstOrThrow()
  return { total: Math.min(hits, countedHits), about: hits > countedHits }
}
