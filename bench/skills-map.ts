import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { rebuildBars, rebuildBarsOf } from '#api/repository/bars.ts'
import type { Database, Tx } from '#api/repository/database.ts'
import { currentFramework } from '#api/repository/frameworks.ts'
import { plainQuestion } from '#api/repository/roster-question.ts'
import { readRoster } from '#api/repository/roster.ts'
import { countVerified } from '#api/repository/skills-map.ts'
import { content } from '#content/content.ts'
import { needsOf } from '#domain/framework.ts'
import { dayOf } from '#domain/calendar.ts'
import type { RosterFilters } from '#domain/person.ts'
import type { SkillsMap } from '#domain/skills-map.ts'
import type { BigPool } from './big-pool.ts'
import { againstSql, type Asked } from './against-sql.ts'
import { endpoint } from './endpoint.ts'
import { noting } from './noting.ts'
import { median, ms, percentile, type Run, say, spread } from './measure.ts'

const rounds = 20
const roles = ['chair', 'author', 'adviser'] as const
const today = dayOf(new Date())
const everyone = { own: '', regions: new Set<never>(), any: true }

/** What the roster is asked from the map: a common skill, a scarce one, one cell of the map, and everyone at a role's bar. */
const filters: readonly RosterFilters[] = [
  { skill: '3.3', level: '3' },
  { skill: '7.3', level: '4' },
  { role: 'chair', region: 'north-east', standing: 'active', skill: '3.3', level: '3' },
  { meets: 'chair' },
  { coreAt: 'chair-3' },
  { meets: 'adviser', region: 'north-east', sort: '-joined' },
]

interface Step extends Asked {
  kind: 'the map' | 'the roster by skill'
}

/**
 * The skills map and the roster filtered by skill, each endpoint against its own SQL alone: in this process, on one connection of one pool, one request at a
 * time. Nothing but the map's ratio has a budget.
 */
export async function skillsMap({ address, coordinator }: BigPool): Promise<void> {
  console.log('The skills map of 100,000 people')
  const pool = new pg.Pool({ connectionString: address })
  const dialect = new PostgresDialect({ pool })
  const db = new Kysely<Database>({ dialect })
  const ask = endpoint(db, coordinator)
  const steps = [...(await mapSteps(dialect)), ...(await rosterSteps(dialect))]
  for (const { kind, path } of steps) if (kind === 'the map') mustCount(path, JSON.parse(await ask(path)) as SkillsMap)
  const runs = await againstSql(pool, ask, steps, rounds)
  report(runs)
  await bars(db)
  await db.destroy()
}

/** How long it takes to derive anew who meets the bar of each role, as a publication does once; and of one person, as each verified level does. */
async function bars(db: Kysely<Database>): Promise<void> {
  const framework = await currentFramework(db, content)
  const { person_id: somebody } = await db.selectFrom('person_skill').select('person_id').limit(1).executeTakeFirstOrThrow()
  const took = async (run: (tx: Tx) => Promise<void>) => {
    const began = performance.now()
    await db.transaction().execute(run)
    return performance.now() - began
  }
  const [all, one]: [number[], number[]] = [[], []]
  while (all.length < 3) all.push(await took((tx) => rebuildBars(tx, framework)))
  while (one.length < rounds) one.push(await took((tx) => rebuildBarsOf(tx, somebody)))
  console.log(`  the bars derived anew: of everybody ${spread(all)}; of one person ${spread(one)}\n`)
}

const mapSteps = (dialect: PostgresDialect): Promise<Step[]> =>
  Promise.all(
    roles.map(async (role) => ({
      kind: 'the map' as const,
      path: `/api/skills-map?role=${role}&standing=active`,
      statements: await noting(dialect, async (db) => countVerified(db, role, needsOf(await currentFramework(db, content), role))),
    })),
  )

const rosterSteps = (dialect: PostgresDialect): Promise<Step[]> =>
  Promise.all(
    filters.map(async (asked) => ({
      kind: 'the roster by skill' as const,
      path: `/api/people?${new URLSearchParams(asked as Record<string, string>)}`,
      statements: await noting(dialect, (db) => readRoster(db, plainQuestion(asked, today), everyone)),
    })),
  )

/** A map of nobody would be fast, too. */
function mustCount(path: string, { people, skills }: SkillsMap): void {
  if (!people || skills.length === 0 || skills.some(({ everywhere }) => !everywhere)) throw new Error(`${path} counts nobody: the pool has no levels`)
}

function report(runs: readonly Run<'endpoint' | 'sql', Step>[]): void {
  const times = (name: string, kind: Step['kind']) => runs.filter((run) => run.name === name && run.step.kind === kind).map((run) => run.ms)
  for (const kind of ['the map', 'the roster by skill'] as const)
    console.log(`  ${kind.padEnd(19)} endpoint ${spread(times('endpoint', kind))}; its SQL ${spread(times('sql', kind))}`)
  const [ours, sql] = [times('endpoint', 'the map'), times('sql', 'the map')]
  console.log(`  what the endpoint adds to its SQL: ${ms(median(ours) - median(sql))} at the median`)
  const ratio = percentile(ours, 0.95) / percentile(sql, 0.95)
  say('the map, 95th percentile against its SQL alone', `${ratio.toFixed(2)} x`, '1.2 x', ratio <= 1.2)
}
