import type { z } from 'zod'
import type * as schema from './bookmark.schema.ts'
import type { Lesson } from './module.ts'

export type Bookmark = z.infer<typeof schema.Bookmark>

/** So many that a list of all is still looked through; more would be no help. */
export const mostBookmarks = 100

/** The heading that a block of a lesson stands under, itself included; null where there is none before it. */
export function headingOf({ blocks }: Pick<Lesson, 'blocks'>, block: string): string | null {
  const upTo = blocks.slice(0, blocks.findIndex(({ id }) => id === block) + 1)
  const heading = upTo.findLast(({ kind }) => kind === 'heading')
  return heading?.kind === 'heading' ? heading.text : null
}
