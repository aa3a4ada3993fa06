import type { z } from 'zod'
import type * as schema from './certificate.schema.ts'
import { type AttemptSummary, renewalDays } from './training.ts'

export type CertificateClaims = z.infer<typeof schema.CertificateClaims>
export type CertificateState = z.infer<typeof schema.CertificateState>
export type RevocationReason = z.infer<typeof schema.RevocationReason>
export type Certificate = z.infer<typeof schema.Certificate>
export type CertificateVerdict = z.infer<typeof schema.CertificateVerdict>
export type PublicKey = z.infer<typeof schema.PublicKey>
export type Issuer = z.infer<typeof schema.Issuer>

/** The words that are signed. What they claim is no more than the checks can show. */
export const certificateWords = {
  title: 'Common core: knowledge',
  proves:
    'Level 1, knowledge: this person passed the knowledge check of each module named here, or the longer diagnostic check that can be taken in its place. Each check was drawn from a bank of questions and marked by Panel Pool.',
  provesNot:
    'This is not a verification of skill, nor of fitness to be appointed. The checks were taken online, with nobody watching, and Panel Pool did not see proof of who took them.',
}

/** The moves of a certificate. `expire` comes with time alone; a revocation is never undone. */
export const certificateMoves: Record<CertificateState, Partial<Record<'expire' | 'revoke', CertificateState>>> = {
  valid: { expire: 'expired', revoke: 'revoked' },
  expired: { revoke: 'revoked' },
  revoked: {},
}

/** Where a certificate stands at a UTC moment. It runs out at the very moment that it names. */
export function certificateState({ validUntil, revokedAt }: { validUntil: string; revokedAt: string | null }, now: string): CertificateState {
  if (revokedAt !== null) return 'revoked'
  return Date.parse(now) < Date.parse(validUntil) ? 'valid' : 'expired'
}

const day = 86_400_000

export interface PassedModule {
  id: string
  version: number
  passedAt: string
}

/**
 * The modules of a path with the version and moment of the first pass of each, in the order of the path; null until every one is passed. A path of
 * no modules is never complete. More attempts never take it back.
 */
export function pathPassed(moduleIds: readonly string[], attempts: readonly AttemptSummary[]): PassedModule[] | null {
  const passed = moduleIds.flatMap((id) => firstPass(id, attempts) ?? [])
  return moduleIds.length > 0 && passed.length === moduleIds.length ? passed : null
}

export function firstPass(moduleId: string, attempts: readonly AttemptSummary[]): PassedModule | null {
  const first = attempts
    .flatMap((attempt) => (attempt.moduleId === moduleId && attempt.passed && attempt.submittedAt ? [{ ...attempt, at: attempt.submittedAt }] : []))
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))[0]
  return first ? { id: moduleId, version: first.moduleVersion, passedAt: first.at } : null
}

/** Whether a certificate can be renewed at a UTC moment: from the day of its first reminder on, also after it has run out, and never once it was revoked. */
export const canBeRenewed = ({ state, validUntil }: { state: CertificateState; validUntil: string }, now: string): boolean =>
  state !== 'revoked' && Date.parse(now) >= Date.parse(validUntil) - renewalDays * day

/**
 * The attempts that a certificate issued at `now` can rest on: those whose pass would still count, and for one that renews another only those made since that
 * was issued, which is known to the second. `until` says how long a pass counts.
 */
export const attemptsFor = (
  attempts: readonly AttemptSummary[],
  renewed: { issuedAt: string } | null,
  until: (passedAt: string) => string,
  now: string,
): AttemptSummary[] =>
  attempts.filter(
    ({ submittedAt }) =>
      submittedAt !== null &&
      Date.parse(until(submittedAt)) > Date.parse(now) &&
      (renewed === null || Date.parse(submittedAt) >= Date.parse(renewed.issuedAt) + 1000),
  )

/** Days before a certificate runs out on which its holder is reminded, once each. */
export const reminderDays = [renewalDays, 30, 7] as const

/**
 * The reminder that is due: the nearest of 90, 30 and 7 days, or of others that fall from most to least, that has come and was not sent. One that was missed while nothing ran is not made up for
 * when a nearer one is due or sent. Null when there is none, and once the certificate has run out.
 */
export function reminderDue(validUntil: string, sent: readonly number[], now: string, remindOn: readonly number[] = reminderDays): number | null {
  const left = Date.parse(validUntil) - Date.parse(now)
  if (left <= 0) return null
  const nearest = remindOn.filter((days) => left <= days * day).at(-1)
  return nearest === undefined || sent.some((days) => days <= nearest) ? null : nearest
}

/** Digits and letters without I, L, O and U. Source: Crockford's base 32. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code from sixteen random bytes, of which five bits each are used. */
export function certificateCode(random: Uint8Array): string {
  const letters = [...random].map((byte) => alphabet[byte % 32]).join('')
  return letters.match(/.{4}/g)?.join('-') ?? ''
}

/** A code as somebody typed it, however spaced and in whatever case; null for what cannot be one. O is taken for 0, I and L for 1. */
export function readCode(text: string): string | null {
  if (text.length > 60) return null
  const letters = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(letters) ? (letters.match(/.{4}/g)?.join('-') ?? null) : null
}
