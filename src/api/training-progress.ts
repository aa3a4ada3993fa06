import { regions } from '#domain/region.ts'
import { deepestDrop, medianOf, type ModuleFunnel, type TrainingProgress } from '#domain/training-progress.ts'
import type { Content } from './deps.ts'
import type { Reach } from './policy.ts'
import { moduleIds, newestVersion } from './progress.ts'
import type { Db } from './repository/database.ts'
import { type Counted, countFunnel, countReaders, medianMinutes } from './repository/training-funnel.ts'

/** What can be chosen: the modules in the order of the paths, and the regions within reach. */
export const choicesFor = (content: Content, { any, regions: within }: Reach): TrainingProgress['choices'] => ({
  modules: moduleIds(content).map((moduleId) => ({ moduleId, title: newestVersion(content, moduleId).module.title })),
  regions: regions.filter((region) => any || within.has(region)),
})

/** Minutes as days, to a tenth. */
const inDays = (minutes: number) => Math.round((minutes / 1440) * 10) / 10

/**
 * How far the people counted came in each module, or in the one asked for.
 * @throws Problem 404 for a module that there is not.
 */
export async function trainingProgress(db: Db, content: Content, counted: Counted): Promise<TrainingProgress> {
  const chosen = counted.moduleId === undefined ? null : newestVersion(content, counted.moduleId).module
  const choices = choicesFor(content, counted.reach)
  const rows = await countFunnel(
    db,
    content.modules.map(({ module }) => module),
    counted,
  )
  const minutes = await medianMinutes(db, counted)
  const modules = choices.modules
    .filter(({ moduleId }) => !chosen || moduleId === chosen.id)
    .map(({ moduleId, title }): ModuleFunnel => {
      const { region: _region, ...counts } = rows.find((row) => row.moduleId === moduleId) ?? { ...nobody, moduleId, region: null }
      const median = medianOf(minutes.get(moduleId) ?? [])
      return { ...counts, title, medianDays: median === null ? null : inDays(median) }
    })
  const readers = chosen ? await countReaders(db, counted) : new Map<string, number>()
  return {
    modules,
    lessons: (chosen?.lessons ?? []).map(({ id, title }) => ({ lesson: id, title, read: readers.get(id) ?? 0 })),
    drop: deepestDrop(modules),
    choices,
  }
}

const nobody = { enrolled: 0, started: 0, halfWay: 0, attempted: 0, passed: 0 }
