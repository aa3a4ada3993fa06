import type { Context } from 'hono'
import { dayOf } from '#domain/calendar.ts'
import type { AuthoritiesCover, Cover } from '#domain/cover.ts'
import { coverOf, inputsFor } from '#domain/cover-figures.ts'
import { type CoverInputKey, coverInputs } from '#domain/cover-inputs.ts'
import { type Region, regions } from '#domain/region.ts'
import type { Env } from './deps.ts'
import { type Permission, reach } from './policy.ts'
import { keepBars } from './repository/bars.ts'
import { coverSupply, notKnownOf, spreadOn } from './repository/cover.ts'
import { authoritiesCover } from './repository/cover-authorities.ts'
import { enteredInputs } from './repository/cover-inputs.ts'
import type { Db } from './repository/database.ts'
import { currentFramework } from './repository/frameworks.ts'
import { readinessRules } from './repository/readiness.ts'
import { settingValue } from './repository/settings.ts'

/** The regions that the asker keeps. */
export function keptBy(c: Context<Env>, permission: Permission): ReadonlySet<Region> {
  const { any, regions: some } = reach(c.var.actor, permission)
  return any ? new Set(regions) : some
}

export function keptWords(c: Context<Env>): 'all' | Region[] {
  const kept = keptBy(c, 'read-cover')
  return kept.size === regions.length ? 'all' : [...kept]
}

/** What readiness asks today; skills through the bars, which are brought up to date first. */
async function asked(c: Context<Env>, db: Db) {
  const { content } = c.var.deps
  await keepBars(db, await currentFramework(db, content))
  return readinessRules(db, content, [])
}

/** Cover of the regions that the asker keeps on a day, today where none is named. */
export async function coverFor(c: Context<Env>, db: Db, day: string | undefined): Promise<Cover> {
  const on = day ?? dayOf(c.var.deps.clock.now())
  const kept = keptBy(c, 'read-cover')
  const rules = await asked(c, db)
  const entered = await enteredInputs(db)
  const general = inputsFor(null, entered)
  const value = (key: CoverInputKey) => general.find((one) => one.key === key)?.value ?? coverInputs[key].value
  const supply = await coverSupply(db, on, rules, { mostAtOnce: value('most-at-once'), daysAYear: value('days-a-year') })
  return {
    on,
    ...coverOf(supply, entered, kept),
    spread: await spreadOn(db, on, [...kept]),
    notKnown: await notKnownOf(db, on, rules, kept),
  }
}

export async function authoritiesFor(c: Context<Env>, db: Db, day: string | undefined): Promise<AuthoritiesCover> {
  const on = day ?? dayOf(c.var.deps.clock.now())
  const rule = { on, countsForYears: await settingValue(db, 'affiliation-counts-years') }
  return { on, authorities: await authoritiesCover(db, rule, await asked(c, db), [...keptBy(c, 'read-cover')]) }
}
