import { createRoute, z } from '@hono/zod-openapi'
import { CertificateStatus, CertificateToCheck, CertificateVerdict, Issuer, PublicKey, PublicKeys } from '#domain/certificate.schema.ts'
import { issuerAddresses, issuerProfile } from '#domain/open-badge.ts'
import { checkCertificate } from '../certificates/check.ts'
import { offlinePage } from '../certificates/offline-page.ts'
import { body, json, router } from '../openapi.ts'
import { may } from '../policy.ts'
import { notFound, problems } from '../problem.ts'
import { findCertificate } from '../repository/certificates.ts'
import { keyByThumbprint, publishedKeys } from '../repository/issuer-keys.ts'
import { CodeParams } from './certificates.ts'

/** What other people's software reads to check a certificate: from any page, since it says nothing that the certificate does not. */
const forAnySite = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' }

const check = createRoute({
  method: 'post',
  path: '/certificates/check',
  operationId: 'checkCertificate',
  summary: 'Check a certificate by its code or its credential; no account is needed and nothing that is sent is kept',
  ...may('read-public'),
  request: body(CertificateToCheck),
  responses: { 200: json(CertificateVerdict, 'What it comes to, with every claim'), ...problems(400, 413, 415, 422) },
})

const status = createRoute({
  method: 'get',
  path: '/certificates/{code}/status',
  operationId: 'readCertificateStatus',
  summary: 'Whether a certificate was revoked, as a 1EdTech revocation list of that one alone',
  ...may('read-public'),
  request: { params: CodeParams },
  responses: { 200: json(CertificateStatus, 'Its status now'), ...problems(404) },
})

const issuer = createRoute({
  method: 'get',
  path: '/issuer',
  operationId: 'readIssuer',
  summary: 'Who issues certificates, as an Open Badges profile',
  ...may('read-public'),
  responses: { 200: json(Issuer, 'The profile'), ...problems() },
})

const keys = createRoute({
  method: 'get',
  path: '/issuer/keys',
  operationId: 'listIssuerKeys',
  summary: 'The public keys that certificates were signed with; also at /.well-known/jwks.json',
  ...may('read-public'),
  responses: { 200: json(PublicKeys, 'A JSON Web Key set'), ...problems() },
})

const key = createRoute({
  method: 'get',
  path: '/issuer/keys/{key}',
  operationId: 'readIssuerKey',
  summary: 'The public key that a credential names as its kid',
  ...may('read-public'),
  request: { params: z.strictObject({ key: z.string().max(60) }) },
  responses: { 200: json(PublicKey, 'A JSON Web Key'), ...problems(404) },
})

const page = createRoute({
  method: 'get',
  path: '/offline-check',
  operationId: 'downloadOfflineCheck',
  summary: 'One HTML file to save, which checks a credential’s signature with no network',
  ...may('read-public'),
  responses: {
    200: { description: 'The file, with the keys as they are now', content: { 'text/html': { schema: { type: 'string' } } } },
    ...problems(),
  },
})

export const certificateCheckRoutes = () =>
  router()
    .openapi(check, async (c) => c.json(await checkCertificate(c.var.deps, c.req.valid('json').text), 200))
    .openapi(status, async (c) => {
      const { db, clock, site } = c.var.deps
      const { code } = c.req.valid('param')
      const found = await findCertificate(db, code, clock.now().toISOString())
      if (!found) throw notFound()
      const at = issuerAddresses(site.origin)
      const { state, claims, revoked } = found
      const revokedCredential = revoked ? [{ id: at.credential(code), revoked: true as const, revocationReason: revoked.reason }] : []
      return c.json({ id: at.status(code), issuer: at.issuer, state, validUntil: claims.validUntil, revokedCredential }, 200, forAnySite)
    })
    .openapi(issuer, (c) => c.json(issuerProfile(c.var.deps.site.origin), 200, forAnySite))
    .openapi(keys, async (c) => c.json({ keys: await publishedKeys(c.var.deps.db, c.var.deps.clock.now()) }, 200, forAnySite))
    .openapi(key, async (c) => {
      const found = await keyByThumbprint(c.var.deps.db, c.req.valid('param').key)
      if (!found) throw notFound()
      return c.json(found, 200, forAnySite)
    })
    .openapi(page, async (c) => {
      const { db, clock, site } = c.var.deps
      const file = await offlinePage(site.origin, await publishedKeys(db, clock.now()), clock.now())
      // Only ever a file to save: were it opened here as a page, this policy would not let its script run.
      return c.body(file, 200, {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Disposition': 'attachment; filename="check-a-panel-pool-certificate.html"',
        'Content-Security-Policy': "sandbox; default-src 'none'",
      })
    })
