import { z } from '@hono/zod-openapi'
import { SkillId } from './framework.schema.ts'
import { ReadWarning } from './names-warning.schema.ts'
import { orNull } from './or-null.schema.ts'
import { Moment, PoolRole } from './person.schema.ts'

/** What can be done about a gap. */
const StepKind = z.enum(['rate', 'rate-again', 'module', 'practice', 'evidence', 'verification']).openapi('StepKind')

export const StepState = z.enum(['accepted', 'done', 'dismissed']).openapi('StepState')

/** 'module:m1', 'practice:3.3', 'verification': the same step has the same key whenever it is suggested. */
export const StepKey = z
  .string()
  .regex(/^(rate|rate-again|verification|module:[a-z0-9-]{1,40}|(practice|evidence):[1-9]\.[1-9]\d?)$/)
  .openapi('StepKey', { example: 'module:m1' })

const Step = z.strictObject({
  key: StepKey,
  kind: StepKind,
  /** The skills it serves, the most needed first. */
  skills: z.array(SkillId).min(1),
  module: z.strictObject({ id: z.string(), title: z.string(), minutes: z.number().int() }).nullable(),
})

/** Why a step is suggested: the gap of its first skill. `version` is 0, or that of the step as it was done before a newer rating or finding. */
export const Suggestion = Step.extend({
  version: z.number().int(),
  why: z.strictObject({
    skill: SkillId,
    core: z.boolean(),
    needs: z.number().int(),
    self: z.number().int().nullable(),
    verified: z.number().int().nullable(),
  }),
  /** Other steps that serve the same skill, to swap it for. */
  instead: z.array(StepKey),
}).openapi('Suggestion')

export const PlanStep = Step.extend({
  version: z.number().int(),
  state: StepState,
  dueOn: z.iso.date().nullable(),
  reason: z.string().nullable(),
  updatedAt: Moment,
}).openapi('PlanStep')

export const Plan = z
  .strictObject({
    roles: z.array(PoolRole),
    frameworkVersion: z.number().int(),
    steps: z.array(PlanStep),
    suggestions: z.array(Suggestion),
    ready: z.boolean(),
  })
  .openapi('Plan')

export const StepDecision = z
  .strictObject({
    state: StepState,
    dueOn: orNull(z.iso.date('Enter a date, such as 1 December 2026')),
    reason: orNull(z.string().trim().max(300, 'Use 300 characters or fewer')),
    /** The suggestion that this step takes the place of. */
    insteadOf: orNull(StepKey),
    readWarning: ReadWarning.optional(),
  })
  .openapi('StepDecision', { example: { state: 'accepted', dueOn: '2026-12-18', reason: null, insteadOf: null } })
