import { changesBetween } from '#domain/audit.ts'
import { after, dayOf } from '#domain/calendar.ts'
import type { PoolRole, Standing } from '#domain/person.ts'
import type { Region } from '#domain/region.ts'
import { layAccount, layPerson, noteSignUp } from './accounts.ts'
import type { Draft } from './draft.ts'
import { emailFor } from './naming.ts'
import { type Course, layTraining } from './training-history.ts'

/** Somebody on the roster as a world plans them; the first step of `path` is how they came, the last is where they stand. */
export interface PlannedPerson {
  name: string
  region: Region | null
  roles: readonly PoolRole[]
  path: readonly Step[]
  /** When they joined the earlier list that the pool was begun from, or null for people who came since. */
  carriedFromDaysAgo: number | null
  /** When they made their account, or null if they never did. */
  accountDaysAgo: number | null
  course: Course
  trained: { fromDaysAgo: number; toDaysAgo: number }
}

export interface Step {
  standing: Standing
  daysAgo: number
}

/** Who moves people: one coordinator for some regions, one for all the others. */
export interface Movers {
  opened: Date
  administrator: string
  coordinatorFor(region: Region | null): string
}

const reasons: Partial<Record<Standing, readonly string[]>> = {
  'in-checks': ['Application complete, checks begun'],
  'in-training': ['Checks complete'],
  supervised: ['Training complete, first review beside somebody experienced'],
  active: ['Signed off after a supervised review'],
  paused: ['Asked for a break', 'On a long contract elsewhere', 'On parental leave'],
  'refresher-due': ['The refresher falls due'],
  expired: ['Refresher not taken after two reminders', 'Checks ran out and were not renewed'],
  suspended: ['Professional registration is being renewed'],
  retired: ['Has stepped back from this work'],
}

const phones: Record<Region, string> = {
  'north-east': '0191 498 0',
  'north-west': '0161 496 0',
  'yorkshire-and-the-humber': '0113 496 0',
  'east-midlands': '0115 496 0',
  'west-midlands': '0121 496 0',
  'east-of-england': '01632 960',
  london: '020 7946 0',
  'south-east': '0118 496 0',
  'south-west': '0117 496 0',
}

/** A number from the ranges that Ofcom keeps for drama, which ring nowhere. */
const drawPhone = ({ chance }: Draft, region: Region | null): string | null =>
  region && chance.happens(70) ? `${phones[region]}${chance.whole(100, 999)}` : null

/** Writes somebody on the roster with all that happened to them. */
export function layPoolPerson(draft: Draft, planned: PlannedPerson, movers: Movers): void {
  const { name, path, carriedFromDaysAgo, accountDaysAgo } = planned
  const first = path[0]
  if (!first) throw new RangeError(`${name} has no standing: a person on the roster needs a path of at least one step`)
  const createdAt = carriedFromDaysAgo === null ? draft.daytime(first.daysAgo) : movers.opened
  const email = emailFor(name)
  const person = layPerson(draft, { name, email, standing: path.at(-1)?.standing ?? first.standing, createdAt })
  if (carriedFromDaysAgo !== null) person.joined_on = dayOf(draft.daytime(carriedFromDaysAgo))
  layStandings(draft, person.id, planned, createdAt, movers)
  const madeAt = carriedFromDaysAgo === null ? createdAt : draft.daytime(accountDaysAgo ?? 1)
  const account = accountDaysAgo === null ? null : signUp(draft, person.id, email, madeAt)
  const toldAt = layProfile(draft, person, planned, account ? after(new Date(account.confirmed_at), { minutes: draft.chance.whole(2, 30) }) : null)
  if (!account) return
  const trainedAt = layTraining(draft, person, planned.roles, planned.course, planned.trained)
  account.last_signed_in_at = [account.confirmed_at, toldAt, trainedAt?.toISOString() ?? ''].toSorted().at(-1) ?? account.confirmed_at
}

function signUp(draft: Draft, personId: string, email: string, createdAt: Date) {
  const confirmedAt = after(createdAt, { minutes: draft.chance.whole(2, 40) })
  const held = { role: 'learner', region: null } as const
  const account = layAccount(draft, { personId, email, held, createdAt, confirmedAt, invited: false })
  noteSignUp(draft, account, createdAt, confirmedAt)
  return account
}

/** The region, roles and phone: given by the person after signing up, or carried over with them when `at` is null. Returns when, or ''. */
function layProfile(draft: Draft, person: Draft['rows']['person'][number] & { id: string }, planned: PlannedPerson, at: Date | null): string {
  const { region, carriedFromDaysAgo } = planned
  const roles = planned.roles.toSorted()
  person.region = region
  person.roles = roles.join(',')
  person.phone = drawPhone(draft, region)
  draft.rows.person_role.push(...roles.map((role) => ({ person_id: person.id, role })))
  if (carriedFromDaysAgo !== null || !at) return ''
  const told = { phone: person.phone, region: region as string | null, roles }
  const changes = changesBetween<{ phone: string | null; region: string | null; roles: readonly string[] }>(
    { phone: null, region: null, roles: [] },
    told,
    ['phone', 'region', 'roles'],
  )
  if (changes.length === 0) return ''
  person.version = 2
  draft.note(at, person.id, { action: 'profile-changed', record: 'person', recordId: person.id, personId: person.id, changes })
  return at.toISOString()
}

function layStandings(draft: Draft, personId: string, { path, region, carriedFromDaysAgo }: PlannedPerson, createdAt: Date, movers: Movers): void {
  let from: Standing | null = null
  for (const [index, { standing, daysAgo }] of path.entries()) {
    const at = index === 0 ? createdAt : draft.daytime(daysAgo)
    const carried = index === 0 && carriedFromDaysAgo !== null
    const own = standing === 'enquirer' || standing === 'applicant'
    const by = carried ? movers.administrator : index === 0 ? null : own ? personId : movers.coordinatorFor(region)
    const reason = carried ? 'Carried over from the earlier list' : own ? null : draft.chance.pick(reasons[standing] ?? ['Agreed with the person'])
    draft.rows.person_standing.push({ id: draft.chance.newId(at), person_id: personId, standing, reason, at: at.toISOString(), by_person_id: by })
    const changes = [{ field: 'standing', from, to: standing }]
    if (index > 0 || carried) draft.note(at, by, { action: 'standing-changed', record: 'person', recordId: personId, personId, changes, reason })
    from = standing
  }
}
