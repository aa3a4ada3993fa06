import type { z } from 'zod'
import type * as schema from './anchor.schema.ts'
import type { Dossier } from './dossier.ts'

export type Anchors = z.infer<typeof schema.Anchors>
export type AnchorDossier = z.infer<typeof schema.AnchorDossier>
export type AnchorFinding = z.infer<typeof schema.AnchorFinding>
export type AnchorSheet = z.infer<typeof schema.AnchorSheet>
export type AnchorState = z.infer<typeof schema.AnchorState>

/** The moves of a sheet. What was handed in stays: the reference has been read since, so a second rating would say nothing. */
export const anchorMoves: Record<AnchorState, readonly AnchorState[]> = {
  'not-started': ['in-progress'],
  'in-progress': ['in-progress', 'handed-in'],
  'handed-in': [],
}

/** Fewer others than this and their figures would be one colleague's: ours to set. */
export const othersToCompare = 2

/** What is missing before a sheet can be handed in: a level and a reason for each skill, 0 being a level too. */
export function missingFrom(skills: readonly string[], ratings: AnchorSheet['ratings']): { skill: string; field: 'level' | 'reason' }[] {
  return skills.flatMap((skill) => {
    const rating = ratings.find((one) => one.skill === skill)
    const level = (rating?.level ?? null) === null ? [{ skill, field: 'level' as const }] : []
    return (rating?.reason ?? '').trim() === '' ? [...level, { skill, field: 'reason' as const }] : level
  })
}

export const skillsOf = ({ skills }: Pick<Dossier, 'skills'>): string[] => skills.map(({ skill }) => skill)
