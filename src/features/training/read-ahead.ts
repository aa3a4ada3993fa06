import type { QueryClient } from '@tanstack/react-query'
import type { ModuleView } from '#domain/training.ts'
import { bookmarkQueries } from './learning-log/bookmarks.queries.ts'
import { learningLogQueries } from './learning-log/learning-log.queries.ts'
import { trainingQueries } from './training.queries.ts'

/** The pages that somebody goes to from a lesson, and what some lessons have beyond the usual blocks. */
const pages = [
  () => import('./lesson-page.tsx'),
  () => import('./lesson-tools.tsx'),
  () => import('./more-blocks.tsx'),
  () => import('./module-page.tsx'),
  () => import('./check-page.tsx'),
  () => import('./home-page.tsx'),
]

/** Waits until the page that is being opened has what it needs. Not every browser tells when it has nothing to do. */
const drawn = () => new Promise<unknown>((resolve) => ('requestIdleCallback' in globalThis ? requestIdleCallback(resolve) : setTimeout(resolve, 500)))

/**
 * Fetches what a module that was begun needs to be read to its end, so that a network that drops stops nobody: its lessons with what was written in them, and the
 * code of their pages. One after the other, so that nothing that is being read waits for it. What does not come is asked for when it is needed.
 */
export async function readAhead(client: QueryClient, { module, enrolment }: ModuleView): Promise<void> {
  if (!enrolment) return
  await drawn()
  for (const load of pages) await load()
  const { moduleVersion } = enrolment
  for (const { id } of module.lessons) {
    await client.ensureQueryData(trainingQueries.lesson(module.id, id))
    await client.ensureQueryData(learningLogQueries.notes({ moduleId: module.id, moduleVersion, lesson: id }))
  }
  await client.ensureQueryData(bookmarkQueries.all)
  await client.ensureQueryData(trainingQueries.taskList)
}
