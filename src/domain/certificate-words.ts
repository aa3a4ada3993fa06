import type { CertificateState, RevocationReason } from './certificate.ts'

/** Apart from the other words, so that only the pages of certificates carry them. */
export const certificateStateWords: Record<CertificateState, string> = { valid: 'Valid', expired: 'Expired', revoked: 'Revoked' }
export const revocationWords: Record<RevocationReason, string> = {
  'issued-in-error': 'Issued in error',
  'result-withdrawn': 'A result that it rests on was withdrawn',
  'asked-by-holder': 'Its holder asked for it',
  misused: 'It was altered or misused',
}
