import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { withoutSkill, withSkill, wordsOf } from '#domain/framework-editing.ts'
import { SkillId } from '#domain/framework.schema.ts'
import type { Framework } from '#domain/framework.ts'
import { DraftBars, DraftSkill, FrameworkDraft, SkillWords } from '#domain/framework-version.schema.ts'
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
  edited: (framework: Framework) => Framework,
  current: (db: Db) => Promise<unknown>,
) {
  const draft = await versionNumbered(tx, c.var.deps.content, number)
  if (draft.state !== 'draft')
    throw conflict('Only a draft can be edited. Take this version back to a draft, or start a new one', movesByHand(draft.state))
  if (draft.version !== read) throw stale(await current(tx))
  if (!(await saveVersion(tx, draft, { framework: edited(draft.framework) }, doing(c).at))) throw stale(await current(tx))
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

const noDomain = (pointer: string, id: string) => ({ pointer, detail: `Choose a domain of this draft: ${id || 'nothing'} is not one` })

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
        await edit(
          c,
          tx,
          number,
          c.req.valid('header')['if-match'],
          `skill ${skill}`,
          (framework) => {
            const known = new Set(framework.sources.map(({ id }) => id))
            const errors = [
              ...(framework.domains.some(({ id }) => id === words.domain) ? [] : [noDomain('/domain', words.domain)]),
              ...(words.name === '' ? [{ pointer: '/name', detail: 'Give the skill a name' }] : []),
              ...words.sources.flatMap((id, index) => (known.has(id) ? [] : [{ pointer: `/sources/${index}`, detail: `There is no source ${id}` }])),
            ]
            if (errors.length > 0) throw invalid(errors)
            return withSkill(framework, skill, words)
          },
          view,
        )
        const kept = await view(tx)
        return c.json(kept, 200, etag(kept.version))
      }),
    )
    .openapi(removeSkill, (c) =>
      change(c, async (tx) => {
        const { number, skill } = c.req.valid('param')
        await edit(
          c,
          tx,
          number,
          c.req.valid('header')['if-match'],
          `skill ${skill}`,
          (framework) => {
            const without = withoutSkill(framework, skill)
            if (without.domains.every(({ skills }, index) => skills.length === framework.domains[index]?.skills.length)) throw notFound()
            return without
          },
          (db) => draftView(c, db, number),
        )
        const view = await draftView(c, tx, number)
        return c.json(view, 200, etag(view.version))
      }),
    )
    .openapi(keepBars, (c) =>
      change(c, async (tx) => {
        const { number } = c.req.valid('param')
        const { bars } = c.req.valid('json')
        await edit(
          c,
          tx,
          number,
          c.req.valid('header')['if-match'],
          'the levels that roles need',
          (framework) => {
            const known = new Set(framework.domains.map(({ id }) => id))
            const errors = bars.flatMap(({ core }, bar) =>
              core.domains.flatMap((id, index) => (known.has(id) ? [] : [noDomain(`/bars/${bar}/core/domains/${index}`, id)])),
            )
            if (errors.length > 0) throw invalid(errors)
            return { ...framework, bars }
          },
          (db) => draftView(c, db, number),
        )
        const view = await draftView(c, tx, number)
        return c.json(view, 200, etag(view.version))
      }),
    )
