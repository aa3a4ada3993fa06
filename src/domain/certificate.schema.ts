import { z } from '@hono/zod-openapi'
import { orNull } from './or-null.schema.ts'
import { Id, Moment } from './person.schema.ts'

/** Eighty random bits in groups of four, written with the letters and digits that are not mistaken for each other. */
export const CertificateCode = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
  .openapi('CertificateCode', { example: '7K3M-Q9XV-2HTB-0WRD' })

const CertifiedModule = z.strictObject({ id: z.string(), version: z.number().int(), title: z.string(), passedAt: Moment }).openapi('CertifiedModule')

/** Everything that a certificate says, as it was when it was issued: this never changes. Moments are whole seconds. */
export const CertificateClaims = z
  .strictObject({
    code: CertificateCode,
    title: z.string(),
    name: z.string(),
    proves: z.string(),
    provesNot: z.string(),
    modules: z.array(CertifiedModule),
    /** The skills of the framework that the modules serve; none is rated or verified by this. */
    skills: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    frameworkVersion: z.number().int().nullable(),
    regimes: z.array(z.strictObject({ code: z.string(), name: z.string(), edition: z.string() })),
    issuedAt: Moment,
    validUntil: Moment,
  })
  .openapi('CertificateClaims')

export const CertificateState = z.enum(['valid', 'expired', 'revoked']).openapi('CertificateState')

/** Why a certificate was revoked, in words that anybody may read; what lies behind it is for its holder and the account of what was done. */
export const RevocationReason = z
  .enum(['issued-in-error', 'result-withdrawn', 'asked-by-holder', 'misused'], 'Choose a reason')
  .openapi('RevocationReason')

const PublicRevocation = z.strictObject({ at: Moment, reason: RevocationReason }).openapi('PublicRevocation')

/** A certificate as its holder and those who may open their record see it. */
export const Certificate = z
  .strictObject({
    version: z.number().int(),
    personId: Id,
    state: CertificateState,
    claims: CertificateClaims,
    revoked: orNull(PublicRevocation.extend({ words: z.string() }).openapi('Revocation')),
    /** Whether its holder is reminded before it runs out. */
    reminders: z.boolean(),
    /** The address where anybody can check it. */
    checkAt: z.string(),
    /** The asker is its holder. */
    own: z.boolean(),
    /** What the asker may do with it as it stands. */
    moves: z.array(z.literal('revoke')),
  })
  .openapi('Certificate')

/** The asker's certificates, and how they stand in the path that leads to one. */
export const OwnCertificates = z
  .strictObject({
    certificates: z.array(Certificate),
    /** Whether the newest can be renewed now: then the passes of the modules are those made since it was issued. */
    renews: z.boolean(),
    modules: z.array(z.strictObject({ id: z.string(), title: z.string(), passedAt: orNull(Moment) })),
  })
  .openapi('OwnCertificates')

const IssuedCertificate = z
  .strictObject({ code: CertificateCode, name: z.string(), title: z.string(), state: CertificateState, issuedAt: Moment, validUntil: Moment })
  .openapi('IssuedCertificate')

export const IssuedFilters = z.strictObject({
  name: z.string().max(120).optional(),
  after: z.string().max(1000).optional(),
  before: z.string().max(1000).optional(),
})

export const IssuedCertificates = z
  .strictObject({
    certificates: z.array(IssuedCertificate),
    total: z.number().int(),
    previous: z.string().nullable(),
    next: z.string().nullable(),
  })
  .openapi('IssuedCertificates')

export const RemindersChange = z.strictObject({ on: z.boolean() }).openapi('RemindersChange')

export const RevocationRequest = z
  .strictObject({
    reason: RevocationReason,
    words: z
      .string()
      .trim()
      .min(10, 'Say in a sentence what happened, in 10 characters or more. Its holder reads it')
      .max(500, 'Use 500 characters or fewer'),
  })
  .openapi('RevocationRequest')

/** A code, or a whole credential as text. */
export const CertificateToCheck = z
  .strictObject({
    text: z.string().trim().min(1, 'Enter a code, paste the credential, or choose its file').max(40_000, 'This is too long to be a credential'),
  })
  .openapi('CertificateToCheck')

/**
 * What came of checking. `unknown`: nothing of that code is held, or the signature is ours and nothing is held any more. `altered`: it names one of our
 * keys and its signature does not fit. `foreign`: signed, if at all, with a key that is not ours. `unreadable`: neither a code nor a credential.
 */
export const CertificateVerdict = z
  .strictObject({
    verdict: z.enum(['valid', 'expired', 'revoked', 'unknown', 'altered', 'foreign', 'unreadable']),
    by: z.enum(['signature', 'code']),
    checkedAt: Moment,
    claims: orNull(CertificateClaims),
    revoked: orNull(PublicRevocation),
  })
  .openapi('CertificateVerdict')

/** In the form of a 1EdTech revocation list that speaks of one certificate alone: a list of all would tell their codes to everybody. */
export const CertificateStatus = z
  .strictObject({
    id: z.string(),
    issuer: z.string(),
    state: CertificateState,
    validUntil: Moment,
    revokedCredential: z.array(z.strictObject({ id: z.string(), revoked: z.literal(true), revocationReason: RevocationReason })),
  })
  .openapi('CertificateStatus')

/** A public key to check signatures with. Source: RFC 7517. */
export const PublicKey = z
  .strictObject({ kty: z.literal('RSA'), n: z.string(), e: z.string(), alg: z.literal('RS256'), use: z.literal('sig'), kid: z.string() })
  .openapi('PublicKey')
export const PublicKeys = z.strictObject({ keys: z.array(PublicKey) }).openapi('PublicKeys')

/** Who issues, as an Open Badges profile. */
export const Issuer = z
  .strictObject({
    id: z.string(),
    type: z.tuple([z.literal('Profile')]),
    name: z.string(),
    url: z.string(),
    description: z.string(),
  })
  .openapi('Issuer')
