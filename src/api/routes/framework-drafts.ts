import { createRoute, z } from '@hono/zod-openapi'
import { dayOf } from '#domain/calendar.ts'
import { readFrameworkFile } from '#domain/framework-exchange.ts'
import { frameworkChanges } from '#domain/framework-changes.ts'
import type { Framework } from '#domain/framework.ts'
import { DraftRequest, FrameworkChanges, FrameworkDraft, FrameworkVersions, PossibleReviewers } from '#domain/framework-version.schema.ts'
import { change } from '../change.ts'
import { asking, doing } from '../doer.ts'
import { draftView, reachedVersion, summaryOf, versionInUse } from '../framework-draft-view.ts'
import { body, etag, IdempotencyKey, json, router } from '../openapi.ts'
import { may, reach } from '../policy.ts'
import { conflict, invalid, problems } from '../problem.ts'
import { account } from '../repository/audit.ts'
import { addDraft, everyVersion } from '../repository/framework-drafts.ts'
import { frameworksByVersion } from '../repository/frameworks.ts'
import { possibleReviewers, reviewedBy } from '../repository/framework-reviews.ts'

export const NumberParams = z.strictObject({ number: z.coerce.number().int().min(1).max(1_000_000) })

const listVersions = createRoute({
  method: 'get',
  path: '/framework/drafts',
  operationId: 'listFrameworkVersions',
  summary: 'Every version of the framework with its state; for a reviewer those that they were asked about',
  ...may('review-framework'),
  responses: { 200: json(FrameworkVersions, 'Newest first'), ...problems(401, 403) },
})

const startDraft = createRoute({
  method: 'post',
  path: '/framework/drafts',
  operationId: 'startFrameworkDraft',
  summary: 'Start a draft from the version in use, or from a CASE or CSV file',
  ...may('keep-framework'),
  request: { headers: IdempotencyKey, ...body(DraftRequest) },
  responses: { 201: json(FrameworkDraft, 'The draft'), ...problems(400, 401, 403, 409, 413, 415, 422) },
})

const readDraft = createRoute({
  method: 'get',
  path: '/framework/drafts/{number}',
  operationId: 'readFrameworkDraft',
  summary: 'A version with its reviewers, what it lacks and what can be done with it',
  ...may('review-framework'),
  request: { params: NumberParams },
  responses: { 200: json(FrameworkDraft, 'The version'), ...problems(401, 403, 404) },
})

const readChanges = createRoute({
  method: 'get',
  path: '/framework/drafts/{number}/changes',
  operationId: 'readFrameworkChanges',
  summary: 'What a draft changes against the version in use, or a published version against the one before it',
  ...may('review-framework'),
  request: { params: NumberParams },
  responses: { 200: json(FrameworkChanges, 'Added, removed, reworded and moved'), ...problems(401, 403, 404) },
})

const listReviewers = createRoute({
  method: 'get',
  path: '/framework/reviewers',
  operationId: 'listFrameworkReviewers',
  summary: 'Assessors and administrators who can be asked to sign off; not the asker',
  ...may('keep-framework'),
  responses: { 200: json(PossibleReviewers, 'By name'), ...problems(401, 403) },
})

/** What a file holds, under the framework's own id. @throws Problem 422 with everything that is wrong with the file, and where. */
function fromFile({ kind, text }: { kind: 'case' | 'csv'; text: string }): Framework {
  const file = readFrameworkFile(text, kind)
  if (file.kind === 'read') return file.framework
  throw invalid(file.faults.map(({ at, detail }) => ({ pointer: '/text', detail: at === '' ? detail : `${at}: ${detail}` })))
}

export const frameworkDraftRoutes = () =>
  router()
    .openapi(listVersions, async (c) => {
      const { db, content, clock } = c.var.deps
      const { any: mayKeep, own } = reach(c.var.actor, 'review-framework')
      const asked = await reviewedBy(db, own)
      const inUse = (await versionInUse(db, content))?.version ?? null
      const versions = (await everyVersion(db, content)).filter(({ number }) => mayKeep || asked.has(number))
      return c.json({ mayKeep, versions: versions.map((one) => summaryOf(one, inUse, dayOf(clock.now()))) }, 200)
    })
    .openapi(startDraft, (c) =>
      change(c, async (tx) => {
        const { content } = c.var.deps
        const request = c.req.valid('json')
        const inUse = await versionInUse(tx, content)
        const framework = request.from === 'file' ? fromFile(request) : inUse
        if (!framework) throw conflict('No version is in use to start from. Start from a file', [])
        const number = await addDraft(tx, content, framework, inUse?.version ?? null, doing(c).at)
        await account(tx, doing(c), {
          action: 'framework-draft-started',
          record: 'framework',
          recordId: String(number),
          personId: asking(c).personId,
          changes: [
            { field: 'version', from: null, to: number },
            { field: 'from', from: null, to: request.from === 'file' ? `a ${request.kind} file` : `version ${framework.version}` },
          ],
        })
        const view = await draftView(c, tx, number)
        return c.json(view, 201, etag(view.version))
      }),
    )
    .openapi(readDraft, async (c) => {
      const { db } = c.var.deps
      const { number } = await reachedVersion(c, db, c.req.valid('param').number)
      const view = await draftView(c, db, number)
      return c.json(view, 200, etag(view.version))
    })
    .openapi(readChanges, async (c) => {
      const { db, content } = c.var.deps
      const { number, framework, state } = await reachedVersion(c, db, c.req.valid('param').number)
      if (state === 'published' || state === 'retired') {
        const before = [...(await frameworksByVersion(db, content)).values()].findLast(({ version }) => version < number)
        return c.json({ number, against: before?.version ?? null, changes: before ? frameworkChanges(before, framework) : [] }, 200)
      }
      const inUse = await versionInUse(db, content)
      const nothing: Framework = { ...framework, levels: [], bars: [], domains: [], sources: [] }
      return c.json({ number, against: inUse?.version ?? null, changes: frameworkChanges(inUse ?? nothing, framework) }, 200)
    })
    .openapi(listReviewers, async (c) => {
      const others = (await possibleReviewers(c.var.deps.db)).filter(({ personId }) => personId !== asking(c).personId)
      return c.json({ reviewers: others.map(({ accountId, name, roles }) => ({ accountId, name, roles })) }, 200)
    })
