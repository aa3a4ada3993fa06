import type { CompiledModule, Lesson } from './module.ts'
import type { NewerVersion, NextTry } from './training.ts'

/** Whether somebody who read one lesson has read the other: the same title and the same words. */
const alike = (one: Lesson, other: Lesson) => one.title === other.title && JSON.stringify(one.blocks) === JSON.stringify(other.blocks)

/** The lessons read in one version that count as read in another: those whose words are the same. */
export const readingKept = (from: CompiledModule, to: CompiledModule, read: readonly string[]): string[] =>
  read.filter((id) => {
    const [before, now] = [from.lessons.find((lesson) => lesson.id === id), to.lessons.find((lesson) => lesson.id === id)]
    return before !== undefined && now !== undefined && alike(before, now)
  })

/**
 * What a newer version of a module means for somebody on an older one; null when theirs is the newest. `versions` are those of one module, in any order.
 * Nobody is moved: a person half-way stays where they are until they choose to move on.
 */
export function newerVersion(
  versions: readonly CompiledModule[],
  on: { version: number; read: readonly string[]; next: NextTry | null },
): NewerVersion | null {
  const from = versions.find(({ module }) => module.version === on.version)
  const later = versions.filter(({ module }) => module.version > on.version).toSorted((a, b) => a.module.version - b.module.version)
  const to = later.at(-1)
  if (!from || !to) return null
  const kept = new Set(readingKept(from, to, on.read))
  const named = (lessons: readonly Lesson[]) => lessons.map(({ id, title }) => ({ id, title }))
  return {
    version: to.module.version,
    changed: later.flatMap(({ module }) => module.changed),
    again: named(to.lessons.filter(({ id }) => on.read.includes(id) && !kept.has(id))),
    added: named(to.lessons.filter(({ id }) => !from.lessons.some((lesson) => lesson.id === id))),
    standing: on.next?.kind === 'passed' ? 'passed' : on.next?.kind === 'under-way' ? 'check-under-way' : 'may-move',
  }
}
