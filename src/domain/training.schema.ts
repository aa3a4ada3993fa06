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

const LessonName = z.strictObject({ id: z.string(), title: z.string() })

/** Which version of its module an enrolment moves on to. */
export const VersionMove = z.strictObject({ to: z.number().int().min(1) }).openapi('VersionMove', { example: { to: 2 } })

/** A try at a module's knowledge check, or a diagnostic that tests out of the module. */
const AttemptKind = z.enum(['check', 'diagnostic'])

const tries = [
  z.strictObject({ kind: z.literal('ready'), number: z.number().int(), triesLeft: z.number().int() }),
  z.strictObject({ kind: z.literal('under-way'), attempt: Id, number: z.number().int() }),
  z.strictObject({ kind: z.literal('wait'), until: Moment }),
] as const

/** A try that can be made, or waited for. */
export const OpenTry = z.discriminatedUnion('kind', [...tries]).openapi('OpenTry')

/**
 * What stands before the next try at a knowledge check, with its reason. A pass counts until it runs out, if it does; from some time before then it can be
 * renewed by passing again.
 */
export const NextTry = z
  .discriminatedUnion('kind', [
    ...tries,
    z.strictObject({
      kind: z.literal('passed'),
      attempt: Id,
      at: Moment,
      by: AttemptKind,
      until: orNull(Moment),
      expired: z.boolean(),
      renewal: orNull(OpenTry),
    }),
  ])
  .openapi('NextTry')

export const AttemptSummary = z
  .strictObject({
    id: Id,
    kind: AttemptKind,
    /** Counted by kind. */
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
  /** In the version that somebody is on, or the newest. */
  module: Module,
  /** The number of the newest version. */
  newest: z.number().int(),
  enrolment: orNull(Enrolment),
  nextTry: orNull(NextTry),
  attempts: z.array(AttemptSummary),
  extraTries: z.array(ExtraTries),
}

export const ModuleProgress = z.strictObject(progress).openapi('ModuleProgress')

/** A version of a module newer than the one that somebody is on, and what moving on to it means for them. */
const NewerVersion = z
  .strictObject({
    version: z.number().int(),
    /** What is different, in the words of those who changed it. */
    changed: z.array(z.string()),
    /** Lessons that they have read and whose words are others now. */
    again: z.array(LessonName),
    /** Lessons that were not in their version. */
    added: z.array(LessonName),
    /** Nobody has to move. `check-under-way`: not while a try is open. `passed`: what they passed stays on their record, in the version they passed. */
    standing: z.enum(['may-move', 'check-under-way', 'passed']),
  })
  .openapi('NewerVersion')

/** The way to test out of a module: its rules, and whether somebody may take it. */
export const Diagnostic = z
  .strictObject({
    items: z.number().int(),
    passPercent: z.number().int(),
    minutes: z.number().int(),
    tries: z.number().int(),
    standing: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('ready'), triesLeft: z.number().int() }),
      z.strictObject({ kind: z.literal('under-way'), attempt: Id }),
      z.strictObject({ kind: z.literal('used'), attempt: Id }),
      z.strictObject({ kind: z.literal('closed'), why: z.enum(['passed', 'check-begun', 'not-offered']) }),
    ]),
  })
  .openapi('Diagnostic')

const view = {
  ...progress,
  diagnostic: Diagnostic,
  newer: NewerVersion.nullable(),
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
    /** Whether the asker may look into the question banks and withdraw from them. */
    keepsBanks: z.boolean(),
    /** Whether recommendations are made: only to learners; and whether they can speak of gaps, which needs skills that were rated. */
    recommends: z.enum(['no', 'by-path', 'by-gaps']),
    /** What the asker's own path still asks, in all. */
    minutesLeft: z.number().int(),
    /** The recommended ones first, then in the order of the paths. */
    modules: z.array(CatalogueEntry),
  })
  .openapi('Catalogue')

export const EnrolmentRequest = z.strictObject({ moduleId: z.string().max(40) }).openapi('EnrolmentRequest')

/** That the question of an item was withdrawn, and why. It counts as right for everybody who was asked it. */
export const Withdrawal = z.strictObject({ at: Moment, reason: z.string() }).openapi('Withdrawal')

/** An item as it is asked: nothing here tells which option is right. */
const AskedItem = z
  .strictObject({
    position: z.number().int(),
    stem: z.string(),
    options: z.array(z.strictObject({ id: z.string(), text: z.string() })),
    chosen: z.string().nullable(),
    flagged: z.boolean(),
    withdrawn: Withdrawal.nullable(),
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
  kind: AttemptKind,
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
      /** Of how many. */
      asked: z.number().int(),
      passed: z.boolean(),
      nextTry: NextTry,
      /** That the result rose because a question was withdrawn after it was handed in, and what it was before. */
      remarked: z.strictObject({ at: Moment, from: z.number().int() }).nullable(),
      /** The lessons to read, by the items that were not right. */
      toRead: z.array(z.strictObject({ id: z.string(), title: z.string(), missed: z.number().int() })),
      /** None of a diagnostic that did not pass: its questions may be asked again in the check. */
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
        state: z.enum(['not-started', 'in-progress', 'passed', 'expired', 'waiting']),
        lessonsRead: z.number().int(),
        lessons: z.number().int(),
        tries: z.number().int(),
        /** Tries before the next wait, extra ones among them; null where there is nothing to try. */
        triesLeft: z.number().int().nullable(),
        extraTries: z.number().int(),
        /** Whether it is asked of the roles that the person prepares for. */
        onPath: z.boolean(),
        passedAt: orNull(Moment),
        passedBy: orNull(AttemptKind),
        bestRight: z.number().int().nullable(),
        items: z.number().int(),
      }),
    ),
  })
  .openapi('TrainingRecord')

/** Why a task stands where it does. */
export const TaskWhy = z.enum([
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
  'expired',
  'after-rating',
  'plan-to-choose',
  'plan-chosen',
  'evidence-none',
  'evidence-begun',
  'evidence-ready',
  'after-evidence',
  'verification-below',
  'verification-ask',
  'verification-waiting',
  'verification-lower',
  'verification-lapsed',
  'no-gaps',
])

/** One thing for a learner to do: what, how far it is, and why it is next. */
export const Task = z
  .strictObject({
    key: z.string(),
    kind: z.enum(['profile', 'skills', 'plan', 'module', 'check', 'evidence', 'verification']),
    moduleId: z.string().nullable(),
    /** The path that the module belongs to. */
    path: z.string().nullable(),
    title: z.string(),
    state: z.enum(['done', 'in-progress', 'not-started', 'cannot-start-yet', 'waiting']),
    why: z.strictObject({
      kind: TaskWhy,
      lesson: z.string().nullable(),
      read: z.number().int(),
      of: z.number().int(),
      until: orNull(Moment),
    }),
    minutesLeft: z.number().int(),
    /** Somebody is half-way through an older version of the module, and may move on. */
    newer: z.boolean(),
    next: z.boolean(),
  })
  .openapi('Task')

export const TaskList = z
  .strictObject({
    name: z.string(),
    /** Whether the asker is a member of the pool, has asked to be one, or can ask. */
    membership: z.enum(['member', 'asked', 'can-ask', 'none']),
    tasks: z.array(Task),
    /** The paths that modules among the tasks belong to, in order: how many are passed, and what is left of each in minutes. */
    paths: z.array(
      z.strictObject({ id: z.string(), title: z.string(), passed: z.number().int(), of: z.number().int(), minutesLeft: z.number().int() }),
    ),
  })
  .openapi('TaskList')
