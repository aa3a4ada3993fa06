import { sql } from 'kysely'
import type { Region } from '#domain/region.ts'
import { cutPage, pageSize, readCursor } from '../page.ts'
import type { Db } from './database.ts'
import { type Counted, whoIsCounted } from './training-funnel.ts'

/** Beyond this many nobody counts those who are stuck: the list says "more than". */
const countedStuck = 1000

export interface StuckRow {
  enrolmentId: string
  personId: string
  name: string
  region: Region | null
  moduleId: string
  moduleVersion: number
  lessonsRead: number
  tries: number
  movedAt: string
  email: string | null
}

interface Asked {
  after?: string | undefined
  before?: string | undefined
}

/** Those who cannot get on because they left, or because somebody barred them, are not stuck. */
const gone = ['suspended', 'retired', 'removed']

/** Enrolments without a pass in which nothing was done since `movedBefore`. */
const standing = (db: Db, counted: Counted, movedBefore: string) =>
  db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .leftJoin('account', 'account.person_id', 'person.id')
    .where('enrolment.passed_at', 'is', null)
    .where('enrolment.moved_at', '<=', movedBefore)
    .where('person.standing', 'not in', gone)
    .where('account.suspended_at', 'is', null)
    .where(whoIsCounted(counted))

const columns = [
  'enrolment.id as enrolmentId',
  'person.id as personId',
  'person.name',
  'person.region',
  'enrolment.module_id as moduleId',
  'enrolment.module_version as moduleVersion',
  'enrolment.lessons_read as lessonsRead',
  'enrolment.tries',
  'enrolment.moved_at as movedAt',
  'person.email',
  'account.id as accountId',
] as const

type Read = Omit<StuckRow, 'region'> & { region: string | null; accountId: string | null }

const asRow = ({ accountId, email, ...row }: Read): StuckRow => ({
  ...row,
  region: row.region as Region | null,
  // A mail goes to an account; whoever has none is not written to.
  email: accountId === null ? null : email,
})

/** One page of them, whoever stands still longest first. */
export async function listStuck(db: Db, counted: Counted, movedBefore: string, asked: Asked) {
  const backwards = asked.before !== undefined
  const place = readCursor(asked.before ?? asked.after, 2)
  const order = backwards ? 'desc' : 'asc'
  let query = standing(db, counted, movedBefore).select(columns)
  if (place) query = query.where(sql<boolean>`(enrolment.moved_at, enrolment.id) ${sql.raw(backwards ? '<' : '>')} (${place[0]}, ${place[1]})`)
  const rows = await query
    .orderBy('enrolment.moved_at', order)
    .orderBy('enrolment.id', order)
    .limit(pageSize + 1)
    .execute()
  const page = cutPage(rows, place ? asked : {}, (row) => [row.movedAt, row.enrolmentId])
  return { ...page, rows: page.rows.map(asRow), ...(await countStuck(db, counted, movedBefore)) }
}

export async function countStuck(db: Db, counted: Counted, movedBefore: string): Promise<{ total: number; about: boolean }> {
  const { hits } = await db
    .selectFrom(
      standing(db, counted, movedBefore)
        .select('enrolment.id')
        .limit(countedStuck + 1)
        .as('hit'),
    )
    .select(({ fn }) => sql<number>`cast(${fn.countAll()} as integer)`.as('hits'))
    .executeTakeFirstOrThrow()
  return { total: Math.min(hits, countedStuck), about: hits > countedStuck }
}

/** So many of them at most, for a file. */
export const firstStuck = async (db: Db, counted: Counted, movedBefore: string, most: number): Promise<StuckRow[]> =>
  (await standing(db, counted, movedBefore).select(columns).orderBy('enrolment.moved_at').orderBy('enrolment.id').limit(most).execute()).map(asRow)
