import { type BigPool, openBigPool } from './big-pool.ts'
import { build, bytes } from './bytes.ts'
import { cover } from './cover.ts'
import { importing } from './import.ts'
import { keys } from './keys.ts'
import { lighthouse } from './lighthouse.ts'
import { rosterFacets } from './roster-facets.ts'
import { roster } from './roster.ts'
import { attempts } from './attempts.ts'
import { skillsMap } from './skills-map.ts'
import { trainingProgress } from './training-progress.ts'
import { typing } from './typing.ts'

/**
 * Prints what the budgets of the design are about, each figure beside its budget and from one run, and never fails for one that is missed: times differ
 * from machine to machine. `npm run bench -- roster typing` runs those two parts alone.
 */
const overBigPool: Record<string, (pool: BigPool) => Promise<void>> = {
  roster,
  'roster-facets': rosterFacets,
  cover,
  import: importing,
  'skills-map': skillsMap,
  'training-progress': trainingProgress,
  typing,
  keys,
}
const parts = ['bytes', 'attempts', ...Object.keys(overBigPool), 'click', 'lighthouse']

const named = process.argv.slice(2)
const unknown = named.find((part) => !parts.includes(part))
if (unknown !== undefined) throw new Error(`There is no part "${unknown}". The parts are: ${parts.join(', ')}`)
const wants = (part: string) => named.length === 0 || named.includes(part)

if (wants('bytes') || wants('typing') || wants('import') || wants('lighthouse')) build()
if (wants('bytes')) bytes()
if (wants('attempts')) await attempts()
const pooled = Object.entries(overBigPool).filter(([part]) => wants(part))
if (pooled.length > 0) {
  await using pool = await openBigPool()
  for (const [, measure] of pooled) await measure(pool)
}
if (wants('click')) console.log('First click to a list: not measured, since the floor has no list to click to\n')
if (wants('lighthouse')) await lighthouse()
