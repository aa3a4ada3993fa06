import type { Person } from '#domain/person.ts'
import { checkKinds, checkStanding, endOf, type PoolChecks, recheckOn } from '#domain/pool-check.ts'
import { withDeclarations } from '#domain/readiness.ts'
import { checkPolicy } from './repository/check-policy.ts'
import type { Db } from './repository/database.ts'
import { asFacts, checksOf, type StoredCheck } from './repository/pool-checks.ts'
import { declarationsOf } from './repository/readiness.ts'

/** A person's checks as they are shown on a day: numbers but for their ends, newest first. */
export async function checksView(db: Db, person: Pick<Person, 'id' | 'name'>, on: string, mayKeep: boolean): Promise<PoolChecks> {
  const policy = await checkPolicy(db)
  const stored = await checksOf(db, person.id)
  const facts = withDeclarations(asFacts(stored), await declarationsOf(db, person.id))
  const standings = checkKinds.map((kind) => checkStanding(facts, kind, policy, on))
  const stateOf = (check: StoredCheck) => {
    if (check.struck_at !== null) return 'struck' as const
    const standing = checkStanding(asFacts(stored.filter(({ kind }) => kind === check.kind)), check.kind, policy, on)
    if (standing.checkId !== check.id) return 'superseded' as const
    return standing.state === 'due' || standing.state === 'due-soon' ? standing.state : ('current' as const)
  }
  return {
    on,
    name: person.name,
    mayKeep,
    level: policy.dbsLevel,
    standings: standings.map((standing) => ({ ...standing, checkId: stored.some(({ id }) => id === standing.checkId) ? standing.checkId : null })),
    checks: stored
      .map((check) => ({
        id: check.id,
        version: check.version,
        kind: check.kind,
        level: check.level,
        numberEnd: check.number === null ? null : endOf(check.number),
        issuedOn: check.issued_on,
        recheckOn: recheckOn({ kind: check.kind, issuedOn: check.issued_on }, policy),
        state: stateOf(check),
        seenBy: check.seenBy,
        seenAt: check.seen_at,
        note: check.note,
        struckAt: check.struck_at,
        struckReason: check.struck_reason,
      }))
      .toSorted((a, b) => b.issuedOn.localeCompare(a.issuedOn) || b.id.localeCompare(a.id)),
  }
}
