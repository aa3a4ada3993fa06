import { createRoute, z } from '@hono/zod-openapi'
import { v7 as newId } from 'uuid'
import { OwnEvidence } from '#domain/evidence.schema.ts'
import { evidenceMoves } from '#domain/evidence.ts'
import { fileKinds, kindOfFile, type FileKind } from '#domain/file-kind.ts'
import { endingFits, safeFileName } from '#domain/file-name.ts'
import { Id } from '#domain/person.schema.ts'
import { change } from '../change.ts'
import { asking, doing } from '../doer.ts'
import { entryOf } from '../evidence-upkeep.ts'
import { etag, IdempotencyKey, IdParams, IfMatch, json, router } from '../openapi.ts'
import { ownEvidence, ownView } from '../own-evidence.ts'
import { may } from '../policy.ts'
import { conflict, invalid, problems } from '../problem.ts'
import { account } from '../repository/audit.ts'
import { findDraft, setDraftFile } from '../repository/evidence-drafts.ts'
import { moveEvidence } from '../repository/evidence.ts'
import { claimFile, releaseFiles, removeDueFiles, reserveFile } from '../repository/stored-files.ts'
import { storedFile } from '../stored-file.ts'
import { mustBeOpen, touch } from './evidence.ts'

const binary = { schema: { type: 'string' as const, format: 'binary' } }

/** The name is sent percent-encoded, in a header: addresses are logged by others, bodies are the file itself. */
const FileHeaders = IfMatch.extend(IdempotencyKey.shape).extend({
  'file-name': z.string().max(2000).optional().openapi({ example: 'My%20report.pdf' }),
})

const sendFile = createRoute({
  method: 'put',
  path: '/evidence/{id}/file',
  operationId: 'sendEvidenceFile',
  summary: 'Put a file into the draft of a piece of evidence, in place of the one before',
  ...may('keep-own-evidence'),
  request: { params: IdParams, headers: FileHeaders, body: { required: true, content: { 'application/octet-stream': binary } } },
  responses: {
    200: json(OwnEvidence, 'Kept with the draft; it is scanned when the draft is handed in'),
    ...problems(401, 404, 409, 412, 413, 415, 422, 428),
  },
})

const readFile = createRoute({
  method: 'get',
  path: '/evidence/{id}/versions/{number}/file',
  operationId: 'readEvidenceFile',
  summary: 'The file of one version of the asker’s evidence, to save',
  ...may('keep-own-evidence'),
  request: { params: z.strictObject({ id: Id, number: z.coerce.number().int().min(1).max(100_000) }) },
  responses: {
    200: { description: 'The bytes, as an attachment', content: { 'application/octet-stream': binary } },
    ...problems(401, 404),
  },
})

/** @throws Problem 422 at the field of the file, in words that say what to do. */
function mustBeTaken(bytes: Uint8Array, name: string): FileKind {
  const refuse = (detail: string) => invalid([{ pointer: '/file', detail }])
  if (bytes.length === 0) throw refuse('That file is empty. Choose one with something in it')
  const kind = kindOfFile(bytes)
  if (!kind || !endingFits(name, kind))
    throw refuse(
      'That is not a PDF, a Word document without macros (DOCX), a PNG or JPEG picture, or plain text (TXT, in UTF-8), whatever its name says',
    )
  return kind
}

const decoded = (name: string): string => {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

export const evidenceFileRoutes = () =>
  router()
    .openapi(sendFile, async (c) => {
      const { db, files, clock } = c.var.deps
      const { id } = c.req.valid('param')
      const { 'if-match': version, 'file-name': given = '' } = c.req.valid('header')
      const evidence = await ownEvidence(db, id, asking(c).personId)
      mustBeOpen(evidence)
      if (evidence.kind !== 'file') throw conflict('This piece of evidence holds no file', [...evidenceMoves[evidence.state]])
      const bytes = new Uint8Array(await c.req.arrayBuffer())
      const name = decoded(given)
      const kind = mustBeTaken(bytes, name)
      // Stored before the row that claims it, so that no row ever names a file that is not there.
      const storedAs = newId()
      await reserveFile(db, storedAs, clock.now())
      await files.put(storedAs, bytes)
      const response = await change(c, async (tx) => {
        const before = await findDraft(tx, id)
        if (!before) throw conflict('There is no draft. Begin a new version first', [...evidenceMoves[evidence.state]])
        await touch(tx, evidence, version)
        await claimFile(tx, storedAs)
        await releaseFiles(tx, [before.storedAs], doing(c).at)
        if (evidence.state === 'rejected') await moveEvidence(tx, id, 'rejected', 'draft', doing(c).at)
        const file = { name: safeFileName(name, kind), mediaType: fileKinds[kind].mediaType, bytes: bytes.length, storedAs }
        await setDraftFile(tx, id, file, false, doing(c).at)
        await account(tx, doing(c), { ...entryOf(evidence), action: 'evidence-file-sent' })
        const view = await ownView(tx, id)
        return c.json(view, 200, etag(view.version))
      })
      await removeDueFiles(c.var.deps)
      return response
    })
    .openapi(readFile, async (c) => {
      const { id, number } = c.req.valid('param')
      await ownEvidence(c.var.deps.db, id, asking(c).personId)
      return storedFile(c, id, number)
    })
