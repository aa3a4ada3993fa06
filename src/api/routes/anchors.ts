import { createRoute, z } from '@hono/zod-openapi'
import { AnchorDossier, AnchorFinding, Anchors, AnchorSheet } from '#domain/anchor.schema.ts'
import { missingFrom, skillsOf } from '#domain/anchor.ts'
import { DossierId } from '#domain/dossier.schema.ts'
import { SkillId } from '#domain/framework.schema.ts'
import { anchorsView, anchorView, dossierFor } from '../anchor-view.ts'
import { change } from '../change.ts'
import { asking, doing } from '../doer.ts'
import { body, etag, IdempotencyKey, IfMatch, json, router } from '../openapi.ts'
import { may } from '../policy.ts'
import { invalid, notFound, problems, stale } from '../problem.ts'
import { handedIn, handIn, keepFinding } from '../repository/anchors.ts'
import { account } from '../repository/audit.ts'

const DossierParams = z.strictObject({ dossier: DossierId })

const listAnchors = createRoute({
  method: 'get',
  path: '/anchors',
  operationId: 'listAnchors',
  summary: 'The anchor dossiers, how far the asker is with them, and how their levels compare',
  ...may('rate-anchors'),
  responses: { 200: json(Anchors, 'The dossiers, without their references'), ...problems(401, 403) },
})

const readAnchor = createRoute({
  method: 'get',
  path: '/anchors/{dossier}',
  operationId: 'readAnchor',
  summary: 'One anchor dossier with the asker’s sheet; its reference once they have handed in',
  ...may('rate-anchors'),
  request: { params: DossierParams },
  responses: { 200: json(AnchorDossier, 'The dossier'), ...problems(401, 403, 404) },
})

const keepFindingRoute = createRoute({
  method: 'put',
  path: '/anchors/{dossier}/findings/{skill}',
  operationId: 'keepAnchorFinding',
  summary: 'Keep what the asker finds on one skill; If-Match is the version of that finding, 0 for the first',
  ...may('rate-anchors'),
  request: { params: z.strictObject({ dossier: DossierId, skill: SkillId }), headers: IfMatch, ...body(AnchorFinding) },
  responses: { 200: json(AnchorSheet, 'The sheet as kept'), ...problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 428) },
})

const handInAnchor = createRoute({
  method: 'post',
  path: '/anchors/{dossier}/submission',
  operationId: 'handInAnchor',
  summary: 'Hand in a dossier: its ratings are appended, and its reference can be read; If-Match is the version of the sheet',
  ...may('rate-anchors'),
  request: { params: DossierParams, headers: IfMatch.extend(IdempotencyKey.shape) },
  responses: { 200: json(AnchorDossier, 'Handed in'), ...problems(401, 403, 404, 409, 412, 422, 428) },
})

const whatIsMissing = { level: 'Choose a level for skill', reason: 'Say what your level rests on, for skill' }

export const anchorRoutes = () =>
  router()
    .openapi(listAnchors, async (c) => c.json(await anchorsView(c.var.deps.db, c.var.deps.content, asking(c).personId), 200))
    .openapi(readAnchor, async (c) => {
      const { db, content } = c.var.deps
      const anchor = await anchorView(db, content, asking(c).personId, c.req.valid('param').dossier)
      return c.json(anchor, 200, etag(anchor.sheet.version))
    })
    .openapi(keepFindingRoute, (c) =>
      change(c, async (tx) => {
        const { content } = c.var.deps
        const { personId } = asking(c)
        const { dossier: id, skill } = c.req.valid('param')
        const { dossier } = await dossierFor(tx, content, personId, id)
        if (!skillsOf(dossier).includes(skill)) throw notFound()
        const key = { person_id: personId, dossier: id, skill }
        const kept = await keepFinding(tx, key, dossier.version, c.req.valid('header')['if-match'], c.req.valid('json'), doing(c).at)
        const { sheet } = await dossierFor(tx, content, personId, id)
        if (!kept) throw stale(sheet)
        await account(tx, doing(c), {
          action: 'anchor-finding-kept',
          record: 'anchor-sheet',
          recordId: id,
          personId,
          changes: [{ field: dossier.title, from: null, to: skill }],
        })
        return c.json(sheet, 200, etag(sheet.version))
      }),
    )
    .openapi(handInAnchor, (c) =>
      change(c, async (tx) => {
        const { content } = c.var.deps
        const { personId } = asking(c)
        const { dossier, sheet } = await dossierFor(tx, content, personId, c.req.valid('param').dossier)
        if (sheet.state === 'handed-in') throw handedIn()
        if (sheet.version !== c.req.valid('header')['if-match']) throw stale(sheet)
        const missing = missingFrom(skillsOf(dossier), sheet.ratings)
        if (missing.length > 0)
          throw invalid(missing.map(({ skill, field }) => ({ pointer: `/ratings/${skill}/${field}`, detail: `${whatIsMissing[field]} ${skill}` })))
        if (!(await handIn(tx, personId, sheet, doing(c).at))) throw stale((await dossierFor(tx, content, personId, dossier.id)).sheet)
        await account(tx, doing(c), {
          action: 'anchor-handed-in',
          record: 'anchor-sheet',
          recordId: dossier.id,
          personId,
          changes: [{ field: dossier.title, from: null, to: dossier.version }],
        })
        const anchor = await anchorView(tx, content, personId, dossier.id)
        return c.json(anchor, 200, etag(anchor.sheet.version))
      }),
    )
