import { after, dayOf } from '#domain/calendar.ts'
import type { Standing } from '#domain/person.ts'
import { checkKinds, type PoolCheckKind, recheckOn } from '#domain/pool-check.ts'
import { settings } from '#domain/settings.ts'
import type { Region } from '#domain/region.ts'
import type { Chance } from './chance.ts'
import type { Draft } from './draft.ts'
import type { Movers } from './pool-person.ts'

/** How long each kind counts where nobody has set anything. */
export const months = Object.fromEntries(checkKinds.map((kind) => [kind, settings[`recheck-months-${kind}`].value])) as Record<PoolCheckKind, number>

/** How many days ago a check of each kind may be dated: most within their time, a few beyond it. */
const ages: Record<PoolCheckKind, readonly [least: number, most: number]> = {
  dbs: [30, 1120],
  references: [60, 1400],
  insurance: [5, 372],
  registration: [5, 360],
  training: [40, 1000],
  declaration: [5, 372],
  'data-protection': [20, 740],
}

/** How many in a hundred of each standing have a check of a kind that is asked of everybody. Who is not here has none. */
const recorded: Partial<Record<Standing, number>> = {
  'in-checks': 45,
  'in-training': 94,
  supervised: 97,
  active: 97,
  paused: 92,
  'refresher-due': 92,
  suspended: 95,
  expired: 85,
  retired: 90,
}
/** Of those whose profession has a register, or who trained elsewhere. */
const extra = { registration: 40, training: 20 }

interface PlannedCheck {
  kind: PoolCheckKind
  issuedDaysAgo: number
  struck?: string
}

const dayAgo = (now: Date, days: number) => dayOf(after(now, { days: -days }))

function numberFor(chance: Chance, kind: PoolCheckKind): string | null {
  const digits = (many: number) => Array.from({ length: many }, () => chance.whole(0, 9)).join('')
  if (kind === 'dbs') return `00${digits(10)}`
  if (kind === 'insurance') return `PI-${digits(7)}`
  if (kind === 'registration') return `SW${digits(6)}`
  return null
}

/** Gives everybody whose checks were begun what was recorded of them. Laid last, so that nothing else in the world depends on it. */
export function layChecks(draft: Draft, movers: Movers, due: string): void {
  for (const { id, name, standing, region } of draft.rows.person) {
    const share = recorded[standing as Standing]
    if (share === undefined || typeof id !== 'string') continue
    const begun = draft.rows.person_standing.find((row) => row.person_id === id && !['enquirer', 'applicant'].includes(row.standing as string)) // a world lays plain values, never expressions
    if (!begun) continue
    const planned = name === due ? planDue : planChecks(draft.chance, share)
    layChecksOf(draft, { id, begunAt: new Date(begun.at as string), by: movers.coordinatorFor(region as Region | null) }, planned)
  }
}

function planChecks(chance: Chance, share: number): PlannedCheck[] {
  return checkKinds.flatMap((kind) => {
    const there = chance.happens(kind === 'registration' || kind === 'training' ? extra[kind] : share)
    const [least, most] = ages[kind]
    const issuedDaysAgo = chance.whole(least, most)
    const before = kind === 'insurance' && issuedDaysAgo < 200 ? [{ kind, issuedDaysAgo: issuedDaysAgo + 365 }] : []
    return there ? [...before, { kind, issuedDaysAgo }] : []
  })
}

/** Somebody of whom all is there, whose DBS re-check comes up, and of whom something was once recorded by mistake. */
const planDue: readonly PlannedCheck[] = [
  { kind: 'references', issuedDaysAgo: 700, struck: 'These were the references of somebody of the same name' },
  { kind: 'dbs', issuedDaysAgo: 1046 },
  { kind: 'references', issuedDaysAgo: 420 },
  { kind: 'insurance', issuedDaysAgo: 505 },
  { kind: 'insurance', issuedDaysAgo: 140 },
  { kind: 'registration', issuedDaysAgo: 70 },
  { kind: 'declaration', issuedDaysAgo: 230 },
  { kind: 'data-protection', issuedDaysAgo: 330 },
]

/** Writes checks in the order they were recorded: some weeks after their date, and never before anybody looked at this person. */
function layChecksOf(draft: Draft, { id, begunAt, by }: { id: string; begunAt: Date; by: string }, planned: readonly PlannedCheck[]): void {
  const begunDaysAgo = Math.floor((draft.now.getTime() - begunAt.getTime()) / 86_400_000)
  const seen = planned
    .map((check) => ({ ...check, at: draft.daytime(Math.min(check.issuedDaysAgo - draft.chance.whole(2, 20), begunDaysAgo - 1)) }))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
  for (const { kind, issuedDaysAgo, struck, at } of seen) {
    const checkId = draft.chance.newId(at)
    const issuedOn = dayAgo(draft.now, issuedDaysAgo)
    const newer = seen.find((other) => other.kind === kind && !other.struck && other.issuedDaysAgo < issuedDaysAgo)
    const struckAt = struck ? after(at, { days: 1 }) : null
    draft.rows.pool_check.push({
      id: checkId,
      version: struck ? 2 : 1,
      person_id: id,
      kind,
      level: kind === 'dbs' ? 'enhanced' : null,
      number: numberFor(draft.chance, kind),
      issued_on: issuedOn,
      recheck_on: recheckOn({ kind, issuedOn }, { months }),
      seen_by_person_id: by,
      seen_at: at.toISOString(),
      note: null,
      superseded_at: newer && !struck ? newer.at.toISOString() : null,
      struck_at: struckAt?.toISOString() ?? null,
      struck_reason: struck ?? null,
    })
    const about = { record: 'pool-check', recordId: checkId, personId: id }
    const values = [
      { field: 'kind', value: kind },
      { field: 'issued', value: issuedOn },
    ]
    draft.note(at, by, { ...about, action: 'check-recorded', changes: values.map(({ field, value }) => ({ field, from: null, to: value })) })
    if (struck && struckAt) {
      const changes = values.map(({ field, value }) => ({ field, from: value, to: null }))
      draft.note(struckAt, by, { ...about, action: 'check-struck', changes, reason: struck })
    }
  }
}
