import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { stuckLearners } from '#api/stuck-learners.ts'
import { trainingProgress as progress } from '#api/training-progress.ts'
import type { Database } from '#api/repository/database.ts'
import { content as compiled } from '#content/content.ts'
import type { Counted } from '#api/repository/training-funnel.ts'
import type { TrainingProgress } from '#domain/training-progress.ts'
import type { BigPool } from './big-pool.ts'
import { againstSql, type Asked } from './against-sql.ts'
import { endpoint } from './endpoint.ts'
import { noting } from './noting.ts'
import { median, ms, percentile, type Run, say, spread } from './measure.ts'

const rounds = 20
const reach = { own: '', regions: new Set<never>(), any: true }
const whom: readonly Omit<Counted, 'reach'>[] = [{}, { role: 'chair' }, { region: 'north-east' }, { moduleId: 'm1' }]

interface Step extends Asked {
  kind: 'the funnel' | 'who is stuck'
}

/**
 * The funnel over 100,000 people and the list of those who are stuck, each endpoint against its own SQL alone: in this process, on one connection of one
 * pool, one request at a time.
 */
export async function trainingProgress({ address, coordinator }: BigPool): Promise<void> {
  console.log('Training progress of 100,000 people')
  const pool = new pg.Pool({ connectionString: address })
  const dialect = new PostgresDialect({ pool })
  const db = new Kysely<Database>({ dialect })
  const ask = endpoint(db, coordinator)
  const steps = await Promise.all(whom.flatMap((asked) => [funnelStep(dialect, asked), stuckStep(dialect, asked)]))
  mustCount(JSON.parse(await ask('/api/training-progress')) as TrainingProgress)
  const runs = await againstSql(pool, ask, steps, rounds)
  await db.destroy()
  report(runs)
}

const searchOf = ({ moduleId, role, region }: Omit<Counted, 'reach'>) =>
  new URLSearchParams(Object.entries({ module: moduleId, role, region }).flatMap(([key, value]) => (value ? [[key, value]] : []))).toString()

const funnelStep = async (dialect: PostgresDialect, asked: Omit<Counted, 'reach'>): Promise<Step> => ({
  kind: 'the funnel',
  path: `/api/training-progress?${searchOf(asked)}`,
  statements: await noting(dialect, (db) => progress(db, compiled, { reach, ...asked })),
})

const stuckStep = async (dialect: PostgresDialect, asked: Omit<Counted, 'reach'>): Promise<Step> => ({
  kind: 'who is stuck',
  path: `/api/stuck-learners?${searchOf(asked)}`,
  statements: await noting(dialect, (db) => stuckLearners(db, compiled, { reach, ...asked }, new Date(), {})),
})

/** A funnel of nobody would be fast, too. */
function mustCount({ modules }: TrainingProgress): void {
  if (modules.some(({ enrolled, passed }) => enrolled === 0 || passed === 0)) throw new Error('The funnel counts nobody: the pool has no enrolments')
}

function report(runs: readonly Run<'endpoint' | 'sql', Step>[]): void {
  const times = (name: string, kind: Step['kind']) => runs.filter((run) => run.name === name && run.step.kind === kind).map((run) => run.ms)
  for (const kind of ['the funnel', 'who is stuck'] as const) {
    console.log(`  ${kind.padEnd(13)} endpoint ${spread(times('endpoint', kind))}; its SQL ${spread(times('sql', kind))}`)
    console.log(`  what the endpoint adds to its SQL: ${ms(median(times('endpoint', kind)) - median(times('sql', kind)))} at the median`)
  }
  const ratio = percentile(times('endpoint', 'the funnel'), 0.95) / percentile(times('sql', 'the funnel'), 0.95)
  say('the funnel, 95th percentile against its SQL alone', `${ratio.toFixed(2)} x`, '1.2 x', ratio <= 1.2)
  console.log('')
}
