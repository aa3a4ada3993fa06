import { z } from '@hono/zod-openapi'
import { orNull } from './or-null.schema.ts'
import { Module, Source } from './module.schema.ts'
import { Id, Moment } from './person.schema.ts'

/** Where a learner was in a module: the lesson, and the block of it that was at the top of the page. */
export const Place = z.strictObject({ lesson: z.string().max(80), block: z.string().max(80).nullable() }).openapi('Place')

export const Enrolment = z
  .strictObject({
    id: Id,
    version: z.number().int(),
    personId: Id,
    moduleId: z.string(),
    moduleVersion: z.number().int(),
    place: orNull(Place),
    lessonsRead: z.array(z.string()),
    startedAt: Moment,
  })
  .openapi('Enrolment')

/** What stands before the next try at a knowledge check, with its reason. */
export const NextTry = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('ready'), number: z.number().int(), triesLeft: z.number().int() }),
    z.strictObject({ kind: z.literal('under-way'), attempt: Id, number: z.number().int() }),
    z.strictObject({ kind: z.literal('wait'), until: Moment }),
    z.strictObject({ kind: z.literal('passed'), attempt: Id, at: Moment }),
  ])
  .openapi('NextTry')

export const AttemptSummary = z
  .strictObject({
    id: Id,
    number: z.number().int(),
    moduleId: z.string(),
    moduleVersion: z.number().int(),
    startedAt: Moment,
    submittedAt: orNull(Moment),
    right: z.number().int().nullable(),
    items: z.number().int(),
    passed: z.boolean().nullable(),
  })
  .openapi('AttemptSummary')

export const ModuleProgress = z
  .strictObject({ module: Module, enrolment: orNull(Enrolment), nextTry: orNull(NextTry), attempts: z.array(AttemptSummary) })
  .openapi('ModuleProgress')

export const ModuleProgresses = z.strictObject({ modules: z.array(ModuleProgress) }).openapi('ModuleProgresses')

export const EnrolmentRequest = z.strictObject({ moduleId: z.string().max(40) }).openapi('EnrolmentRequest')

/** An item as it is asked: nothing here tells which option is right. */
const AskedItem = z
  .strictObject({
    position: z.number().int(),
    stem: z.string(),
    options: z.array(z.strictObject({ id: z.string(), text: z.string() })),
    chosen: z.string().nullable(),
    flagged: z.boolean(),
  })
  .openapi('AskedItem')

/** An item after submission: the result, and what each option misses or gets right. */
const MarkedItem = AskedItem.extend({
  right: z.boolean(),
  lesson: z.strictObject({ id: z.string(), title: z.string() }),
  options: z.array(z.strictObject({ id: z.string(), text: z.string(), correct: z.boolean(), feedback: z.string(), sources: z.array(Source) })),
}).openapi('MarkedItem')

const attempt = {
  id: Id,
  version: z.number().int(),
  personId: Id,
  moduleId: z.string(),
  moduleVersion: z.number().int(),
  moduleTitle: z.string(),
  number: z.number().int(),
  startedAt: Moment,
  passPercent: z.number().int(),
}

export const Attempt = z
  .discriminatedUnion('state', [
    z.strictObject({ ...attempt, state: z.literal('open'), items: z.array(AskedItem) }),
    z.strictObject({
      ...attempt,
      state: z.literal('submitted'),
      submittedAt: Moment,
      right: z.number().int(),
      passed: z.boolean(),
      nextTry: NextTry,
      items: z.array(MarkedItem),
    }),
  ])
  .openapi('Attempt')

export const AttemptRequest = z.strictObject({ moduleId: z.string().max(40) }).openapi('AttemptRequest')
export const Answer = z.strictObject({ chosen: z.string().max(4).nullable(), flagged: z.boolean() }).openapi('Answer')

/** What a coordinator sees of somebody's training: states and dates, never answers or places. */
export const TrainingRecord = z
  .strictObject({
    modules: z.array(
      z.strictObject({
        moduleId: z.string(),
        title: z.string(),
        moduleVersion: z.number().int().nullable(),
        state: z.enum(['not-started', 'in-progress', 'passed', 'waiting']),
        lessonsRead: z.number().int(),
        lessons: z.number().int(),
        tries: z.number().int(),
        passedAt: orNull(Moment),
        bestRight: z.number().int().nullable(),
        items: z.number().int(),
      }),
    ),
  })
  .openapi('TrainingRecord')

/** One thing for a learner to do: what, how far it is, and why it is next. */
export const Task = z
  .strictObject({
    key: z.string(),
    kind: z.enum(['profile', 'skills', 'module', 'check']),
    moduleId: z.string().nullable(),
    title: z.string(),
    state: z.enum(['done', 'in-progress', 'not-started', 'cannot-start-yet']),
    why: z.strictObject({
      kind: z.enum([
        'profile-missing',
        'profile-complete',
        'skills-not-rated',
        'skills-under-way',
        'skills-rated',
        'core-path',
        'resume',
        'lessons-done',
        'lessons-first',
        'attempt-open',
        'wait',
        'passed',
      ]),
      lesson: z.string().nullable(),
      read: z.number().int(),
      of: z.number().int(),
      until: orNull(Moment),
    }),
    minutesLeft: z.number().int(),
    next: z.boolean(),
  })
  .openapi('Task')

export const TaskList = z.strictObject({ name: z.string(), tasks: z.array(Task) }).openapi('TaskList')
