import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { EvidenceMove, EvidenceSubmission, OwnEvidence } from '#domain/evidence.schema.ts'
import { type Evidence, evidenceMoves, type EvidenceState, ownMovesOf } from '#domain/evidence.ts'
import { skillsIn } from '#domain/framework.ts'
import { change } from '../change.ts'
import type { Env } from '../deps.ts'
import { asking, doing } from '../doer.ts'
import { isNewContent, mustBeWhole, type WholeDraft } from '../evidence-hand-in.ts'
import { entryOf, forgetAnswers, purgeEvidence, scanEvidence } from '../evidence-upkeep.ts'
import { testimonyMail } from '../mails.ts'
import { body, etag, IdempotencyKey, IdParams, IfMatch, json, router } from '../openapi.ts'
import { ownEvidence, ownView } from '../own-evidence.ts'
import { may } from '../policy.ts'
import { conflict, invalid, problems } from '../problem.ts'
import { account } from '../repository/audit.ts'
import type { Tx } from '../repository/database.ts'
import { dropDraft, findDraft, type StoredDraft } from '../repository/evidence-drafts.ts'
import { appendVersion, countVersions, describeEvidence, fileOf, moveEvidence, noContent } from '../repository/evidence.ts'
import { currentFramework } from '../repository/frameworks.ts'
import { queueMail } from '../repository/mail.ts'
import { findPerson } from '../repository/people.ts'
import { settingValue } from '../repository/settings.ts'
import { removeDueFiles } from '../repository/stored-files.ts'
import { addAsk, asksOf } from '../repository/testimony-asks.ts'
import { mustBeOpen, touch } from './evidence.ts'

const submitEvidence = createRoute({
  method: 'post',
  path: '/evidence/{id}/submission',
  operationId: 'submitEvidence',
  summary: 'Declare a draft: it becomes evidence, is scanned first, or asks a witness',
  ...may('keep-own-evidence'),
  request: { params: IdParams, headers: IfMatch.extend(IdempotencyKey.shape), ...body(EvidenceSubmission) },
  responses: { 200: json(OwnEvidence, 'As it stands now'), ...problems(400, 401, 404, 409, 412, 413, 415, 422, 428) },
})

const moveRoute = createRoute({
  method: 'put',
  path: '/evidence/{id}/state',
  operationId: 'moveEvidence',
  summary: 'Withdraw a piece of evidence, close it at once, purge it, take it into use again, or ask a witness again',
  ...may('keep-own-evidence'),
  request: { params: IdParams, headers: IfMatch, ...body(EvidenceMove) },
  responses: { 200: json(OwnEvidence, 'As it stands now'), ...problems(400, 401, 404, 409, 412, 413, 415, 422, 428) },
})

async function handIn(c: Context<Env>, tx: Tx, evidence: Evidence, draft: StoredDraft, whole: WholeDraft): Promise<void> {
  const { at } = doing(c)
  const { id, state } = evidence
  const moveOn = async (to: EvidenceState) => {
    if (state === to) return
    await moveEvidence(tx, id, state, to, at)
  }
  await account(tx, doing(c), { ...entryOf(evidence), action: 'evidence-handed-in', changes: [{ field: 'kind', from: null, to: evidence.kind }] })
  // A file waits with its draft until the scanner has spoken.
  if (draft.file) return moveOn('scanning')
  await describeEvidence(tx, id, whole.title, draft.skills)
  await dropDraft(tx, id)
  if (evidence.kind === 'testimony') {
    await ask(c, tx, evidence, whole.witness)
    return moveOn('asked')
  }
  await moveOn('ready')
  if (!isNewContent(evidence, whole)) return
  // New words about a file that stays as it was go with that file.
  const file = evidence.current?.file ? await fileOf(tx, id, evidence.current.number) : {}
  const number = await appendVersion(tx, id, { ...noContent, ...file, text: whole.text || null, url: whole.url || null }, at)
  await account(tx, doing(c), { ...entryOf(evidence), action: 'evidence-version-added', changes: [{ field: 'version', from: null, to: number }] })
}

/** Sends a witness a link that works once. */
async function ask(c: Context<Env>, tx: Tx, evidence: Evidence, witness: { name: string; email: string; capacity: string }): Promise<void> {
  const { clock, site } = c.var.deps
  const { accountId, name } = asking(c)
  const token = await addAsk(tx, evidence.id, witness, clock.now())
  await queueMail(tx, testimonyMail(site, { accountId, name }, witness, token, await settingValue(tx, 'testimony-link-days')), doing(c).at)
  await account(tx, doing(c), { ...entryOf(evidence), action: 'testimony-asked' })
}

/** What an owner asks for beside purging, and what it is called in the account. */
const noted = { withdrawn: 'evidence-withdrawn', ready: 'evidence-restored', quarantined: 'evidence-quarantined' } as const

async function move(c: Context<Env>, tx: Tx, evidence: Evidence, to: 'ready' | 'withdrawn' | 'quarantined' | 'purged' | 'asked'): Promise<void> {
  const { id, state } = evidence
  const allowed = ownMovesOf(state, (await countVersions(tx, id)) > 0)
  if (!allowed.includes(to)) throw conflict('That cannot be done with it now', allowed)
  if (to === 'purged') return purgeEvidence(tx, evidence, doing(c))
  await moveEvidence(tx, id, state, to, doing(c).at)
  if (to === 'asked') {
    const before = (await asksOf(tx, [id])).get(id)
    if (!before?.email) throw invalid([{ pointer: '', detail: 'The address of the witness is no longer held. Ask them in a new piece of evidence' }])
    return ask(c, tx, evidence, { ...before, email: before.email })
  }
  // Closed means closed: no copy of an answer holds the words either.
  if (to === 'quarantined') await forgetAnswers(tx, id)
  await account(tx, doing(c), { ...entryOf(evidence), action: noted[to] })
}

export const evidenceMoveRoutes = () =>
  router()
    .openapi(submitEvidence, async (c) => {
      const { db, content, report } = c.var.deps
      const { id } = c.req.valid('param')
      const response = await change(c, async (tx) => {
        const { personId } = asking(c)
        const evidence = await ownEvidence(tx, id, personId)
        const draft = await findDraft(tx, id)
        mustBeOpen(evidence)
        if (!draft) throw conflict('There is no draft to hand in', [...evidenceMoves[evidence.state]])
        await touch(tx, evidence, c.req.valid('header')['if-match'])
        const known = new Set(skillsIn(await currentFramework(tx, content)).map((skill) => skill.id))
        const own = (await findPerson(tx, personId))?.email ?? null
        await handIn(c, tx, evidence, draft, mustBeWhole(evidence, draft, c.req.valid('json'), known, own))
        const view = await ownView(tx, id)
        return c.json(view, 200, etag(view.version))
      })
      const { state } = await ownEvidence(db, id, asking(c).personId)
      if (state !== 'scanning') return response
      // A scanner that does not answer leaves the piece waiting; it is looked at again on time.
      await scanEvidence(c.var.deps, id).catch(report)
      const view = await ownView(db, id)
      return c.json(view, 200, etag(view.version))
    })
    .openapi(moveRoute, async (c) => {
      const response = await change(c, async (tx) => {
        const evidence = await ownEvidence(tx, c.req.valid('param').id, asking(c).personId)
        const allowed = ownMovesOf(evidence.state, true)
        if (!allowed.includes(c.req.valid('json').state)) throw conflict('That cannot be done with it now', allowed)
        await touch(tx, evidence, c.req.valid('header')['if-match'])
        await move(c, tx, evidence, c.req.valid('json').state)
        const view = await ownView(tx, evidence.id)
        return c.json(view, 200, etag(view.version))
      })
      await removeDueFiles(c.var.deps)
      return response
    })
