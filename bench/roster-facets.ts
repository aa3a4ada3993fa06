import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from '#api/repository/database.ts'
import { countFacets } from '#api/repository/roster-facets.ts'
import { rosterQuestion } from '#api/repository/roster-question.ts'
import { readRoster } from '#api/repository/roster.ts'
import { content } from '#content/content.ts'
import { after, dayOf } from '#domain/calendar.ts'
import type { RosterFilters } from '#domain/person.ts'
import type { BigPool } from './big-pool.ts'
import { againstSql, type Asked } from './against-sql.ts'
import { endpoint } from './endpoint.ts'
import { noting } from './noting.ts'
import { median, ms, percentile, say, spread } from './measure.ts'

const rounds = 10
const everyone = { own: '', regions: new Set<never>(), any: true }
const day = (days: number) => dayOf(after(new Date(), { days }))

/** What a coordinator asks of records behind the rows, each as the list and as the counts beside it. */
const questions: readonly { asks: string; filters: RosterFilters; of?: 'work' }[] = [
  { asks: 'two facets', filters: { who: 'members', region: 'north-east', standing: 'active' } },
  { asks: 'no tie with four', filters: { who: 'members', role: 'chair', ties: fourOrganisations() } },
  { asks: 'ready on a day', filters: { who: 'members', role: 'chair', ready: day(14) } },
  { asks: 'free between', filters: { who: 'members', freeFrom: day(14), freeTo: day(120) } },
  { asks: 'check due, room', filters: { who: 'members', due: '60', left: '1' }, of: 'work' },
  {
    asks: 'all of these',
    filters: { role: 'chair', region: 'north-east', ties: fourOrganisations(), ready: day(14), freeFrom: day(14), freeTo: day(120) },
  },
]

interface Step extends Asked {
  asks: string
}

/** The questions about ties, readiness, time and checks: the server's whole app from Request to text, against the SQL that it answers them with. */
export async function rosterFacets({ address, coordinator }: BigPool): Promise<void> {
  console.log('What the roster is asked of 100,000 people, and the counts of every choice')
  const pool = new pg.Pool({ connectionString: address })
  const dialect = new PostgresDialect({ pool })
  const db = new Kysely<Database>({ dialect })
  const ask = endpoint(db, coordinator)
  const steps: Step[] = []
  for (const { asks, filters, of } of questions) {
    const question = await rosterQuestion(db, content, filters, new Date())
    const search = String(new URLSearchParams(filters as Record<string, string>))
    steps.push(
      { asks: `${asks}: list`, path: `/api/people?${search}`, statements: await noting(dialect, (noted) => readRoster(noted, question, everyone)) },
      {
        asks: `${asks}: counts`,
        path: `/api/people/counts?${search}${of ? `&of=${of}` : ''}`,
        statements: await noting(dialect, (noted) => countFacets(noted, question, everyone, of ?? null)),
      },
    )
  }
  const runs = await againstSql(pool, ask, steps, rounds)
  await db.destroy()
  for (const step of steps) {
    const of = (name: string) => runs.filter((run) => run.name === name && run.step === step).map((run) => run.ms)
    console.log(`  ${step.asks.padEnd(26)} endpoint ${spread(of('endpoint'))}; its SQL ${spread(of('sql'))}`)
  }
  const times = (name: string) => runs.filter((run) => run.name === name).map((run) => run.ms)
  const ratio = percentile(times('endpoint'), 0.95) / percentile(times('sql'), 0.95)
  console.log(`  what the endpoint adds to its SQL: ${ms(median(times('endpoint')) - median(times('sql')))} at the median`)
  say('95th percentile against its SQL alone', `${ratio.toFixed(2)} x`, '1.2 x', ratio <= 1.2)
  console.log('')
}

/** One organisation of each of four kinds in the North East, as a request names them. */
function fourOrganisations(): string {
  const kinds = new Map(content.organisations.filter(({ region }) => region === 'north-east').map(({ kind, id }) => [kind, id]))
  return [...kinds.values()].slice(0, 4).join(',')
}
