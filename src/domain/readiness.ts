import type { z } from 'zod'
import type { PoolRole, Standing } from './person.ts'
import { type CheckFact, checkKinds, type CheckPolicy, checkStanding, earliestThatCounts, type PoolCheckKind, standingCheck } from './pool-check.ts'
import type * as schema from './readiness.schema.ts'
import { standingMoves } from './standing.ts'

export type RoleReadiness = z.infer<typeof schema.RoleReadiness>
export type Reason = z.infer<typeof schema.ReadinessReason>
export type Fix = z.infer<typeof schema.ReadinessFix>

/**
 * What is on record of a person, oldest first. Each fact carries the day in England on which it was written down (`on`, `recordedOn`): what was written
 * down later says nothing of an earlier day. The roles are those that the person prepares for or serves in now.
 */
export interface ReadinessFacts {
  roles: readonly PoolRole[]
  standings: readonly { id: string; standing: Standing; on: string }[]
  passes: readonly { module: string; on: string }[]
  certificates: readonly { id: string; on: string; validUntil: string; revokedOn: string | null }[]
  checks: readonly CheckFact[]
  /** Days on which the person declared that their affiliations are complete: a declaration of interests, as a signed one that somebody saw is. */
  declarations: readonly string[]
  verified: readonly { skill: string; level: number; on: string }[]
  availability: readonly AvailabilityFact[]
  commitments: readonly CommitmentFact[]
  /** How many reviews somebody takes at once, as said last; of one month, `YYYY-MM`, where it names one. */
  mostReviews: readonly { most: number; month: string | null; on: string }[]
}

/** No roles means every role. */
export interface AvailabilityFact {
  id: string
  from: string
  to: string
  state: 'available' | 'limited' | 'unavailable' | 'tentative'
  roles: readonly PoolRole[]
  on: string
  removedOn: string | null
}

interface CommitmentFact {
  id: string
  from: string
  to: string | null
  on: string
  removedOn: string | null
}

export interface ReadinessRules {
  /** The modules of the common core that are asked of the person's roles. */
  core: readonly string[]
  bars: Readonly<Record<PoolRole, readonly { skill: string; level: number }[]>>
  /** Whether a role's bar that is missed is a reason; else it is a warning. */
  skillsCount: boolean
  checks: CheckPolicy
}

const nothing = { check: null, record: null, from: null, to: null, items: [], fix: null }
const item = (id: string, has: number | null = null, needs: number | null = null) => ({ id, title: id, has, needs })
const fix = (kind: Fix['kind'], items: readonly string[] = []): Fix => ({ kind, items: [...items], from: null, level: null })

/**
 * What stands between a person and an appointment in each of their roles on a day; ready where `reasons` is empty. Never stored: it is asked for a day, and
 * depends on nothing that was written down later. Source: the statuses of the pool model and its expiry watch; the lengths are settings.
 */
export const readinessOf = (facts: ReadinessFacts, on: string, rules: ReadinessRules): RoleReadiness[] =>
  facts.roles.map((role) => {
    const standing = standingOn(facts, on)
    const skills = skillReasons(facts, role, on, rules)
    const availability = availabilityReasons(facts, role, on)
    const capacity = capacityReasons(facts, on)
    const all = [
      ...standingReasons(standing),
      ...trainingReasons(facts, on, rules),
      ...certificateReasons(facts, on),
      ...checkKinds.flatMap((kind) => checkReasons(facts, kind, on, rules)),
      ...(rules.skillsCount ? skills : []),
      ...availability,
      ...capacity,
    ]
    const worthKnowing = [...all, ...(rules.skillsCount ? [] : skills)]
    return {
      role,
      as: standing?.standing === 'supervised' ? 'supervised' : 'independent',
      reasons: all.filter(({ rule }) => !onlyWorthKnowing.has(rule)),
      warnings: worthKnowing.filter(({ rule }) => onlyWorthKnowing.has(rule) || (rule === 'skills' && !rules.skillsCount)),
    }
  })

const onlyWorthKnowing: ReadonlySet<Reason['rule']> = new Set(['limited', 'tentative', 'availability-not-known', 'capacity-not-known'])

const standingOn = ({ standings }: ReadinessFacts, on: string) => standings.findLast((one) => one.on <= on) ?? null

function standingReasons(current: ReturnType<typeof standingOn>): Reason[] {
  if (current === null) return [{ ...nothing, rule: 'standing' }]
  if (mayBeAppointed(current.standing)) return []
  const steps = stepsToTheRoster(current.standing)
  return [
    {
      ...nothing,
      rule: 'standing',
      record: { kind: 'person_standing', id: current.id },
      from: current.on,
      items: [item(current.standing)],
      fix: steps && fix('change-standing', steps),
    },
  ]
}

const mayBeAppointed = (standing: Standing): boolean => standing === 'active' || standing === 'supervised'

/** The fewest moves to a standing that may be appointed; null where there is no way. */
function stepsToTheRoster(from: Standing): Standing[] | null {
  const ways: Standing[][] = [[from]]
  for (const way of ways) {
    const last = way.at(-1) as Standing // a way is never empty
    if (mayBeAppointed(last)) return way.slice(1)
    ways.push(...standingMoves[last].filter((next) => !way.includes(next)).map((next) => [...way, next]))
  }
  return null
}

function trainingReasons({ passes }: ReadinessFacts, on: string, { core }: ReadinessRules): Reason[] {
  const passed = new Set(passes.filter((one) => one.on <= on).map(({ module }) => module))
  const missing = core.filter((module) => !passed.has(module))
  return missing.length === 0 ? [] : [{ ...nothing, rule: 'training', items: missing.map((id) => item(id)), fix: fix('pass-modules', missing) }]
}

/** Who completed the training has a certificate; one that has run out, or was revoked, is to be renewed. Until there is one, the training speaks. */
function certificateReasons({ certificates }: ReadinessFacts, on: string): Reason[] {
  const known = certificates.filter((one) => one.on <= on)
  const isValid = ({ validUntil, revokedOn }: (typeof known)[number]) => validUntil > on && !(revokedOn !== null && revokedOn <= on)
  const last = known.at(-1)
  if (!last || known.some(isValid)) return []
  return [
    {
      ...nothing,
      rule: 'certificate',
      record: { kind: 'certificate', id: last.id },
      from: last.on,
      to: last.revokedOn !== null && last.revokedOn <= on ? last.revokedOn : last.validUntil,
      fix: fix('renew-certificate'),
    },
  ]
}

const declared = 'declared'

/** A declaration in the product and a signed one that somebody saw are one kind of fact. */
export const withDeclarations = (checks: readonly CheckFact[], declarations: readonly string[]): CheckFact[] => [
  ...checks,
  ...declarations.map((on) => ({ id: declared, kind: 'declaration' as const, level: null, issuedOn: on, recordedOn: on, struckOn: null })),
]

function checkReasons(facts: ReadinessFacts, kind: PoolCheckKind, on: string, { checks: policy }: ReadinessRules): Reason[] {
  const known = withDeclarations(facts.checks, facts.declarations)
  const { state, recheckOn } = checkStanding(known, kind, policy, on)
  if (state !== 'missing' && state !== 'due' && state !== 'level') return []
  const standing = standingCheck(known, kind, on)
  return [
    {
      ...nothing,
      rule: `check-${state}`,
      check: kind,
      record: standing && (standing.id === declared ? { kind: 'affiliation_declaration', id: '' } : { kind: 'pool_check', id: standing.id }),
      from: standing?.issuedOn ?? null,
      to: state === 'due' ? recheckOn : null,
      fix: {
        kind: kind === 'declaration' ? 'declare-interests' : 'record-check',
        items: [],
        from: earliestThatCounts(kind, policy, standing, on),
        level: kind === 'dbs' ? policy.dbsLevel : null,
      },
    },
  ]
}

function skillReasons({ verified }: ReadinessFacts, role: PoolRole, on: string, { bars }: ReadinessRules): Reason[] {
  const missed = bars[role].flatMap(({ skill, level }) => {
    const has = verified.findLast((one) => one.skill === skill && one.on <= on)?.level ?? null
    return (has ?? 0) >= level ? [] : [item(skill, has, level)]
  })
  if (missed.length === 0) return []
  return [
    {
      ...nothing,
      rule: 'skills',
      items: missed,
      fix: fix(
        'verify-skills',
        missed.map(({ id }) => id),
      ),
    },
  ]
}

const saidBy = (on: string) => (one: { on: string; removedOn: string | null }) => one.on <= on && !(one.removedOn !== null && one.removedOn <= on)

function availabilityReasons({ availability }: ReadinessFacts, role: PoolRole, on: string): Reason[] {
  const here = availability.filter(saidBy(on)).filter(({ from, to, roles }) => from <= on && on <= to && (roles.length === 0 || roles.includes(role)))
  const rests = (state: 'unavailable' | 'limited' | 'tentative'): Reason[] => {
    const said = here.filter((one) => one.state === state)
    const [first] = said
    const ids = said.map(({ id }) => id)
    return first
      ? [
          {
            ...nothing,
            rule: state,
            record: { kind: 'availability', id: first.id },
            from: first.from,
            to: first.to,
            fix: fix('change-availability', ids),
          },
        ]
      : []
  }
  if (here.length === 0) return [{ ...nothing, rule: 'availability-not-known', fix: fix('state-availability') }]
  return [...rests('unavailable'), ...rests('limited'), ...rests('tentative')]
}

function capacityReasons({ commitments, mostReviews }: ReadinessFacts, on: string): Reason[] {
  const said = mostReviews.filter((one) => one.on <= on)
  const most = (said.findLast(({ month }) => month !== null && on.startsWith(month)) ?? said.findLast(({ month }) => month === null))?.most
  if (most === undefined) return [{ ...nothing, rule: 'capacity-not-known', fix: fix('state-capacity') }]
  const running = commitments
    .filter(saidBy(on))
    .filter(({ from, to }) => from <= on && (to === null || on <= to))
    .toSorted((a, b) => (a.to ?? '9999').localeCompare(b.to ?? '9999') || a.id.localeCompare(b.id))
  if (running.length < most) return []
  const tooMany = running.slice(0, running.length - most + 1)
  const [first] = running
  return [
    {
      ...nothing,
      rule: 'capacity-full',
      record: first && most > 0 ? { kind: 'commitment', id: first.id } : { kind: 'member', id: '' },
      from: first?.from ?? null,
      to: first?.to ?? null,
      items: [item('reviews', running.length, most)],
      fix:
        most > 0
          ? fix(
              'end-commitments',
              tooMany.map(({ id }) => id),
            )
          : fix('state-capacity'),
    },
  ]
}
