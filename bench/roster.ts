import { type CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from '#api/repository/database.ts'
import { plainQuestion } from '#api/repository/roster-question.ts'
import { readRoster } from '#api/repository/roster.ts'
import { dayOf } from '#domain/calendar.ts'
import type { Roster } from '#domain/person.ts'
import type { BigPool } from './big-pool.ts'
import { endpoint } from './endpoint.ts'
import { median, ms, percentile, race, type Run, say, spread } from './measure.ts'
import { makePlainList, readPlainList } from './plain-list.ts'
import { rosterMix, type Visit } from './roster-mix.ts'

const rounds = 40
const today = dayOf(new Date())
const everyone = { own: '', regions: new Set<never>(), any: true }

/** A visit made ready: the address to ask, and the SQL that the repository answers it with. */
interface Step {
  visit: Visit
  path: string
  statements: readonly CompiledQuery[]
}

/**
 * The roster's endpoint against its own SQL and against a plain list, all three in this process on one connection of one pool, one request at a time. The
 * endpoint is the server's whole app from Request to the text of its Response: cookie, session, permission, check of input, SQL, JSON, headers; only the
 * socket is left out, which neither rival has.
 */
export async function roster({ address, coordinator }: BigPool): Promise<void> {
  console.log('The roster of 100,000 people')
  const pool = new pg.Pool({ connectionString: address })
  const dialect = new PostgresDialect({ pool })
  const db = new Kysely<Database>({ dialect })
  const ask = endpoint(db, coordinator)
  await makePlainList(pool)
  const steps = await prepare(db, dialect)
  for (const step of steps) mustAgree(step, await ask(step.path), await readPlainList(pool, step.visit))
  const runs = await race(
    {
      endpoint: ({ path }: Step) => ask(path),
      sql: async ({ statements }: Step) => {
        for (const { sql, parameters } of statements) await pool.query(sql, [...parameters])
      },
      plain: ({ visit }: Step) => readPlainList(pool, visit),
    },
    steps,
    rounds,
  )
  await db.destroy()
  report(runs)
}

/** Follows cursors to the deep pages, as a person would, and notes the SQL of each visit. */
async function prepare(db: Kysely<Database>, dialect: PostgresDialect): Promise<Step[]> {
  const steps: Step[] = []
  for (const visit of rosterMix) {
    let { filters } = visit
    for (let page = 0; page < visit.pagesIn; page++) {
      const { next } = await readRoster(db, plainQuestion(filters, today), everyone)
      if (!next) throw new Error(`The list ends before page ${visit.pagesIn}: ${JSON.stringify(visit.filters)}`)
      filters = { ...visit.filters, after: next }
    }
    const statements: CompiledQuery[] = []
    const noting = new Kysely<Database>({ dialect, log: ({ query }) => void statements.push(query) })
    await readRoster(noting, plainQuestion(filters, today), everyone)
    steps.push({ visit, path: `/api/people?${new URLSearchParams(filters as Record<string, string>)}`, statements })
  }
  return steps
}

/** A rival that finds other people is none. Beyond a thousand hits of a search the product does not count on. */
function mustAgree({ path }: Step, ours: string, theirs: string): void {
  const [mine, plain] = [JSON.parse(ours) as Roster, JSON.parse(theirs) as Pick<Roster, 'people' | 'total'>]
  const sameTotal = mine.about ? plain.total > mine.total : plain.total === mine.total
  if (!sameTotal || plain.people.length !== mine.people.length)
    throw new Error(`The endpoint and the plain list differ at ${path}: ${mine.total} and ${plain.total} people`)
}

function report(runs: readonly Run<'endpoint' | 'sql' | 'plain', Step>[]): void {
  const times = (name: string, kind?: Visit['kind']) =>
    runs.filter((run) => run.name === name && (!kind || run.step.visit.kind === kind)).map((run) => run.ms)
  for (const kind of new Set(rosterMix.map((visit) => visit.kind)))
    console.log(
      `  ${kind.padEnd(12)} endpoint ${spread(times('endpoint', kind))}; its SQL ${spread(times('sql', kind))}; plain ${spread(times('plain', kind))}`,
    )
  const [ours, sql, plain] = [times('endpoint'), times('sql'), times('plain')]
  console.log(`  ${'the mix'.padEnd(12)} endpoint ${spread(ours)}; its SQL ${spread(sql)}; plain ${spread(plain)}`)
  console.log(`  what the endpoint adds to its SQL: ${ms(median(ours) - median(sql))} at the median`)
  const against = (rival: readonly number[]) => percentile(ours, 0.95) / percentile(rival, 0.95)
  say('95th percentile against its SQL alone', `${against(sql).toFixed(2)} x`, '1.2 x', against(sql) <= 1.2)
  say('95th percentile against a plain list', `${against(plain).toFixed(2)} x`, '0.35 x', against(plain) <= 0.35)
  console.log('')
}
