import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { writeCsv } from '#domain/csv.ts'
import { ProgressFilters } from '#domain/training-progress.schema.ts'
import type { Env } from '../deps.ts'
import { asking, doing } from '../doer.ts'
import { router } from '../openapi.ts'
import { may, reach } from '../policy.ts'
import { conflict, problems } from '../problem.ts'
import { moduleStatistics } from '../question-statistics.ts'
import { account } from '../repository/audit.ts'
import { stuckForFile } from '../stuck-learners.ts'
import { funnelRows, statisticsRows, stuckRows } from '../training-files.ts'

const csv = { description: 'Comma-separated, formulas made inert', content: { 'text/csv': { schema: { type: 'string' as const } } } }

const exportFunnel = createRoute({
  method: 'get',
  path: '/training-progress.csv',
  operationId: 'exportTrainingProgress',
  summary: 'How far people came, as a file: everybody within reach, groups under five withheld; exporting it is accounted for',
  ...may('read-training-progress'),
  responses: { 200: csv, ...problems(401, 403) },
})

const exportStuck = createRoute({
  method: 'get',
  path: '/stuck-learners.csv',
  operationId: 'exportStuckLearners',
  summary: 'Who is stuck, as a file, by name; exporting it is accounted for',
  ...may('read-training-progress'),
  request: { query: ProgressFilters },
  responses: { 200: csv, ...problems(401, 403, 404, 422) },
})

const exportStatistics = createRoute({
  method: 'get',
  path: '/modules/{moduleId}/question-statistics.csv',
  operationId: 'exportQuestionStatistics',
  summary: 'How the questions of a module do, as a file; exporting it is accounted for',
  ...may('read-question-statistics'),
  request: { params: z.strictObject({ moduleId: z.string().max(40) }) },
  responses: { 200: csv, ...problems(401, 403, 404, 409) },
})

/** Answers with a file, once it stands in the history of whoever asked for it. */
async function file(c: Context<Env>, kind: 'funnel' | 'stuck' | 'questions', name: string, rows: string[][]) {
  const { personId } = asking(c)
  const changes = [{ field: 'file', from: null, to: kind }]
  await account(c.var.deps.db, doing(c), { action: 'training-figures-exported', record: 'training-progress', recordId: name, personId, changes })
  return c.body(writeCsv(rows), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}.csv"`,
  })
}

export const trainingFileRoutes = () =>
  router()
    .openapi(exportFunnel, async (c) => {
      const { db, content } = c.var.deps
      const rows = await funnelRows(db, content, { reach: reach(c.var.actor, 'read-training-progress') })
      return file(c, 'funnel', 'training-progress', rows)
    })
    .openapi(exportStuck, async (c) => {
      const { db, content, clock } = c.var.deps
      const { role, region, module } = c.req.valid('query')
      const counted = { reach: reach(c.var.actor, 'read-training-progress'), role, region, moduleId: module }
      const { learners, more } = await stuckForFile(db, content, counted, clock.now())
      return file(c, 'stuck', 'people-who-are-stuck', stuckRows(learners, more))
    })
    .openapi(exportStatistics, async (c) => {
      const { db, content } = c.var.deps
      const statistics = await moduleStatistics(db, content, c.req.valid('param').moduleId, asking(c))
      if (statistics.taking) throw conflict('You are taking this module yourself: its questions are yours to see once you have passed', [])
      return file(c, 'questions', `questions-${statistics.moduleId}`, statisticsRows(statistics))
    })
