import type { CompiledQuery } from 'kysely'
import type pg from 'pg'
import { race, type Run } from './measure.ts'

/** What is asked of an endpoint, and the SQL that it answers it with. */
export interface Asked {
  path: string
  statements: readonly CompiledQuery[]
}

/** An endpoint against its own SQL alone: in this process, on one pool, one request at a time. */
export const againstSql = <Step extends Asked>(
  pool: pg.Pool,
  ask: (path: string) => Promise<string>,
  steps: readonly Step[],
  rounds: number,
): Promise<Run<'endpoint' | 'sql', Step>[]> =>
  race(
    {
      endpoint: ({ path }: Step) => ask(path),
      sql: async ({ statements }: Step) => {
        for (const { sql, parameters } of statements) await pool.query(sql, [...parameters])
      },
    },
    steps,
    rounds,
  )
