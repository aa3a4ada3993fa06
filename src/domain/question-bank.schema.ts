import { z } from '@hono/zod-openapi'
import { Outcome, Source } from './module.schema.ts'
import { Withdrawal } from './training.schema.ts'

/** A question with its answers, as those see it who keep the banks; it never reaches anybody else before they have handed in. */
const BankQuestion = z
  .strictObject({
    id: z.string(),
    version: z.number().int(),
    outcome: z.string(),
    lesson: z.strictObject({ id: z.string(), title: z.string() }),
    stem: z.string(),
    options: z.array(z.strictObject({ id: z.string(), text: z.string(), correct: z.boolean(), feedback: z.string(), sources: z.array(Source) })),
    /** The versions of the module that it stands in. */
    standsIn: z.array(z.number().int()),
    /** In how many tries that were handed in it was asked. */
    asked: z.number().int(),
    withdrawn: Withdrawal.nullable(),
  })
  .openapi('BankQuestion')

export const QuestionBanks = z
  .strictObject({
    banks: z.array(
      z.strictObject({
        moduleId: z.string(),
        title: z.string(),
        newest: z.number().int(),
        /** In the newest version. */
        inUse: z.number().int(),
        /** In any version. */
        withdrawn: z.number().int(),
      }),
    ),
  })
  .openapi('QuestionBanks')

export const QuestionBank = z
  .strictObject({ moduleId: z.string(), title: z.string(), newest: z.number().int(), outcomes: z.array(Outcome), questions: z.array(BankQuestion) })
  .openapi('QuestionBank')

/** One question, with what would come of withdrawing it. */
export const QuestionInBank = z
  .strictObject({
    moduleId: z.string(),
    title: z.string(),
    outcome: Outcome,
    question: BankQuestion,
    /** Of the tries that were handed in: how many asked it, how many would rise by it, and how many would pass that did not. */
    effect: z.strictObject({ asked: z.number().int(), rises: z.number().int(), passes: z.number().int() }),
    /** Why it cannot be withdrawn: what would then be missing to draw a check; empty when it can. */
    lacks: z.array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('too-few'), left: z.number().int(), needs: z.number().int() }),
        z.strictObject({ kind: z.literal('outcome'), outcome: z.string(), left: z.number().int(), needs: z.number().int() }),
      ]),
    ),
  })
  .openapi('QuestionInBank')

export const WithdrawalRequest = z
  .strictObject({
    reason: z.string().trim().min(10, 'Say in a sentence what is wrong with the question').max(500, 'Use 500 characters or fewer'),
  })
  .openapi('WithdrawalRequest', { example: { reason: 'Two of the four answers are right under the guidance of 2010.' } })
