import type { Generated } from 'kysely'

export interface CertificateTables {
  certificate: CertificateTable
  certificate_reminder: { certificate_code: string; days: number; sent_at: string }
  issuer_key: IssuerKeyTable
}

export interface CertificateTable {
  code: string
  version: Generated<number>
  person_id: string
  /** The path that it certifies. */
  path: string
  /** 1 for the first that a person has of the path, one more for each that renewed the one before. */
  number: Generated<number>
  title: string
  /** The name on it, as it is searched and sorted. */
  name_key: string
  /** What it says, as JSON; it never changes. */
  claims: string
  /** The signed credential. */
  credential: string
  issued_at: string
  valid_until: string
  revoked_at: string | null
  revoked_reason: string | null
  revoked_words: string | null
  /** 0 once its holder asked for no more reminders. */
  reminders: number
}

/** A key that certificates are signed with. Both halves are JWKs; the private one never leaves the API. */
interface IssuerKeyTable {
  id: string
  kid: string
  thumbprint: string
  public_key: string
  private_key: string
  created_at: string
  /** When the last thing it signed runs out. */
  needed_until: string
}
