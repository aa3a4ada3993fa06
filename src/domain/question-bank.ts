import type { z } from 'zod'
import type * as schema from './question-bank.schema.ts'

export type QuestionBanks = z.infer<typeof schema.QuestionBanks>
export type QuestionBank = z.infer<typeof schema.QuestionBank>
export type BankQuestion = QuestionBank['questions'][number]
export type QuestionInBank = z.infer<typeof schema.QuestionInBank>
