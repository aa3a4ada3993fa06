import { z } from '@hono/zod-openapi'
import { Agreement } from './agreement.schema.ts'
import { Calibration } from './calibration.schema.ts'
import { CandidateSkill, DossierId, Reference } from './dossier.schema.ts'
import { Framework, LevelHeld, Skill, SkillId } from './framework.schema.ts'
import { orNull } from './or-null.schema.ts'
import { Moment, PoolRole } from './person.schema.ts'

export const AnchorState = z.enum(['not-started', 'in-progress', 'handed-in']).openapi('AnchorState')

/** What an assessor finds on one skill of a dossier. Until they hand in it can be changed and may be incomplete; level 0 is "not enough to decide". */
export const AnchorFinding = z
  .strictObject({
    level: orNull(LevelHeld),
    reason: z.string().max(5000, 'Use 5,000 characters or fewer. What you wrote is still here: shorten it and it will be saved'),
  })
  .openapi('AnchorFinding', { example: { level: 2, reason: 'Led part of a meeting, with a co-chair beside him' } })

/** `version` 0 is a finding that nobody gave yet. */
const AnchorRating = AnchorFinding.extend({ skill: SkillId, version: z.number().int(), updatedAt: Moment }).openapi('AnchorRating')

/** What one assessor made of one dossier. `version` 0 is a sheet that nobody began; every save raises it. */
export const AnchorSheet = z
  .strictObject({
    dossier: DossierId,
    dossierVersion: z.number().int(),
    version: z.number().int(),
    state: AnchorState,
    handedInAt: orNull(Moment),
    ratings: z.array(AnchorRating),
  })
  .openapi('AnchorSheet')

/** A skill in the words of the framework that the dossier is rated against. */
const SkillWords = Skill.pick({ id: true, name: true, summary: true, levels: true }).openapi('SkillWords')

/** A dossier for an assessor to rate, with the names of its framework's levels. `references` is null until they have handed in. */
export const AnchorDossier = z
  .strictObject({
    id: DossierId,
    version: z.number().int(),
    frameworkVersion: z.number().int(),
    title: z.string(),
    candidate: z.string(),
    role: PoolRole,
    about: z.string(),
    levels: Framework.shape.levels,
    skills: z.array(CandidateSkill.extend({ words: SkillWords }).openapi('AnchorSkill')),
    sheet: AnchorSheet,
    references: z.array(Reference.extend({ skill: SkillId }).openapi('AnchorReference')).nullable(),
  })
  .openapi('AnchorDossier')

/** One dossier in the list. `rated` counts the skills that have a level and a reason. */
const AnchorSummary = AnchorDossier.pick({ id: true, title: true, candidate: true, role: true })
  .extend({ state: AnchorState, handedInAt: orNull(Moment), skills: z.number().int(), rated: z.number().int() })
  .openapi('AnchorSummary')

/**
 * The dossiers, and how the asker's levels compare. `table` counts how often each level of theirs, by row, met each level of the reference, by column.
 * `withOthers` is null until two others have rated what the asker has: figures never tell of one colleague.
 */
export const Anchors = z
  .strictObject({
    calibration: Calibration,
    dossiers: z.array(AnchorSummary),
    withReference: orNull(Agreement),
    table: z.array(z.array(z.number().int())),
    withOthers: z.strictObject({ assessors: z.number().int(), agreement: Agreement }).nullable(),
  })
  .openapi('Anchors')
