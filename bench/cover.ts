import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from '#api/repository/database.ts'
import type { BigPool } from './big-pool.ts'
import { againstSql, type Asked } from './against-sql.ts'
import { endpoint } from './endpoint.ts'
import { percentile, say, spread } from './measure.ts'
import { noting } from './noting.ts'

const rounds = 10

interface Step extends Asked {
  asks: string
}

/** Cover of every region, and of every authority once affiliations rule people out, each endpoint against the SQL that it reads with. */
export async function cover({ address, coordinator }: BigPool): Promise<void> {
  console.log('Cover by 100,000 people')
  const pool = new pg.Pool({ connectionString: address })
  const dialect = new PostgresDialect({ pool })
  const db = new Kysely<Database>({ dialect })
  const ask = endpoint(db, coordinator)
  const steps: Step[] = []
  for (const [asks, path] of [
    ['regions', '/api/cover'],
    ['authorities', '/api/cover/authorities'],
  ] as const) {
    const sent = await noting(dialect, (noted) => endpoint(noted, coordinator)(path))
    steps.push({ asks, path, statements: sent.filter(({ sql }) => /^\s*(?:select|with)\b/.test(sql)) })
  }
  const runs = await againstSql(pool, ask, steps, rounds)
  await db.destroy()
  for (const step of steps) {
    const times = (name: string) => runs.filter((run) => run.name === name && run.step === step).map((run) => run.ms)
    const ratio = percentile(times('endpoint'), 0.95) / percentile(times('sql'), 0.95)
    console.log(`  ${step.asks.padEnd(12)} endpoint ${spread(times('endpoint'))}; its SQL ${spread(times('sql'))}`)
    say(`${step.asks}, 95th percentile against its SQL alone`, `${ratio.toFixed(2)} x`, '1.2 x', ratio <= 1.2)
  }
  console.log('')
}
