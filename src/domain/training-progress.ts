import type { z } from 'zod'
import type * as schema from './training-progress.schema.ts'

export type TrainingProgress = z.infer<typeof schema.TrainingProgress>
export type StuckLearners = z.infer<typeof schema.StuckLearners>
export type TrainingMessages = z.infer<typeof schema.TrainingMessages>
export type Standstill = z.infer<typeof schema.Standstill>
export type ModuleFunnel = TrainingProgress['modules'][number]
type Drop = NonNullable<TrainingProgress['drop']>

/** What a person passes through in a module, in order. */
export const steps = ['enrolled', 'started', 'halfWay', 'attempted', 'passed'] as const
export type Step = (typeof steps)[number]

/** How many lessons make half of a module: with five, three. */
export const halfOf = (lessons: number): number => Math.ceil(lessons / 2)

interface Progress {
  lessonsRead: number
  lessons: number
  tries: number
  passed: boolean
}

/**
 * How far somebody came in a module. Whoever came to a step came to those before it: a try at the check counts as half-way, however few lessons were read,
 * so that those who test out do not look lost.
 */
export function stepOf({ lessonsRead, lessons, tries, passed }: Progress): Step {
  if (passed) return 'passed'
  if (tries > 0) return 'attempted'
  if (lessonsRead >= Math.max(1, halfOf(lessons))) return 'halfWay'
  return lessonsRead > 0 ? 'started' : 'enrolled'
}

/** A finding needs so many people at the step before: of fewer, a share says little. */
const enough = 5

/** Where the largest share of people stops, of all steps of all modules that enough people came to. Null where nobody stops. */
export function deepestDrop(modules: readonly ModuleFunnel[]): Drop | null {
  const drops = modules.flatMap((funnel) =>
    steps.slice(1).flatMap((to, index): Drop[] => {
      const from = steps[index] ?? 'enrolled'
      const [of, lost] = [funnel[from], funnel[from] - funnel[to]]
      return of >= enough && lost > 0 ? [{ moduleId: funnel.moduleId, title: funnel.title, from, to, lost, of }] : []
    }),
  )
  return drops.toSorted((a, b) => b.lost / b.of - a.lost / a.of || b.lost - a.lost)[0] ?? null
}

/** What somebody did last, in a module that they have not passed. */
export function standstillOf({ lessonsRead, lessons, tries }: Omit<Progress, 'passed'>, hasOpenCheck: boolean): Standstill {
  if (hasOpenCheck) return 'check-open'
  if (tries > 0) return 'between-tries'
  if (lessonsRead === 0) return 'not-begun'
  return lessonsRead < lessons ? 'between-lessons' : 'before-check'
}

const day = 86_400_000

/** Whole days from one moment to another. */
export const daysBetween = (from: string, to: string): number => Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / day))

/** The value in the middle, or between the two in the middle, of values in order. Null of none. */
export function medianOf(sorted: readonly number[]): number | null {
  if (sorted.length === 0) return null
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, sorted[Math.floor(sorted.length / 2)] ?? 0]
  return (low + high) / 2
}
