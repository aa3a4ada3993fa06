import { withhold, withholdSteps } from './suppression.ts'
import type { ModuleFunnel } from './training-progress.ts'

/** How many of one region enrolled in a module and passed it. `region` is null for people who have not said where they live. */
interface RegionCount<R> {
  region: R
  enrolled: number
  passed: number
}

interface ModuleCounts<R> {
  funnel: ModuleFunnel
  regions: readonly RegionCount<R>[]
  lessons: readonly { title: string; read: number }[]
}

/** A number of people, or null where it is withheld. */
type Figure = number | null

export interface ModuleFigures<R> {
  title: string
  steps: Record<'enrolled' | 'started' | 'halfWay' | 'attempted' | 'passed', Figure>
  medianDays: number | null
  regions: { region: R; enrolled: Figure; passed: Figure }[]
  lessons: { title: string; read: Figure }[]
}

/**
 * The figures of one module as a file may hold them. In each region those who passed and those who did not are two groups; where one of them is under five
 * the region is withheld, with as many more as it takes that the total tells nothing of it. Of all regions together a step is shown where no group under
 * five lies between it and another that is shown, enrolled and passed before the rest. A file is the same whatever a page is filtered by: two files taken
 * from each other must tell nothing.
 */
export function figuresForFile<R>({ funnel, regions, lessons }: ModuleCounts<R>): ModuleFigures<R> {
  const nobodyElse = regions.map(() => null)
  const { columns, total } = withhold([
    { counted: regions.map(({ passed }) => passed), people: nobodyElse },
    { counted: regions.map(({ enrolled, passed }) => enrolled - passed), people: nobodyElse },
  ])
  const counts = [funnel.enrolled, funnel.passed, funnel.attempted, funnel.started, funnel.halfWay, ...lessons.map(({ read }) => read)]
  const [enrolled = null, passed = null, attempted = null, started = null, halfWay = null, ...read] = total
    ? counts.map(() => null)
    : withholdSteps(counts)
  return {
    title: funnel.title,
    steps: { enrolled, started, halfWay, attempted, passed },
    medianDays: passed ? funnel.medianDays : null,
    regions: regions.map(({ region, ...counted }, column) =>
      columns.has(column) ? { region, enrolled: null, passed: null } : { region, enrolled: counted.enrolled, passed: counted.passed },
    ),
    lessons: lessons.map(({ title }, at) => ({ title, read: read[at] ?? null })),
  }
}
