import type { Generated } from 'kysely'

export interface PoolCheckTables {
  pool_check: PoolCheckTable
  check_reminder: { check_id: string; days: number; sent_at: string }
  /** The months that `recheck_on` was derived from. */
  check_policy: { kind: string; months: number }
}

export interface PoolCheckTable {
  id: string
  version: Generated<number>
  person_id: string
  kind: string
  level: string | null
  /** As it was typed. The certificate itself is never held. */
  number: string | null
  issued_on: string
  /** Derived from the date and the policy, to list by. */
  recheck_on: string | null
  seen_by_person_id: string | null
  seen_at: string
  note: string | null
  /** Null on the one of its kind that stands. */
  superseded_at: string | null
  struck_at: string | null
  struck_reason: string | null
}
