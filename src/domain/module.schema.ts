import { z } from '@hono/zod-openapi'

/** A run of text inside a block. Flat on purpose: a lesson needs emphasis, links and citations, not nesting. */
export const Inline = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('text'), text: z.string() }),
    z.strictObject({ kind: z.literal('strong'), text: z.string() }),
    z.strictObject({ kind: z.literal('emphasis'), text: z.string() }),
    z.strictObject({ kind: z.literal('link'), text: z.string(), href: z.string() }),
    z.strictObject({ kind: z.literal('cite'), source: z.string() }),
  ])
  .openapi('Inline')

const Paragraph = z.strictObject({ kind: z.literal('paragraph'), id: z.string(), text: z.array(Inline) })
const List = z.strictObject({ kind: z.literal('list'), id: z.string(), ordered: z.boolean(), items: z.array(z.array(Inline)) })

/** What a callout, a quotation or a regime's passage may hold. */
export const Prose = z.discriminatedUnion('kind', [Paragraph, List]).openapi('Prose')

/**
 * A drawing as a tree of its elements, so that a page draws it without trusting markup. The compiler lets through shapes and words alone; the names of
 * attributes are those that the page uses (`strokeWidth`).
 */
export const Drawing = z
  .strictObject({
    tag: z.string(),
    attributes: z.record(z.string(), z.string()),
    get children(): z.ZodArray<z.ZodUnion<[z.ZodString, typeof Drawing]>> {
      return z.array(z.union([z.string(), Drawing]))
    },
  })
  .openapi('Drawing')

/** One piece of a lesson. `id` is stable within a version, so that a reader comes back to the same block. */
export const Block = z
  .discriminatedUnion('kind', [
    Paragraph,
    List,
    z.strictObject({ kind: z.literal('heading'), id: z.string(), level: z.union([z.literal(2), z.literal(3)]), text: z.string() }),
    z.strictObject({ kind: z.literal('quotation'), id: z.string(), body: z.array(Prose) }),
    z.strictObject({ kind: z.literal('callout'), id: z.string(), title: z.string(), body: z.array(Prose) }),
    z.strictObject({ kind: z.literal('regime'), id: z.string(), regime: z.string(), body: z.array(Prose) }),
    z.strictObject({
      kind: z.literal('table'),
      id: z.string(),
      caption: z.string(),
      head: z.array(z.array(Inline)),
      rows: z.array(z.array(z.array(Inline))),
    }),
    z.strictObject({
      kind: z.literal('timeline'),
      id: z.string(),
      caption: z.string(),
      entries: z.array(z.strictObject({ when: z.string(), what: z.array(Inline) })),
    }),
    z.strictObject({
      kind: z.literal('decide'),
      id: z.string(),
      prompt: z.string(),
      options: z.array(z.strictObject({ id: z.string(), text: z.string(), response: z.array(Inline) })),
      after: z.array(Prose),
    }),
    z.strictObject({
      kind: z.literal('choose'),
      id: z.string(),
      prompt: z.string(),
      several: z.boolean(),
      options: z.array(z.strictObject({ id: z.string(), text: z.string(), right: z.boolean(), feedback: z.array(Inline) })),
      after: z.array(Prose),
    }),
    z.strictObject({
      kind: z.literal('order'),
      id: z.string(),
      prompt: z.string(),
      /** In the right order. */
      items: z.array(z.strictObject({ id: z.string(), text: z.string(), why: z.array(Inline) })),
      after: z.array(Prose),
    }),
    z.strictObject({
      kind: z.literal('match'),
      id: z.string(),
      prompt: z.string(),
      pairs: z.array(z.strictObject({ id: z.string(), left: z.string(), right: z.string(), why: z.array(Inline) })),
      after: z.array(Prose),
    }),
    /** `words` is about how many are asked for. */
    z.strictObject({ kind: z.literal('reflect'), id: z.string(), prompt: z.string(), words: z.number().int().min(1).nullable() }),
    z.strictObject({ kind: z.literal('checklist'), id: z.string(), title: z.string(), items: z.array(z.array(Inline)) }),
    z.strictObject({ kind: z.literal('figure'), id: z.string(), drawing: Drawing, alt: z.string(), caption: z.array(Inline) }),
    /** Sound or a film, sent when somebody plays it. `file` and `captions` are addresses; sound has no captions. `transcript` is all that is said and shown in it. */
    z.strictObject({
      kind: z.literal('recording'),
      id: z.string(),
      medium: z.enum(['audio', 'video']),
      title: z.string(),
      file: z.string(),
      captions: z.string().nullable(),
      /** How long it plays. */
      minutes: z.number().positive(),
      transcript: z.array(Prose),
    }),
    /** Words that may distress: `note` says in a sentence what they speak of, and they are shown only to those who ask. */
    z.strictObject({ kind: z.literal('hard'), id: z.string(), note: z.string(), body: z.array(Prose) }),
  ])
  .openapi('Block')

export const Source = z
  .strictObject({ id: z.string(), title: z.string(), address: z.string().nullable() })
  .openapi('Source', { example: { id: 'S20', title: 'Community Care, revised chapter 8, December 2009', address: null } })

export const Outcome = z.strictObject({ id: z.string(), text: z.string() }).openapi('Outcome')

/** The rules of a knowledge check. Source: the assessment rules of the syllabus; each is a setting of the module's version. */
export const CheckRules = z
  .strictObject({
    items: z.number().int().min(1),
    passPercent: z.number().int().min(1).max(100),
    tries: z.number().int().min(1),
    waitHours: z.number().int().min(0),
    minutes: z.number().int().min(1),
  })
  .openapi('CheckRules')

/** `minutes` is computed from the words (200 a minute) and the activities, never claimed. */
const LessonSummary = z
  .strictObject({ id: z.string(), title: z.string(), summary: z.string(), minutes: z.number().int().min(1), contentNote: z.string().nullable() })
  .openapi('LessonSummary')

export const Lesson = LessonSummary.extend({
  moduleId: z.string(),
  moduleVersion: z.number().int(),
  moduleTitle: z.string(),
  outcomes: z.array(Outcome),
  /** The regimes of which some passage speaks alone. */
  regimes: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  blocks: z.array(Block),
  sources: z.array(Source),
}).openapi('Lesson')

export const Module = z
  .strictObject({
    id: z.string(),
    version: z.number().int().min(1),
    title: z.string(),
    summary: z.string(),
    audience: z.array(z.string()),
    outcomes: z.array(Outcome),
    skills: z.array(z.string()),
    /** The level of those skills that the module leads to. */
    level: z.number().int().min(1).max(4),
    regimes: z.array(z.string()),
    contentNote: z.string().nullable(),
    minutes: z.number().int().min(1),
    lessons: z.array(LessonSummary),
    check: CheckRules,
    /** The modules that are best done before this one; advice, which bars nobody. */
    after: z.array(z.string()),
    /** What is different from the version before, a sentence each; nothing in a first version. */
    changed: z.array(z.string()),
  })
  .openapi('Module')

/** A question as the bank keeps it, with its answers. It never leaves the API before an attempt is submitted. */
export const Question = z.strictObject({
  id: z.string(),
  version: z.number().int().min(1),
  outcome: z.string(),
  lesson: z.string(),
  stem: z.string(),
  options: z
    .array(z.strictObject({ id: z.string(), text: z.string(), correct: z.boolean(), feedback: z.string(), sources: z.array(z.string()).min(1) }))
    .min(3),
})

/** A version of a module as it is compiled from the files a subject expert edits. */
export const CompiledModule = z.strictObject({
  module: Module,
  lessons: z.array(Lesson),
  questions: z.array(Question),
  sources: z.array(Source),
})
