import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  barsFaults,
  levelsFaults,
  orderFaults,
  skillsCiting,
  sourceFaults,
  withOrder,
  withoutSkill,
  withoutSource,
  withSkill,
  withSource,
  wordsFaults,
  wordsOf,
} from '#domain/framework-editing.ts'
import { SkillId } from '#domain/framework.schema.ts'
import type { Framework } from '#domain/framework.ts'
import { DraftBars, DraftLevels, DraftOrder, DraftSkill, FrameworkDraft, SkillWords, SourceWords } from '#domain/framework-version.schema.ts'
import { movesByHand } from '#domain/framework-version.ts'
import { change } from '../change.ts'
import type { Env } from '../deps.ts'
import { asking, doing } from '../doer.ts'
import { draftView, reachedVersion } from '../framework-draft-view.ts'
import { body, etag, IfMatch, json, router } from '../openapi.ts'
import { may } from '../policy.ts'
import { conflict, invalid, notFound, problems, stale } from '../problem.ts'
import { account } from '../repository/audit.ts'
import type { Db, Tx } from '../repository/database.ts'
import { saveVersion, type StoredFramework, versionNumbered } from '../repository/framework-drafts.ts'
import { NumberParams } from './framework-drafts.ts'

const SkillParams = NumberParams.extend({ skill: SkillId })

const readSkill = createRoute({
  method: 'get',
  path: '/framework/drafts/{number}/skills/{skill}',
  operationId: 'readDraftSkill',
  summary: 'A skill of a version as it can be edited; empty words for one that is not there yet',
  ...may('review-framework'),
  request: { params: SkillParams },
  responses: { 200: json(DraftSkill, 'The words'), ...problems(401, 403, 404) },
})

const keepSkill = createRoute({
  method: 'put',
  path: '/framework/drafts/{number}/skills/{skill}',
  operationId: 'keepDraftSkill',
  summary: 'Keep the words of a skill in a draft: new, reworded, or moved to another domain',
  ...may('keep-framework'),
  request: { params: SkillParams, headers: IfMatch, ...body(SkillWords) },
  responses: { 200: json(DraftSkill, 'As kept'), ...problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 428) },
})

const removeSkill = createRoute({
  method: 'delete',
  path: '/framework/drafts/{number}/skills/{skill}',
  operationId: 'removeDraftSkill',
  summary: 'Take a skill out of a draft',
  ...may('keep-framework'),
  request: { params: SkillParams, headers: IfMatch },
  responses: { 200: json(FrameworkDraft, 'The draft without it'), ...problems(401, 403, 404, 409, 412, 422, 428) },
})

const keepBars = createRoute({
  method: 'put',
  path: '/framework/drafts/{number}/bars',
  operationId: 'keepDraftBars',
  summary: 'Keep the levels that roles need in a draft',
  ...may('keep-framework'),
  request: { params: NumberParams, headers: IfMatch, ...body(DraftBars) },
  responses: { 200: json(FrameworkDraft, 'The draft with them'), ...problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 428) },
})

const edits = problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 428)

const keepOrder = createRoute({
  method: 'put',
  path: '/framework/drafts/{number}/domains',
  operationId: 'keepDraftDomains',
  summary: 'Keep the names of the domains of a draft, their order, and the order of the skills in them',
  ...may('keep-framework'),
  request: { params: NumberParams, headers: IfMatch, ...body(DraftOrder) },
  responses: { 200: json(FrameworkDraft, 'The draft with them'), ...edits },
})

const keepLevels = createRoute({
  method: 'put',
  path: '/framework/drafts/{number}/levels',
  operationId: 'keepDraftLevels',
  summary: 'Keep the names and meanings of the four levels in a draft',
  ...may('keep-framework'),
  request: { params: NumberParams, headers: IfMatch, ...body(DraftLevels) },
  responses: { 200: json(FrameworkDraft, 'The draft with them'), ...edits },
})

const SourceParams = NumberParams.extend({ source: z.string().max(20) })

const keepSource = createRoute({
  method: 'put',
  path: '/framework/drafts/{number}/sources/{source}',
  operationId: 'keepDraftSource',
  summary: 'Keep a source in a draft: new, or in other words',
  ...may('keep-framework'),
  request: { params: SourceParams, headers: IfMatch, ...body(SourceWords) },
  responses: { 200: json(FrameworkDraft, 'The draft with it'), ...edits },
})

const removeSource = createRoute({
  method: 'delete',
  path: '/framework/drafts/{number}/sources/{source}',
  operationId: 'removeDraftSource',
  summary: 'Take a source that no skill cites out of a draft',
  ...may('keep-framework'),
  request: { params: SourceParams, headers: IfMatch },
  responses: { 200: json(FrameworkDraft, 'The draft without it'), ...problems(401, 403, 404, 409, 412, 422, 428) },
})

const skillView = ({ number, version, framework }: StoredFramework, skill: string) => ({
  number,
  version,
  skill,
  exists: framework.domains.some(({ skills }) => skills.some(({ id }) => id === skill)),
  words: wordsOf(framework, skill),
})

/** Saves an edit of a draft and accounts for it. `current` is what a stale editor is shown. */
async function edit(
  c: Context<Env>,
  tx: Tx,
  number: number,
  read: number,
  what: string,
  to: (framework: Framework) => Framework,
  current: (db: Db) => Promise<unknown>,
) {
  const draft = await versionNumbered(tx, c.var.deps.content, number)
  if (draft.state !== 'draft')
    throw conflict('Only a draft can be edited. Take this version back to a draft, or start a new one', movesByHand(draft.state))
  if (draft.version !== read) throw stale(await current(tx))
  if (!(await saveVersion(tx, draft, { framework: to(draft.framework) }, doing(c).at))) throw stale(await current(tx))
  await account(tx, doing(c), {
    action: 'framework-draft-edited',
    record: 'framework',
    recordId: String(number),
    personId: asking(c).personId,
    changes: [
      { field: 'version', from: null, to: number },
      { field: what, from: null, to: null },
    ],
  })
}

/** @throws Problem 422 when there is anything. */
function mustBeRight(faults: { pointer: string; detail: string }[]): void {
  if (faults.length > 0) throw invalid(faults)
}

/** Edits a draft as a whole, and answers with it. */
async function edited(c: Context<Env>, tx: Tx, at: { number: number; read: number }, what: string, make: (framework: Framework) => Framework) {
  await edit(c, tx, at.number, at.read, what, make, (db) => draftView(c, db, at.number))
  const view = await draftView(c, tx, at.number)
  return c.json(view, 200, etag(view.version))
}

export const frameworkEditRoutes = () =>
  router()
    .openapi(readSkill, async (c) => {
      const { number, skill } = c.req.valid('param')
      const found = skillView(await reachedVersion(c, c.var.deps.db, number), skill)
      return c.json(found, 200, etag(found.version))
    })
    .openapi(keepSkill, (c) =>
      change(c, async (tx) => {
        const { number, skill } = c.req.valid('param')
        const words = c.req.valid('json')
        const view = async (db: Db) => skillView(await versionNumbered(db, c.var.deps.content, number), skill)
        const make = (framework: Framework) => {
          mustBeRight(wordsFaults(framework, words))
          return withSkill(framework, skill, words)
        }
        await edit(c, tx, number, c.req.valid('header')['if-match'], `skill ${skill}`, make, view)
        const kept = await view(tx)
        return c.json(kept, 200, etag(kept.version))
      }),
    )
    .openapi(removeSkill, (c) =>
      change(c, (tx) => {
        const { number, skill } = c.req.valid('param')
        return edited(c, tx, placeOf({ number }, c.req.valid('header')), `skill ${skill}`, (framework) => {
          if (!framework.domains.some(({ skills }) => skills.some(({ id }) => id === skill))) throw notFound()
          return withoutSkill(framework, skill)
        })
      }),
    )
    .openapi(keepBars, (c) =>
      change(c, (tx) => {
        const { bars } = c.req.valid('json')
        return edited(c, tx, placeOf(c.req.valid('param'), c.req.valid('header')), 'the levels that roles need', (framework) => {
          mustBeRight(barsFaults(framework, bars))
          return { ...framework, bars }
        })
      }),
    )
    .openapi(keepOrder, (c) =>
      change(c, (tx) => {
        const { domains } = c.req.valid('json')
        return edited(c, tx, placeOf(c.req.valid('param'), c.req.valid('header')), 'the domains and the order of skills', (framework) => {
          mustBeRight(orderFaults(framework, domains))
          return withOrder(framework, domains)
        })
      }),
    )
    .openapi(keepLevels, (c) =>
      change(c, (tx) => {
        const { levels } = c.req.valid('json')
        return edited(c, tx, placeOf(c.req.valid('param'), c.req.valid('header')), 'the names of the levels', (framework) => {
          mustBeRight(levelsFaults(levels))
          return { ...framework, levels }
        })
      }),
    )
    .openapi(keepSource, (c) =>
      change(c, (tx) => {
        const { source } = c.req.valid('param')
        const words = c.req.valid('json')
        return edited(c, tx, placeOf(c.req.valid('param'), c.req.valid('header')), `source ${source}`, (framework) => {
          mustBeRight(sourceFaults(source, words))
          return withSource(framework, source, words)
        })
      }),
    )
    .openapi(removeSource, (c) =>
      change(c, (tx) => {
        const { source } = c.req.valid('param')
        return edited(c, tx, placeOf(c.req.valid('param'), c.req.valid('header')), `source ${source}`, (framework) => {
          if (!framework.sources.some(({ id }) => id === source)) throw notFound()
          const citing = skillsCiting(framework, source).map(({ id }) => id)
          if (citing.length > 0) throw conflict(`${source} is a source of ${citing.join(', ')}. Take it out of these skills first`, [])
          return withoutSource(framework, source)
        })
      }),
    )

const placeOf = ({ number }: { number: number }, header: { 'if-match': number }) => ({ number, read: header['if-match'] })
