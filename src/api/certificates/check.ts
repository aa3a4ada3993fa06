import { type CertificateVerdict, readCode } from '#domain/certificate.ts'
import type { ApiDeps } from '../deps.ts'
import { findCertificate, type StoredCertificate } from '../repository/certificates.ts'
import { keyByName } from '../repository/issuer-keys.ts'
import { open } from './signature.ts'

/** What a code, or a credential as text, comes to. What is said of a certificate is what was signed, in full; nothing that was sent is kept. */
export async function checkCertificate({ db, clock }: Pick<ApiDeps, 'db' | 'clock'>, text: string): Promise<CertificateVerdict> {
  const checkedAt = clock.now().toISOString()
  const nothing = { checkedAt, claims: null, revoked: null }
  const code = readCode(text)
  if (code) {
    const found = await findCertificate(db, code, checkedAt)
    return found ? { by: 'code', checkedAt, ...standing(found) } : { verdict: 'unknown', by: 'code', ...nothing }
  }
  const opened = await open(text.trim(), (kid) => keyByName(db, kid))
  if (opened.kind !== 'genuine') return { verdict: opened.kind, by: 'signature', ...nothing }
  const found = await findCertificate(db, codeIn(opened.payload), checkedAt)
  // One that we signed and hold no more: its holder was erased. A copy of an earlier signature of the same code cannot be, since each is signed once.
  if (found?.credential !== text.trim()) return { verdict: 'unknown', by: 'signature', ...nothing }
  return { by: 'signature', checkedAt, ...standing(found) }
}

const standing = ({ state, claims, revoked }: StoredCertificate): Pick<CertificateVerdict, 'verdict' | 'claims' | 'revoked'> => ({
  verdict: state,
  claims,
  revoked: revoked && { at: revoked.at, reason: revoked.reason },
})

/** The code at the end of the credential's own address. */
const codeIn = ({ jti }: Record<string, unknown>): string => (typeof jti === 'string' ? (jti.split('/').at(-1) ?? '') : '')
