import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { Database } from '#api/repository/database.ts'
import { plainQuestion } from '#api/repository/roster-question.ts'
import { readRoster } from '#api/repository/roster.ts'
import { dayOf } from '#domain/calendar.ts'
import type { BigPool } from './big-pool.ts'
import { median, say } from './measure.ts'

const looked = 100
const most = 12
const everyone = { own: '', regions: new Set<never>(), any: true }

/** How many keys of somebody's name have to be typed until they are on the page: some letters of the first name, a space, some of the last. */
export async function keys({ address }: BigPool): Promise<void> {
  console.log('Keys to find one of 100,000 people by name')
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: address }) }) })
  const people = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('standing', 'is not', null)
    .orderBy(sql`md5(id)`)
    .limit(looked)
    .execute()
  const needed: number[] = []
  for (const { id, name } of people) needed.push(await keysFor(db, id, name))
  await db.destroy()
  const beyond = needed.filter((count) => count > most).length
  say(`of ${looked} people, half with ${median(needed)} keys or fewer, all with`, `${Math.max(...needed)}`, String(most), beyond === 0)
  console.log('')
}

async function keysFor(db: Kysely<Database>, id: string, name: string): Promise<number> {
  const [first = '', ...others] = name.split(' ')
  const last = others.at(-1) ?? ''
  for (let count = 4; count <= first.length + last.length; count++)
    for (let letters = 0; letters <= Math.min(first.length, count - 2); letters++) {
      const typed = letters === 0 ? last.slice(0, count) : `${first.slice(0, letters)} ${last.slice(0, count - letters - 1)}`
      const { people } = await readRoster(db, plainQuestion({ name: typed }, dayOf(new Date())), everyone)
      if (people.some((person) => person.id === id)) return count
    }
  return Infinity
}
