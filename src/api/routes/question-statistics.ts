import { createRoute, z } from '@hono/zod-openapi'
import { ModuleStatistics } from '#domain/question-statistics.schema.ts'
import { asking } from '../doer.ts'
import { json, router } from '../openapi.ts'
import { may } from '../policy.ts'
import { problems } from '../problem.ts'
import { moduleStatistics } from '../question-statistics.ts'

const readStatistics = createRoute({
  method: 'get',
  path: '/modules/{moduleId}/question-statistics',
  operationId: 'readQuestionStatistics',
  summary: 'How the questions of a module do, over everybody’s first tries; groups under five are withheld from everybody',
  ...may('read-question-statistics'),
  request: { params: z.strictObject({ moduleId: z.string().max(40) }) },
  responses: { 200: json(ModuleStatistics, 'The figures, those to look at first'), ...problems(401, 403, 404) },
})

export const questionStatisticsRoutes = () =>
  router().openapi(readStatistics, async (c) => {
    const { db, content } = c.var.deps
    return c.json(await moduleStatistics(db, content, c.req.valid('param').moduleId, asking(c)), 200)
  })
