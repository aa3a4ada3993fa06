import { z } from '@hono/zod-openapi'
import { orNull } from './or-null.schema.ts'
import { SkillId } from './framework.schema.ts'
import { Module, Source } from './module.schema.ts'
import { Id, Moment, PoolRole } from './person.schema.ts'

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

/** Tries that a coordinator gave somebody beyond the rules of a check, with the reason. */
export const ExtraTries = z
  .strictObject({ id: Id, moduleId: z.string(), tries: z.number().int(), reason: z.string(), at: Moment })
  .openapi('ExtraTries')

export const ExtraTriesRequest = z
  .strictObject({
    moduleId: z.string().max(40),
    tries: z.number().int().min(1, 'Choose how many tries').max(3, 'Choose 3 or fewer'),
    reason: z.string().trim().min(3, 'Say in a sentence why these tries are needed').max(300, 'Use 300 characters or fewer'),
  })
  .openapi('ExtraTriesRequest', { example: { moduleId: 'm1', tries: 1, reason: 'The power failed in the middle of the third try.' } })

const progress = {
  module: Module,
  enrolment: orNull(Enrolment),
  nextTry: orNull(NextTry),
  attempts: z.array(AttemptSummary),
  extraTries: z.array(ExtraTries),
}

export const ModuleProgress = z.strictObject(progress).openapi('ModuleProgress')

const view = {
  ...progress,
  /** The modules that are best done before, as the asker stands in them. */
  bestAfter: z.array(z.strictObject({ id: z.string(), title: z.string(), passed: z.boolean() })),
  /** What the module leads to, in the words of the framework that the asker is on. */
  serves: z.array(z.strictObject({ skill: SkillId, name: z.string(), level: z.number().int(), indicator: z.string() })),
  /** Where it stands on the asker's own path; null for one that is not asked of their roles. */
  path: z.strictObject({ id: z.string(), title: z.string(), position: z.number().int(), of: z.number().int() }).nullable(),
}

export const ModuleView = z.strictObject(view).openapi('ModuleView')

/** Why a module is recommended: a gap in a skill that it serves, as the development plan reasons, or that it is the next on the path, or both. */
const Recommendation = z
  .strictObject({
    gap: z.strictObject({ skill: SkillId, name: z.string(), self: z.number().int(), needs: z.number().int() }).nullable(),
    next: z.boolean(),
  })
  .openapi('Recommendation')

export const CatalogueEntry = z.strictObject({ ...view, recommended: Recommendation.nullable() }).openapi('CatalogueEntry')

export const Catalogue = z
  .strictObject({
    /** The roles that the asker prepares for. */
    roles: z.array(PoolRole),
    /** Whether recommendations are made: only to learners; and whether they can speak of gaps, which needs skills that were rated. */
    recommends: z.enum(['no', 'by-path', 'by-gaps']),
    /** What the asker's own path still asks, in all. */
    minutesLeft: z.number().int(),
    /** The recommended ones first, then in the order of the paths. */
    modules: z.array(CatalogueEntry),
  })
  .openapi('Catalogue')

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
    /** How far the person is on each path of their roles; the first is the common core. */
    paths: z.array(z.strictObject({ id: z.string(), title: z.string(), passed: z.number().int(), of: z.number().int() })),
    modules: z.array(
      z.strictObject({
        moduleId: z.string(),
        title: z.string(),
        moduleVersion: z.number().int().nullable(),
        state: z.enum(['not-started', 'in-progress', 'passed', 'waiting']),
        lessonsRead: z.number().int(),
        lessons: z.number().int(),
        tries: z.number().int(),
        /** Tries before the next wait, extra ones among them; null where there is nothing to try. */
        triesLeft: z.number().int().nullable(),
        extraTries: z.number().int(),
        /** Whether it is asked of the roles that the person prepares for. */
        onPath: z.boolean(),
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
    /** The path that the module belongs to. */
    path: z.string().nullable(),
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

export const TaskList = z
  .strictObject({
    name: z.string(),
    tasks: z.array(Task),
    /** The paths that modules among the tasks belong to, in order: how many are passed, and what is left of each in minutes. */
    paths: z.array(
      z.strictObject({ id: z.string(), title: z.string(), passed: z.number().int(), of: z.number().int(), minutesLeft: z.number().int() }),
    ),
  })
  .openapi('TaskList')
