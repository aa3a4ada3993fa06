import type { z } from 'zod'
import { seenByCoordinators } from './affiliation.ts'
import { type Capacity, freeBetween, loadOn, offeredIn, type Wanted } from './capacity.ts'
import { isMember } from './membership.ts'
import { monthOf } from './month.ts'
import { nameKey, type PoolRole, type RosterFilter, type RosterFilters, type RosterTraining, searchWords, type Standing } from './person.ts'
import type { RoleReadiness } from './readiness.ts'
import type * as schema from './why-not.schema.ts'

export type WhyNotReason = z.infer<typeof schema.WhyNotReason>
export type WhyNotFix = WhyNotReason['fixes'][number]
type Rule = WhyNotReason['rule']

/** What is on record of somebody, as far as the filters look at it. */
export interface RosterFacts {
  /** The name as it is searched. */
  nameKey: string
  region: string | null
  /** The regions that they travel to. */
  travelsTo: readonly string[]
  roles: readonly PoolRole[]
  standing: Standing | null
  /** The record that made them what they are, and since which day. */
  standingRecord: { id: string; from: string } | null
  training: RosterTraining
  /** The certificate that ran out or was revoked, and on which day, where training is expired. */
  lapsed: { id: string; on: string } | null
  /** The tags on them, as they are searched. */
  tags: readonly string[]
  /** What they know well, each as it is searched. */
  specialisms: readonly string[]
  /** The newest level that assessors found, by skill. */
  levels: ReadonlyMap<string, number>
  /** What is known between them and everything asked about; null where nothing is asked. */
  ties:
    | { kind: 'none' }
    | { kind: 'tie'; ties: WhyNotReason['ties'] }
    | { kind: 'not-known'; why: WhyNotReason['notKnown']; unmatched: readonly string[] }
    | null
  /** In each of their roles, on the day asked about. */
  readiness: readonly RoleReadiness[]
  capacity: Capacity
  /** The check that is to be made again first. */
  firstDue: { on: string } | null
}

export interface RosterRules {
  today: string
  /** What a role asks of each skill, and which of them are at its core. */
  needs: Readonly<Record<PoolRole, readonly { skill: string; title: string; level: number; core: boolean }[]>>
  titleOf: (skill: string) => string
  /** What is wanted of their time; null where nobody asks. */
  wanted: Wanted | null
  /** The last day on which a check may be due to count; null where nobody asks. */
  dueBy: string | null
}

const nothing = { has: null, from: null, to: null, record: null, ties: [], notKnown: [], readiness: [], hindrances: [], skills: [] }
const reason = (filter: RosterFilter, rule: Rule, told: Partial<WhyNotReason>): WhyNotReason => ({ filter, rule, ...nothing, fixes: [], ...told })
const ask = (filters: Record<string, string | null>): WhyNotFix => ({ kind: 'ask', filters })
const record = (kind: NonNullable<WhyNotReason['record']>['kind'], id: string | null = null) => ({ kind, id })

/**
 * Why somebody is not on the list that the filters ask for: one reason for each filter that they fail, with what it rests on and what would lift it. An empty
 * list means that they are on it; the conditions of the list in SQL say the same, one by one, and a test holds them equal. Whoever only works here is on no
 * list, and nothing that is asked changes that.
 */
export function whyNotOn(facts: RosterFacts, filters: RosterFilters, rules: RosterRules): WhyNotReason[] {
  if (facts.standing === null) return [reason('who', 'not-on-roster', { record: record('person') })]
  return [
    ...nameReasons(facts, filters),
    ...ownRowReasons(facts, facts.standing, filters),
    ...skillReasons(facts, filters, rules),
    ...tieReasons(facts, filters),
    ...readyReasons(facts, filters),
    ...freeReasons(facts, filters, rules),
    ...workReasons(facts, filters, rules),
  ]
}

function nameReasons(facts: RosterFacts, { name }: RosterFilters): WhyNotReason[] {
  const missing = searchWords(name ?? '').filter((word) => !facts.nameKey.includes(word))
  return missing.length === 0 ? [] : [reason('name', 'name', { has: missing.join(' '), fixes: [ask({ name: null })] })]
}

function ownRowReasons(
  { region, travelsTo, roles, training, specialisms, tags, standingRecord, lapsed }: RosterFacts,
  standing: Standing,
  filters: RosterFilters,
): WhyNotReason[] {
  const found: WhyNotReason[] = []
  const since = { from: standingRecord?.from ?? null, record: record('person_standing', standingRecord?.id ?? null) }
  if (filters.who === 'members' && !isMember(standing)) found.push(reason('who', 'learner', { has: standing, ...since, fixes: [ask({ who: null })] }))
  const known = searchWords(filters.specialism ?? '')
  if (known.length > 0 && !specialisms.some((one) => known.every((word) => one.includes(word))))
    found.push(reason('specialism', 'specialism', { record: record('person'), fixes: [ask({ specialism: null })] }))
  if (filters.tag && !tags.includes(nameKey(filters.tag))) found.push(reason('tag', 'tag', { record: record('person'), fixes: [ask({ tag: null })] }))
  if (filters.role && !roles.includes(filters.role))
    found.push(reason('role', 'role', { has: roles.join(','), record: record('person'), fixes: [ask({ role: roles[0] ?? null })] }))
  const travels = filters.region !== undefined && travelsTo.includes(filters.region)
  if (filters.region && region !== filters.region && !(filters.travels && travels))
    found.push(
      reason('region', 'region', { has: region, record: record('person'), fixes: [...(travels ? [ask({ travels: 'yes' })] : []), ask({ region })] }),
    )
  if (filters.standing && standing !== filters.standing)
    found.push(reason('standing', 'standing', { has: standing, ...since, fixes: [ask({ standing })] }))
  if (filters.training && training !== filters.training)
    found.push(
      reason('training', 'training', {
        has: training,
        to: lapsed?.on ?? null,
        record: lapsed ? record('certificate', lapsed.id) : record('training'),
        fixes: [ask({ training })],
      }),
    )
  return found
}

function skillReasons({ levels }: RosterFacts, { meets, coreAt, skill, level }: RosterFilters, { needs, titleOf }: RosterRules): WhyNotReason[] {
  const below = (asked: readonly { skill: string; title: string; level: number }[]) =>
    asked.flatMap((one) => {
      const has = levels.get(one.skill) ?? 0
      return has >= one.level ? [] : [{ skill: one.skill, title: one.title, has, needs: one.level }]
    })
  const found: WhyNotReason[] = []
  const tell = (filter: RosterFilter, rule: Rule, missed: WhyNotReason['skills'], dropped: Record<string, null>) => {
    if (missed.length === 0) return
    const fix: WhyNotFix = { kind: 'verify-skills', items: missed.map((one) => ({ skill: one.skill, level: one.needs })) }
    found.push(reason(filter, rule, { skills: missed, record: record('skills'), fixes: [fix, ask(dropped)] }))
  }
  // A role that asks nothing of a skill has nobody at its bar.
  const nobodyAt = (asked: readonly unknown[], filter: RosterFilter) => {
    if (asked.length === 0) found.push(reason(filter, 'below-bar', { record: record('skills'), fixes: [ask({ [filter]: null })] }))
  }
  if (meets) {
    tell('meets', 'below-bar', below(needs[meets]), { meets: null })
    nobodyAt(needs[meets], 'meets')
  }
  if (coreAt) {
    const [role, lowest] = coreAt.split('-') as [PoolRole, string] // as its schema says
    const core = needs[role].filter((one) => one.core).map((one) => ({ ...one, level: Number(lowest) }))
    tell('coreAt', 'below-level', below(core), { coreAt: null })
    nobodyAt(core, 'coreAt')
  }
  if (skill) tell('skill', 'below-level', below([{ skill, title: titleOf(skill), level: Number(level ?? 1) }]), { skill: null, level: null })
  return found
}

function tieReasons({ ties, standing, standingRecord }: RosterFacts, { tied = 'none' }: RosterFilters): WhyNotReason[] {
  if (ties === null) return []
  if (!seenByCoordinators(standing))
    return [
      reason('ties', 'hidden', {
        has: standing,
        from: standingRecord?.from ?? null,
        record: record('person_standing', standingRecord?.id ?? null),
        fixes: [ask({ ties: null, tied: null })],
      }),
    ]
  if (tied === 'any' || tied === ties.kind) return []
  const fixes = [ask({ tied: ties.kind })]
  const told = { record: record('affiliations') }
  if (ties.kind === 'none') return [reason('ties', 'no-tie', { ...told, fixes })]
  if (ties.kind === 'not-known')
    return [
      reason('ties', 'tie-not-known', {
        ...told,
        notKnown: ties.why,
        fixes: [
          ...(tied === 'none' && ties.why.includes('never-declared') ? [{ kind: 'declare' as const }] : []),
          ...(tied === 'none' && ties.why.includes('unmatched') ? [{ kind: 'match-affiliations' as const, ids: [...ties.unmatched] }] : []),
          ...fixes,
        ],
      }),
    ]
  const until = ties.ties.map(({ countsUntil }) => countsUntil)
  const last = until.includes(null) ? null : (until.toSorted().at(-1) ?? null)
  return [
    reason('ties', tied === 'none' ? 'tie' : 'tie-known', {
      ...told,
      ties: ties.ties,
      to: last,
      fixes: [...(tied === 'none' && last ? [{ kind: 'wait-until' as const, on: last }] : []), ...fixes],
    }),
  ]
}

function readyReasons({ readiness }: RosterFacts, { ready, readiness: wants = 'ready', role }: RosterFilters): WhyNotReason[] {
  if (!ready || wants === 'any') return []
  const asked = readiness.filter((one) => !role || one.role === role)
  const isReady = asked.some(({ reasons }) => reasons.length === 0)
  if (isReady === (wants === 'ready')) return []
  const fixes = [ask({ readiness: isReady ? null : 'not-ready' })]
  if (isReady) return [reason('ready', 'ready', { readiness: [...asked], fixes })]
  // What one role lacks can be put right where everything that stands in the way of it can.
  const mendable = asked.find(({ reasons }) => reasons.every(({ fix }) => fix !== null))
  return [
    reason('ready', 'not-ready', {
      readiness: [...asked],
      fixes: [...(mendable ? [{ kind: 'be-ready' as const, role: mendable.role, reasons: mendable.reasons }] : []), ...fixes],
    }),
  ]
}

/** Of somebody who has not said what they take it is known all the same when they are away. */
function hindrancesOf(capacity: Capacity, wanted: Wanted) {
  const found = freeBetween(capacity, wanted)
  if (!found.some(({ kind }) => kind === 'not-said')) return found
  const said = { ...capacity, offer: { daysAMonth: 31, mostReviews: Number.MAX_SAFE_INTEGER, months: [] } }
  return [...found, ...freeBetween(said, wanted).filter(({ kind }) => kind === 'away')]
}

function freeReasons({ capacity }: RosterFacts, { free = 'free' }: RosterFilters, { wanted }: RosterRules): WhyNotReason[] {
  if (!wanted || free === 'any') return []
  const hindrances = hindrancesOf(capacity, wanted)
  const isFree = hindrances.length === 0
  if (isFree === (free === 'free')) return []
  const told = { record: record(hindrances[0]?.kind === 'away' ? 'availability' : hindrances[0]?.kind === 'not-said' ? 'member' : 'commitment') }
  if (isFree) return [reason('free', 'free', { record: record('commitment'), fixes: [ask({ free: null })] })]
  const notSaidAlone = hindrances.every(({ kind }) => kind === 'not-said')
  return [
    reason('free', 'not-free', {
      ...told,
      hindrances,
      fixes: [notSaidAlone ? { kind: 'state-capacity' } : { kind: 'make-room', hindrances }, ask({ free: 'not-free' })],
    }),
  ]
}

/** Of today: room for reviews, reviews in hand, and the check that is due first. */
function workReasons({ capacity, firstDue }: RosterFacts, { left, load, due }: RosterFilters, { today, dueBy }: RosterRules): WhyNotReason[] {
  const found: WhyNotReason[] = []
  const inHand = loadOn(capacity.commitments, today)
  const most = offeredIn(capacity.offer, monthOf(today))?.reviews ?? null
  const room = most === null ? null : most - inHand
  if (left) {
    const has = room === null ? 'not-said' : room <= 0 ? 'none' : String(Math.min(room, 3))
    const told = { has: room === null ? null : String(room), record: record(room === null ? 'member' : 'commitment') }
    const fixes = [ask({ left: has })]
    if (left === 'not-said' && room !== null) found.push(reason('left', 'room-said', { ...told, fixes }))
    else if (left !== 'not-said' && room === null)
      found.push(reason('left', 'room-not-said', { ...told, fixes: [...(left === 'none' ? [] : [{ kind: 'state-capacity' as const }]), ...fixes] }))
    else if (left === 'none' && room !== null && room > 0) found.push(reason('left', 'room', { ...told, fixes }))
    else if (left !== 'none' && left !== 'not-said' && room !== null && room < Number(left)) {
      const many = Number(left) - room
      found.push(reason('left', 'no-room', { ...told, fixes: [...(many <= inHand ? [{ kind: 'end-reviews' as const, many }] : []), ...fixes] }))
    }
  }
  if (load && Math.min(inHand, 3) !== Number(load))
    found.push(reason('load', 'load', { has: String(inHand), record: record('commitment'), fixes: [ask({ load: String(Math.min(inHand, 3)) })] }))
  if (due && dueBy && !(firstDue && firstDue.on <= dueBy))
    found.push(reason('due', 'no-check-due', { from: firstDue?.on ?? null, record: record('checks'), fixes: [ask({ due: null })] }))
  return found
}
