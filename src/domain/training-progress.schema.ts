import { z } from '@hono/zod-openapi'
import { Id, Moment, PoolRole, Region } from './person.schema.ts'
import { orNull } from './or-null.schema.ts'

export const ProgressFilters = z.strictObject({ role: PoolRole.optional(), region: Region.optional(), module: z.string().max(40).optional() })

/** What can be chosen: every module, and the regions whose people the asker may open. */
const Choices = z
  .strictObject({ modules: z.array(z.strictObject({ moduleId: z.string(), title: z.string() })), regions: z.array(Region) })
  .openapi('ProgressChoices')

/** How many people came at least so far. Each is among those before it. */
const steps = {
  enrolled: z.number().int(),
  started: z.number().int(),
  halfWay: z.number().int(),
  attempted: z.number().int(),
  passed: z.number().int(),
}

const Step = z.enum(['enrolled', 'started', 'halfWay', 'attempted', 'passed']).openapi('TrainingStep')

/** `medianDays` is from the start of the module to the pass, of those who passed; null where nobody has. */
const ModuleFunnel = z.strictObject({ moduleId: z.string(), title: z.string(), ...steps, medianDays: z.number().nullable() }).openapi('ModuleFunnel')

/** How many of those enrolled have read a lesson. */
const LessonReaders = z.strictObject({ lesson: z.string(), title: z.string(), read: z.number().int() }).openapi('LessonReaders')

/** Where most people stop: so many of `of` who came to one step have not come to the next. */
const Drop = z
  .strictObject({ moduleId: z.string(), title: z.string(), from: Step, to: Step, lost: z.number().int(), of: z.number().int() })
  .openapi('TrainingDrop')

export const TrainingProgress = z
  .strictObject({
    /** Every module there is, or the one that was asked for. */
    modules: z.array(ModuleFunnel),
    /** Of the module that was asked for, in its newest version. */
    lessons: z.array(LessonReaders),
    drop: orNull(Drop),
    choices: Choices,
  })
  .openapi('TrainingProgress')

/** Why somebody does not get on, as far as the record tells: what was done last, never how well. */
export const Standstill = z.enum(['not-begun', 'between-lessons', 'before-check', 'check-open', 'between-tries']).openapi('Standstill')

export const StuckFilters = ProgressFilters.extend({ after: z.string().max(400).optional(), before: z.string().max(400).optional() })

const StuckLearner = z
  .strictObject({
    personId: Id,
    name: z.string(),
    region: orNull(Region),
    moduleId: z.string(),
    title: z.string(),
    where: Standstill,
    lessonsRead: z.number().int(),
    lessons: z.number().int(),
    tries: z.number().int(),
    triesLeft: z.number().int().nullable(),
    since: Moment,
    days: z.number().int(),
    /** The last message about their training, whoever wrote it. */
    lastMessageAt: orNull(Moment),
    /** Whether there is an address to write to. */
    hasAddress: z.boolean(),
  })
  .openapi('StuckLearner')

export const StuckLearners = z
  .strictObject({
    learners: z.array(StuckLearner),
    total: z.number().int(),
    about: z.boolean(),
    /** After so many days without progress somebody is listed. */
    afterDays: z.number().int(),
    choices: Choices,
    previous: z.string().nullable(),
    next: z.string().nullable(),
  })
  .openapi('StuckLearners')

/** A message that somebody was sent about their training; its words went out by mail and stand in the history. */
export const TrainingMessage = z.strictObject({ id: Id, moduleId: z.string(), at: Moment, by: z.string() }).openapi('TrainingMessage')

export const TrainingMessages = z
  .strictObject({
    last: orNull(TrainingMessage),
    /** Whether the last one is so recent that another has to be meant. */
    recent: z.boolean(),
    /** How many days after a message the next one needs no such word. */
    betweenDays: z.number().int(),
    hasAddress: z.boolean(),
  })
  .openapi('TrainingMessages')

export const TrainingMessageRequest = z
  .strictObject({
    moduleId: z.string().max(40),
    words: z.string().trim().min(10, 'Write a sentence or two').max(2000, 'Use 2,000 characters or fewer'),
    /** Said by somebody who knows that a message was sent a short while ago. */
    again: z.boolean(),
  })
  .openapi('TrainingMessageRequest', {
    example: { moduleId: 'm1', words: 'You have not been back for a while. Can we help? Reply to me if something is in the way.', again: false },
  })
