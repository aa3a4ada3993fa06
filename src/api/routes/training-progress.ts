import { createRoute } from '@hono/zod-openapi'
import { ProgressFilters, TrainingProgress } from '#domain/training-progress.schema.ts'
import { json, router } from '../openapi.ts'
import { may, reach } from '../policy.ts'
import { problems } from '../problem.ts'
import { trainingProgress } from '../training-progress.ts'

const readProgress = createRoute({
  method: 'get',
  path: '/training-progress',
  operationId: 'readTrainingProgress',
  summary: 'How far people came in each module, and where most of them stop: of those whose records the asker may open',
  ...may('read-training-progress'),
  request: { query: ProgressFilters },
  responses: { 200: json(TrainingProgress, 'The figures'), ...problems(401, 403, 404, 422) },
})

export const trainingProgressRoutes = () =>
  router().openapi(readProgress, async (c) => {
    const { db, content } = c.var.deps
    const { role, region, module } = c.req.valid('query')
    const counted = { reach: reach(c.var.actor, 'read-training-progress'), role, region, moduleId: module }
    return c.json(await trainingProgress(db, content, counted), 200)
  })
