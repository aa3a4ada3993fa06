import { createRoute, z } from '@hono/zod-openapi'
import { QuestionBank, QuestionBanks, QuestionInBank, WithdrawalRequest } from '#domain/question-bank.schema.ts'
import { change } from '../change.ts'
import { asking, doing } from '../doer.ts'
import { body, IdempotencyKey, json, router } from '../openapi.ts'
import { may } from '../policy.ts'
import { conflict, problems } from '../problem.ts'
import { bankOf, listBanks, questionInBank } from '../question-banks.ts'
import { remarkDue } from '../remark.ts'
import { account } from '../repository/audit.ts'
import { withdrawQuestion } from '../repository/withdrawn-questions.ts'

const BankParams = z.strictObject({ moduleId: z.string().max(40) })
const QuestionParams = BankParams.extend({ question: z.string().max(80), version: z.coerce.number().int().min(1) })

const listAll = createRoute({
  method: 'get',
  path: '/question-banks',
  operationId: 'listQuestionBanks',
  summary: 'The question bank of each module, in short',
  ...may('keep-question-banks'),
  responses: { 200: json(QuestionBanks, 'The banks, in the order of the paths'), ...problems(401, 403) },
})

const readBank = createRoute({
  method: 'get',
  path: '/question-banks/{moduleId}',
  operationId: 'readQuestionBank',
  summary: 'Every question of a module, in every version, with its answers',
  ...may('keep-question-banks'),
  request: { params: BankParams },
  responses: { 200: json(QuestionBank, 'The bank'), ...problems(401, 403, 404) },
})

const readQuestion = createRoute({
  method: 'get',
  path: '/question-banks/{moduleId}/questions/{question}/{version}',
  operationId: 'readBankQuestion',
  summary: 'One question, and what would come of withdrawing it',
  ...may('keep-question-banks'),
  request: { params: QuestionParams },
  responses: { 200: json(QuestionInBank, 'The question'), ...problems(401, 403, 404) },
})

const withdraw = createRoute({
  method: 'post',
  path: '/question-banks/{moduleId}/questions/{question}/{version}/withdrawal',
  operationId: 'withdrawQuestion',
  summary: 'Withdraw a question for good: it is drawn no more, and everybody who was asked it is marked again, upwards alone',
  ...may('keep-question-banks'),
  request: { params: QuestionParams, headers: IdempotencyKey, ...body(WithdrawalRequest) },
  responses: {
    200: json(QuestionInBank, 'It was withdrawn before'),
    201: json(QuestionInBank, 'Withdrawn; the effect is what it has on tries handed in so far'),
    ...problems(400, 401, 403, 404, 409, 413, 415, 422),
  },
})

export const questionBankRoutes = () =>
  router()
    .openapi(listAll, async (c) => c.json(await listBanks(c.var.deps.db, c.var.deps.content), 200))
    .openapi(readBank, async (c) => c.json(await bankOf(c.var.deps.db, c.var.deps.content, c.req.valid('param').moduleId), 200))
    .openapi(readQuestion, async (c) => {
      const { moduleId, question, version } = c.req.valid('param')
      return c.json(await questionInBank(c.var.deps.db, c.var.deps.content, moduleId, question, version), 200)
    })
    .openapi(withdraw, async (c) => {
      const answer = await change(c, async (tx) => {
        const { content } = c.var.deps
        const { moduleId, question, version } = c.req.valid('param')
        const { reason } = c.req.valid('json')
        const before = await questionInBank(tx, content, moduleId, question, version)
        if (before.lacks.length > 0)
          throw conflict('Too few questions would be left to draw a check. Publish a new version of the module with more of them first', ['read'])
        const { at } = doing(c)
        if (!(await withdrawQuestion(tx, { question, questionVersion: version, moduleId, reason, at }))) return c.json(before, 200)
        await account(tx, doing(c), {
          action: 'question-withdrawn',
          record: 'question',
          recordId: question,
          personId: asking(c).personId,
          changes: [
            { field: before.title, from: null, to: question },
            { field: 'version', from: null, to: version },
          ],
          reason,
        })
        return c.json({ ...before, question: { ...before.question, withdrawn: { at, reason } } }, 201)
      })
      // Each try is marked again in a transaction of its own; what is left or fails here is taken up by the timed job.
      await remarkDue(c.var.deps).catch(c.var.deps.report)
      return answer
    })
