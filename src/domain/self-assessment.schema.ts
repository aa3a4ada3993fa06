import { z } from '@hono/zod-openapi'
import { LevelHeld, SkillId, Weight } from './framework.schema.ts'
import { NamesWarning } from './names-warning.schema.ts'
import { orNull } from './or-null.schema.ts'
import { Id, Moment, PoolRole } from './person.schema.ts'

export const Confidence = z.enum(['low', 'medium', 'high']).openapi('Confidence')

export const SelfAssessmentState = z.enum(['in-progress', 'submitted', 'withdrawn']).openapi('SelfAssessmentState')

export const SelfAssessmentRequest = z
  .strictObject({ roles: z.array(PoolRole).min(1, 'Choose at least one role').max(3) })
  .openapi('SelfAssessmentRequest', { example: { roles: ['chair'] } })

/** What somebody says of one skill. Until they hand in it can be changed and may be incomplete. */
export const AnswerGiven = z
  .strictObject({
    level: orNull(LevelHeld),
    confidence: orNull(Confidence),
    reflection: z.string().max(5000, 'Use 5,000 characters or fewer. What you wrote is still here: shorten it and it will be saved'),
  })
  .openapi('AnswerGiven')

/** `version` 0 is an answer that nobody gave yet. `warnings` are of its reflection: they stop nobody, since nobody else reads it until it is sent. */
export const SkillAnswer = AnswerGiven.extend({
  skill: SkillId,
  version: z.number().int(),
  warnings: z.array(NamesWarning),
  updatedAt: orNull(Moment),
}).openapi('SkillAnswer')

/** One skill that is asked about, in the order in which it is. `needs` is the level that the roles ask. */
const AskedSkill = z.strictObject({ skill: SkillId, weight: Weight, needs: z.number().int(), seconds: z.number().int() }).openapi('AskedSkill')

export const SelfAssessment = z
  .strictObject({
    id: Id,
    version: z.number().int(),
    personId: Id,
    frameworkVersion: z.number().int(),
    roles: z.array(PoolRole),
    state: SelfAssessmentState,
    startedAt: Moment,
    submittedAt: orNull(Moment),
    asked: z.array(AskedSkill),
    answers: z.array(SkillAnswer),
    /** Set when a newer framework is in use than the one that this was started against: it stays on the words it began with. */
    newerFramework: z.number().int().nullable(),
  })
  .openapi('SelfAssessment')

export const SelfAssessments = z.strictObject({ assessments: z.array(SelfAssessment) }).openapi('SelfAssessments')

/** A rating as it was handed in. Appended, never changed. */
export const Rating = z
  .strictObject({
    id: Id,
    skill: SkillId,
    frameworkVersion: z.number().int(),
    level: LevelHeld,
    confidence: orNull(Confidence),
    reflection: z.string(),
    at: Moment,
  })
  .openapi('Rating')

/** A level that an assessor found, on evidence. It never comes from a self-rating. */
export const VerifiedLevel = z
  .strictObject({ skill: SkillId, frameworkVersion: z.number().int(), level: LevelHeld, at: Moment })
  .openapi('VerifiedLevel')

/** What is missing before a role's bar is met on one skill, and so what would close it. */
export const GapKind = z.enum(['not-rated', 'below', 'not-verified', 'under-way', 'found-lower']).openapi('GapKind')

export const SkillStanding = z
  .strictObject({
    skill: SkillId,
    weight: Weight,
    needs: z.number().int(),
    self: orNull(Rating),
    /** Every other rating, newest first, each against the words of its own version; among them the newest where those words count no more. */
    earlier: z.array(Rating),
    verified: orNull(VerifiedLevel),
    /** What was verified last, where its words count no more in the version that the person is on: it is to be verified again. */
    formerly: orNull(VerifiedLevel),
    gap: z.strictObject({ kind: GapKind, levels: z.number().int() }).nullable(),
  })
  .openapi('SkillStanding')

/** What somebody was given, or gave themself, on a skill that their roles do not ask in the version that they are on. `version` is the newest that they had it in, and `name` what it is called there. */
export const PastSkill = z
  .strictObject({ skill: SkillId, name: z.string(), version: z.number().int(), ratings: z.array(Rating), verified: orNull(VerifiedLevel) })
  .openapi('PastSkill')

/** A person's skills against what their roles ask. `ready` is exactly the absence of gaps. */
export const SkillProfile = z
  .strictObject({
    personId: Id,
    roles: z.array(PoolRole),
    frameworkVersion: z.number().int(),
    skills: z.array(SkillStanding),
    /** Ratings come newest first. */
    past: z.array(PastSkill),
    ready: z.boolean(),
    underWay: orNull(Id),
    /** The version in use, when it is newer than the one that this person is on: they move only when they agree. */
    newerFramework: z.number().int().nullable(),
    /** The version that this person is on is retired: they agree to the one in use before they rate themself again. */
    frameworkRetired: z.boolean(),
  })
  .openapi('SkillProfile')

export const VerifiedSkills = z
  .strictObject({ personId: Id, frameworkVersion: z.number().int(), roles: z.array(PoolRole), verified: z.array(VerifiedLevel) })
  .openapi('VerifiedSkills')
