import { createRoute, z } from '@hono/zod-openapi'
import { Setting, SettingChange, Settings } from '#domain/account.schema.ts'
import { change } from '../change.ts'
import { doing } from '../doer.ts'
import { body, etag, IfMatch, json, router } from '../openapi.ts'
import { may } from '../policy.ts'
import { invalid, notFound, problems, stale } from '../problem.ts'
import { readSettings, saveSetting } from '../repository/settings.ts'

const listRoute = createRoute({
  method: 'get',
  path: '/settings',
  operationId: 'listSettings',
  summary: 'Retention periods and limits, each with its source',
  ...may('keep-settings'),
  responses: { 200: json(Settings, 'The settings'), ...problems(401, 403) },
})

const changeRoute = createRoute({
  method: 'put',
  path: '/settings/{key}',
  operationId: 'changeSetting',
  summary: 'Change one setting',
  ...may('keep-settings'),
  request: { params: z.strictObject({ key: z.string().max(60) }), headers: IfMatch, ...body(SettingChange) },
  responses: { 200: json(Setting, 'As saved'), ...problems(400, 401, 403, 404, 412, 413, 415, 422, 428) },
})

export const settingRoutes = () =>
  router()
    .openapi(listRoute, async (c) => c.json({ settings: await readSettings(c.var.deps.db) }, 200))
    .openapi(changeRoute, (c) =>
      change(c, async (tx) => {
        const setting = (await readSettings(tx)).find(({ key }) => key === c.req.valid('param').key)
        if (!setting) throw notFound()
        const { value } = c.req.valid('json')
        if (value < setting.least || value > setting.most)
          throw invalid([{ pointer: '/value', detail: `Enter a whole number from ${setting.least} to ${setting.most}` }])
        if (setting.version !== c.req.valid('header')['if-match']) throw stale(setting)
        const saved = await saveSetting(tx, setting, value, doing(c))
        return c.json(saved, 200, etag(saved.version))
      }),
    )
