import { createRoute } from '@hono/zod-openapi'
import { newerVersion, readingKept } from '#domain/module-version.ts'
import { Enrolment, VersionMove } from '#domain/training.schema.ts'
import { change } from '../change.ts'
import { asking, doing } from '../doer.ts'
import { body, etag, IdempotencyKey, IdParams, IfMatch, json, router } from '../openapi.ts'
import { may } from '../policy.ts'
import { conflict, problems, stale } from '../problem.ts'
import { newestVersion, ownEnrolment, pinnedVersion, progressOf } from '../progress.ts'
import { account } from '../repository/audit.ts'
import { moveToVersion } from '../repository/enrolments.ts'

const moveOn = createRoute({
  method: 'post',
  path: '/enrolments/{id}/version',
  operationId: 'moveToVersion',
  summary: 'Move on to the newest version of a module that the asker is half-way through',
  ...may('train'),
  request: { params: IdParams, headers: IfMatch.extend(IdempotencyKey.shape), ...body(VersionMove) },
  responses: { 200: json(Enrolment, 'Moved, or there already'), ...problems(400, 401, 404, 409, 412, 413, 415, 422, 428) },
})

export const moduleVersionRoutes = () =>
  router().openapi(moveOn, (c) =>
    change(c, async (tx) => {
      const { content, clock } = c.var.deps
      const { personId } = asking(c)
      const enrolment = await ownEnrolment(tx, c.req.valid('param').id, personId)
      const { to } = c.req.valid('json')
      if (to === enrolment.moduleVersion) return c.json(enrolment, 200, etag(enrolment.version))
      const newest = newestVersion(content, enrolment.moduleId)
      if (to !== newest.module.version) throw conflict(`Only the newest version can be moved on to, which is ${newest.module.version}`, ['read'])
      const progress = (await progressOf(tx, content, personId, clock.now())).find(({ module }) => module.id === enrolment.moduleId)
      const own = pinnedVersion(content, enrolment.moduleId, enrolment.moduleVersion)
      const on = { version: enrolment.moduleVersion, read: enrolment.lessonsRead, next: progress?.nextTry ?? null }
      const standing = newerVersion([own, newest], on)?.standing
      if (standing === 'passed') throw conflict('You have passed this module: the version that you passed stays on your record', ['read'])
      if (standing === 'check-under-way') throw conflict('You have a check under way. Hand it in before you move on', ['submit'])
      if (enrolment.version !== c.req.valid('header')['if-match']) throw stale(enrolment)
      const read = readingKept(own, newest, enrolment.lessonsRead)
      const moved = await moveToVersion(tx, enrolment, { moduleVersion: to, lessons: newest.lessons.map(({ id }) => id), read })
      await account(tx, doing(c), {
        action: 'module-version-moved',
        record: 'enrolment',
        recordId: enrolment.id,
        personId,
        changes: [
          { field: newest.module.title, from: enrolment.moduleVersion, to },
          { field: 'lessons', from: enrolment.lessonsRead.length, to: read.length },
        ],
      })
      return c.json(moved, 200, etag(moved.version))
    }),
  )
