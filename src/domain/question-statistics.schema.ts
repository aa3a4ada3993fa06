import { z } from '@hono/zod-openapi'

/** Why a question should be looked at; each follows from the figures that are shown. */
export const QuestionFault = z.enum(['too-hard', 'too-easy', 'misleads', 'tells-little', 'unused-option']).openapi('QuestionFault')

/** A share between two bounds, which are one where nothing is withheld. */
const Share = z.strictObject({ from: z.number(), to: z.number() }).nullable()

const OptionStatistics = z
  .strictObject({
    id: z.string(),
    text: z.string(),
    correct: z.boolean(),
    /** How many chose it; null where that could tell somebody's answer. */
    chosen: z.number().int().nullable(),
  })
  .openapi('OptionStatistics')

export const QuestionStatistics = z
  .strictObject({
    id: z.string(),
    version: z.number().int(),
    stem: z.string(),
    lesson: z.string(),
    /** How many answered it at their first try; null for fewer than five. */
    answers: z.number().int().nullable(),
    /** Whether there are enough answers to judge by. */
    enough: z.boolean(),
    facility: Share,
    /** The point-biserial correlation with the rest of the check; null where it cannot be told. */
    discrimination: z.number().nullable(),
    options: z.array(OptionStatistics),
    /** Answers left blank. */
    blank: z.number().int().nullable(),
    faults: z.array(QuestionFault),
  })
  .openapi('QuestionStatistics')

export const ModuleStatistics = z
  .strictObject({
    moduleId: z.string(),
    moduleVersion: z.number().int(),
    title: z.string(),
    /** Whether the asker is on this module and has not passed it: they see no questions until they have. */
    taking: z.boolean(),
    /** Whether the asker keeps the question banks, so that a question can be opened there. */
    keepsBank: z.boolean(),
    /** Those to look at first, then the others in the order of the bank. */
    questions: z.array(QuestionStatistics),
    modules: z.array(z.strictObject({ moduleId: z.string(), title: z.string() })),
  })
  .openapi('ModuleStatistics')
