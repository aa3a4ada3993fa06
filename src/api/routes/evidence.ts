import { createRoute } from '@hono/zod-openapi'
import { EvidenceList, EvidenceSkills, EvidenceWords, NewEvidence, OwnEvidence } from '#domain/evidence.schema.ts'
import { type Evidence, evidenceMoves, mostFileBytes } from '#domain/evidence.ts'
import { fileKinds } from '#domain/file-kind.ts'
import { change } from '../change.ts'
import { asking, doing } from '../doer.ts'
import { entryOf } from '../evidence-upkeep.ts'
import { body, etag, IdempotencyKey, IdParams, IfMatch, json, router } from '../openapi.ts'
import { ownEvidence, ownView, ownViews } from '../own-evidence.ts'
import { ownSkills } from '../own-skills.ts'
import { may } from '../policy.ts'
import { conflict, problems } from '../problem.ts'
import { account } from '../repository/audit.ts'
import type { Tx } from '../repository/database.ts'
import { dropDraft, findDraft, noWords, openDraft, saveDraft } from '../repository/evidence-drafts.ts'
import { addEvidence, evidenceOf, touchEvidence } from '../repository/evidence.ts'
import { releaseFiles, removeDueFiles } from '../repository/stored-files.ts'

const listEvidence = createRoute({
  method: 'get',
  path: '/evidence',
  operationId: 'listEvidence',
  summary: 'The asker’s evidence, newest first',
  ...may('keep-own-evidence'),
  responses: { 200: json(EvidenceList, 'Each with its versions'), ...problems(401) },
})

const listSkills = createRoute({
  method: 'get',
  path: '/evidence-skills',
  operationId: 'listEvidenceSkills',
  summary: 'The skills that the asker’s evidence can serve, and which files are taken',
  ...may('keep-own-evidence'),
  responses: { 200: json(EvidenceSkills, 'Every skill, marked where a role of the asker asks it'), ...problems(401, 404) },
})

const startEvidence = createRoute({
  method: 'post',
  path: '/evidence',
  operationId: 'startEvidence',
  summary: 'Begin a piece of evidence, as a draft',
  ...may('keep-own-evidence'),
  request: { headers: IdempotencyKey, ...body(NewEvidence) },
  responses: { 201: json(OwnEvidence, 'Begun'), ...problems(400, 401, 413, 415, 422) },
})

const readEvidence = createRoute({
  method: 'get',
  path: '/evidence/{id}',
  operationId: 'readEvidence',
  summary: 'One piece of the asker’s evidence',
  ...may('keep-own-evidence'),
  request: { params: IdParams },
  responses: { 200: json(OwnEvidence, 'With its versions and what is being written'), ...problems(401, 404) },
})

const openDraftRoute = createRoute({
  method: 'post',
  path: '/evidence/{id}/draft',
  operationId: 'openEvidenceDraft',
  summary: 'Begin the next version of a piece of evidence, from the one there is',
  ...may('keep-own-evidence'),
  request: { params: IdParams, headers: IfMatch.extend(IdempotencyKey.shape) },
  responses: { 200: json(OwnEvidence, 'With a draft'), ...problems(401, 404, 409, 412, 422, 428) },
})

const keepDraft = createRoute({
  method: 'put',
  path: '/evidence/{id}/draft',
  operationId: 'keepEvidenceDraft',
  summary: 'Keep what is being written, whole or not',
  ...may('keep-own-evidence'),
  request: { params: IdParams, headers: IfMatch, ...body(EvidenceWords) },
  responses: { 200: json(OwnEvidence, 'Kept'), ...problems(400, 401, 404, 409, 412, 413, 415, 422, 428) },
})

const discardDraft = createRoute({
  method: 'delete',
  path: '/evidence/{id}/draft',
  operationId: 'discardEvidenceDraft',
  summary: 'Throw the draft of a next version away; the versions stay',
  ...may('keep-own-evidence'),
  request: { params: IdParams, headers: IfMatch },
  responses: { 200: json(OwnEvidence, 'Without a draft'), ...problems(401, 404, 409, 412, 422, 428) },
})

/** Counts a change of a draft, if nobody made one since it was read. */
export const touch = (tx: Tx, { id }: Evidence, version: number) => touchEvidence(tx, id, version, () => ownView(tx, id))

/** A draft can be written on, or put aside, only while nobody looks at it. */
export function mustBeOpen({ state }: Evidence): void {
  if (state !== 'draft' && state !== 'ready' && state !== 'rejected') throw conflict('This cannot be changed now', [...evidenceMoves[state]])
}

export const evidenceRoutes = () =>
  router()
    .openapi(listEvidence, async (c) => {
      const { db } = c.var.deps
      return c.json({ evidence: await ownViews(db, await evidenceOf(db, asking(c).personId)) }, 200)
    })
    .openapi(listSkills, async (c) => {
      const { db, content } = c.var.deps
      const { framework, standings } = await ownSkills(db, content, asking(c).personId)
      const asked = new Set(standings.map(({ skill }) => skill))
      const skills = framework.domains.flatMap((domain) =>
        domain.skills.map(({ id, name }) => ({ skill: id, name, domain: domain.name, asked: asked.has(id) })),
      )
      const endings = Object.values(fileKinds).flatMap((kind) => kind.endings.map((ending) => `.${ending}`))
      return c.json({ skills, files: { mostBytes: mostFileBytes, endings } }, 200)
    })
    .openapi(startEvidence, (c) =>
      change(c, async (tx) => {
        const { personId } = asking(c)
        const { kind } = c.req.valid('json')
        const id = await addEvidence(tx, personId, kind, doing(c).at)
        await openDraft(tx, id, noWords, doing(c).at)
        await account(tx, doing(c), { ...entryOf({ id, personId }), action: 'evidence-started', changes: [{ field: 'kind', from: null, to: kind }] })
        const view = await ownView(tx, id)
        return c.json(view, 201, etag(view.version))
      }),
    )
    .openapi(readEvidence, async (c) => {
      const { db } = c.var.deps
      const { id } = await ownEvidence(db, c.req.valid('param').id, asking(c).personId)
      const view = await ownView(db, id)
      return c.json(view, 200, etag(view.version))
    })
    .openapi(openDraftRoute, (c) =>
      change(c, async (tx) => {
        const evidence = await ownEvidence(tx, c.req.valid('param').id, asking(c).personId)
        if (evidence.state !== 'ready' || evidence.kind === 'testimony')
          throw conflict('Only evidence of your own that is ready can get a new version', [...evidenceMoves[evidence.state]])
        await touch(tx, evidence, c.req.valid('header')['if-match'])
        const { title, skills, current } = evidence
        await openDraft(tx, evidence.id, { ...noWords, title, skills, text: current?.text ?? '', url: current?.url ?? '' }, doing(c).at)
        await account(tx, doing(c), { ...entryOf(evidence), action: 'evidence-draft-kept' })
        const view = await ownView(tx, evidence.id)
        return c.json(view, 200, etag(view.version))
      }),
    )
    .openapi(keepDraft, (c) =>
      change(c, async (tx) => {
        const evidence = await ownEvidence(tx, c.req.valid('param').id, asking(c).personId)
        mustBeOpen(evidence)
        if (!(await findDraft(tx, evidence.id))) throw conflict('There is no draft. Begin a new version first', [...evidenceMoves[evidence.state]])
        await touch(tx, evidence, c.req.valid('header')['if-match'])
        await saveDraft(tx, evidence.id, c.req.valid('json'), doing(c).at)
        await account(tx, doing(c), { ...entryOf(evidence), action: 'evidence-draft-kept' })
        const view = await ownView(tx, evidence.id)
        return c.json(view, 200, etag(view.version))
      }),
    )
    .openapi(discardDraft, async (c) => {
      const response = await change(c, async (tx) => {
        const evidence = await ownEvidence(tx, c.req.valid('param').id, asking(c).personId)
        if (evidence.state !== 'ready') throw conflict('Only the draft of a next version can be thrown away', [...evidenceMoves[evidence.state]])
        await touch(tx, evidence, c.req.valid('header')['if-match'])
        await releaseFiles(tx, [(await findDraft(tx, evidence.id))?.storedAs ?? null], doing(c).at)
        await dropDraft(tx, evidence.id)
        await account(tx, doing(c), { ...entryOf(evidence), action: 'evidence-draft-discarded' })
        const view = await ownView(tx, evidence.id)
        return c.json(view, 200, etag(view.version))
      })
      await removeDueFiles(c.var.deps)
      return response
    })
