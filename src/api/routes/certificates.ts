import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  Certificate,
  CertificateCode,
  IssuedCertificates,
  IssuedFilters,
  OwnCertificates,
  RemindersChange,
  RevocationRequest,
} from '#domain/certificate.schema.ts'
import { attemptsFor, canBeRenewed, type Certificate as CertificateView, certificateMoves, firstPass, readCode } from '#domain/certificate.ts'
import { coreFor } from '#domain/training-path.ts'
import { certificateRevokedMail } from '../certificate-mails.ts'
import { change } from '../change.ts'
import type { Env } from '../deps.ts'
import { asking, doing } from '../doer.ts'
import { body, etag, IfMatch, json, router } from '../openapi.ts'
import { allows, may, mustReach } from '../policy.ts'
import { conflict, notFound, problems, stale } from '../problem.ts'
import { passCounts } from '../pass-counts.ts'
import { newestVersion } from '../progress.ts'
import { attemptsOf } from '../repository/attempts.ts'
import { account } from '../repository/audit.ts'
import { certificatesOf, findCertificate, listIssued, saveReminders, saveRevocation, type StoredCertificate } from '../repository/certificates.ts'
import type { Db } from '../repository/database.ts'
import { findPerson } from '../repository/people.ts'
import { tell } from '../tell.ts'

export const CodeParams = z.strictObject({ code: CertificateCode })

const listOwn = createRoute({
  method: 'get',
  path: '/certificates',
  operationId: 'listOwnCertificates',
  summary: 'The asker’s certificates, and what is still to pass for one',
  ...may('keep-own-certificates'),
  responses: { 200: json(OwnCertificates, 'The newest first'), ...problems(401) },
})

const readOne = createRoute({
  method: 'get',
  path: '/certificates/{code}',
  operationId: 'readCertificate',
  summary: 'One certificate, for its holder and those who may open their record',
  ...may('read-certificate'),
  request: { params: CodeParams },
  responses: { 200: json(Certificate, 'The certificate'), ...problems(401, 404) },
})

const readCredential = createRoute({
  method: 'get',
  path: '/certificates/{code}/credential',
  operationId: 'downloadCredential',
  summary: 'The signed Open Badges 3.0 credential of the asker’s own certificate, to hand out',
  ...may('keep-own-certificates'),
  request: { params: CodeParams },
  responses: {
    200: { description: 'A JSON Web Token in its compact form', content: { 'application/jwt': { schema: { type: 'string' } } } },
    ...problems(401, 404),
  },
})

const readPdf = createRoute({
  method: 'get',
  path: '/certificates/{code}/pdf',
  operationId: 'downloadCertificatePdf',
  summary: 'The asker’s own certificate as a tagged PDF, to print or to hand out',
  ...may('keep-own-certificates'),
  request: { params: CodeParams },
  responses: {
    200: { description: 'A PDF', content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } },
    ...problems(401, 404),
  },
})

const setReminders = createRoute({
  method: 'put',
  path: '/certificates/{code}/reminders',
  operationId: 'setCertificateReminders',
  summary: 'Stop the reminders before a certificate runs out, or have them again',
  ...may('keep-own-certificates'),
  request: { params: CodeParams, headers: IfMatch, ...body(RemindersChange) },
  responses: { 200: json(Certificate, 'As saved'), ...problems(400, 401, 404, 412, 413, 415, 422, 428) },
})

const revoke = createRoute({
  method: 'put',
  path: '/certificates/{code}/revocation',
  operationId: 'revokeCertificate',
  summary: 'Revoke a certificate for good; its holder is told',
  ...may('revoke-certificates'),
  request: { params: CodeParams, headers: IfMatch, ...body(RevocationRequest) },
  responses: { 200: json(Certificate, 'Revoked'), ...problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 428) },
})

const listAll = createRoute({
  method: 'get',
  path: '/issued-certificates',
  operationId: 'listIssuedCertificates',
  summary: 'Every certificate, by the name on it; found by words of the name or by its code',
  ...may('revoke-certificates'),
  request: { query: IssuedFilters },
  responses: { 200: json(IssuedCertificates, 'A page of them'), ...problems(401, 403, 422) },
})

const viewFor = (c: Context<Env>, { credential: _withheld, ...certificate }: StoredCertificate): CertificateView => ({
  ...certificate,
  checkAt: `${c.var.deps.site.origin}/verify`,
  own: certificate.personId === asking(c).personId,
  moves: certificateMoves[certificate.state].revoke && allows(c.var.actor, 'revoke-certificates') ? ['revoke'] : [],
})

async function ownCertificate(c: Context<Env>, db: Db, code: string): Promise<StoredCertificate> {
  const found = await findCertificate(db, code, doing(c).at)
  if (found?.personId !== asking(c).personId) throw notFound()
  return found
}

export const certificateRoutes = () =>
  router()
    .openapi(listOwn, async (c) => {
      const { db, content } = c.var.deps
      const { personId } = asking(c)
      const now = doing(c).at
      const certificates = await certificatesOf(db, personId, now)
      const [newest] = certificates
      const renews = newest !== undefined && canBeRenewed({ state: newest.state, validUntil: newest.claims.validUntil }, now)
      const attempts = attemptsFor(await attemptsOf(db, personId), renews ? newest.claims : null, await passCounts(db), now)
      const roles = (await findPerson(db, personId))?.roles ?? []
      const modules = coreFor(content.paths, roles).map((id) => ({
        id,
        title: newestVersion(content, id).module.title,
        passedAt: firstPass(id, attempts)?.passedAt ?? null,
      }))
      return c.json({ certificates: certificates.map((one) => viewFor(c, one)), renews, modules }, 200)
    })
    .openapi(readOne, async (c) => {
      const { db } = c.var.deps
      const found = await findCertificate(db, c.req.valid('param').code, doing(c).at)
      if (!found) throw notFound()
      mustReach(c.var.actor, 'read-certificate', await findPerson(db, found.personId))
      return c.json(viewFor(c, found), 200, etag(found.version))
    })
    .openapi(readCredential, async (c) => {
      const { code } = c.req.valid('param')
      const { credential } = await ownCertificate(c, c.var.deps.db, code)
      return c.body(credential, 200, {
        'Content-Type': 'application/jwt',
        'Content-Disposition': `attachment; filename="panel-pool-${code}.jwt"`,
      })
    })
    .openapi(readPdf, async (c) => {
      const { db, site, clock } = c.var.deps
      const { code } = c.req.valid('param')
      const certificate = await ownCertificate(c, db, code)
      // Asked for by few, and its letters are heavy.
      const { certificatePdf } = await import('../certificates/certificate-pdf.ts')
      return c.body(await certificatePdf(certificate, site.origin, clock.now()), 200, {
        'Content-Type': 'application/pdf',
        'Content-Disposition': `attachment; filename="panel-pool-${code}.pdf"`,
      })
    })
    .openapi(setReminders, (c) =>
      change(c, async (tx) => {
        const certificate = await ownCertificate(c, tx, c.req.valid('param').code)
        const { on } = c.req.valid('json')
        if (certificate.version !== c.req.valid('header')['if-match']) throw stale(viewFor(c, certificate))
        const saved = await saveReminders(tx, certificate, on, doing(c).at)
        await account(tx, doing(c), {
          action: 'certificate-reminders-changed',
          record: 'certificate',
          recordId: saved.claims.code,
          personId: saved.personId,
          changes: [{ field: 'reminders', from: certificate.reminders, to: on }],
        })
        return c.json(viewFor(c, saved), 200, etag(saved.version))
      }),
    )
    .openapi(revoke, (c) =>
      change(c, async (tx) => {
        const now = doing(c).at
        const certificate = await findCertificate(tx, c.req.valid('param').code, now)
        if (!certificate) throw notFound()
        if (certificate.version !== c.req.valid('header')['if-match']) throw stale(viewFor(c, certificate))
        const moves = certificateMoves[certificate.state]
        if (!moves.revoke) throw conflict('This certificate was revoked before', Object.keys(moves))
        const { title, code } = certificate.claims
        const why = c.req.valid('json')
        const saved = await saveRevocation(tx, certificate, why, now)
        await account(tx, doing(c), {
          action: 'certificate-revoked',
          record: 'certificate',
          recordId: code,
          personId: saved.personId,
          changes: [{ field: title, from: certificate.state, to: saved.state }],
          reason: why.words,
        })
        await tell(tx, saved.personId, (to) => certificateRevokedMail(to, title, why), now)
        return c.json(viewFor(c, saved), 200, etag(saved.version))
      }),
    )
    .openapi(listAll, async (c) => {
      const filters = c.req.valid('query')
      return c.json(await listIssued(c.var.deps.db, filters, readCode(filters.name ?? ''), doing(c).at), 200)
    })
