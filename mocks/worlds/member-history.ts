import { nameKey, type PoolRole, type Standing } from '#domain/person.ts'
import { after, dayOf } from '#domain/calendar.ts'
import { isMember } from '#domain/membership.ts'
import { monthOf, monthsAfter } from '#domain/month.ts'
import { type Region, regions } from '#domain/region.ts'
import { type Sector, sectors, type Specialism, specialisms, specialismWords } from '#domain/specialism.ts'
import { content } from '#content/content.ts'
import { type Chance, startChance } from './chance.ts'
import type { Draft } from './draft.ts'
import type { Rows } from './rows.ts'

const offers = [2, 3, 4, 4, 5, 6, 6, 8, 10] as const
const languages = ['Welsh', 'Urdu', 'Polish', 'Punjabi', 'French', 'Bengali', 'British Sign Language', 'Romanian'] as const
const notes = ['On leave', 'Teaching term', 'Caring for a parent', 'Inquiry hearings elsewhere', 'House move', ''] as const
const words = [
  'Twenty years in children’s social care, the last six as a safeguarding board manager. I have sat on four review panels and want to write.',
  'Retired detective superintendent, child protection. I chaired strategy meetings for years and would like to chair reviews.',
  'Designated nurse until last spring. I know how health records tell a story, and how they do not.',
  'I run a domestic abuse service and have been a panel member three times. I am ready to do more.',
  'Head teacher and safeguarding lead. I have finished the first modules and would like to be considered.',
  'Solicitor in family courts. I write clearly and I listen.',
] as const

/** Standings whose people work: they say what they offer and have reviews in hand. */
const working: readonly Standing[] = ['active', 'supervised', 'refresher-due']

interface Person {
  id: string
  standing: Standing
  region: Region | null
  roles: readonly PoolRole[]
  since: Date
}

/**
 * Writes what members offer, when they are away and what they have in hand, and who wants to join. It draws from a stream of its own, so that all else in
 * the world stays as it was. `busy` names a member who has some of everything.
 */
export function layMembers(draft: Draft, seed: number, coordinator: string, busy: string): void {
  const chance = startChance(seed + 5)
  // A world lays plain values, never expressions.
  const since = new Map(draft.rows.person_standing.map((row) => [row.person_id, new Date(row.at as string)]))
  const people = draft.rows.person
    .filter(({ standing }) => standing)
    .map((row): Person => {
      const { id, standing, region, roles } = row as { id: string; standing: Standing; region: Region | null; roles: string }
      return { id, standing, region, roles: roles.split(',').filter(Boolean) as PoolRole[], since: since.get(id) ?? draft.now }
    })
  for (const person of people.filter(({ standing }) => isMember(standing))) layMember(draft.rows, chance, person, draft.now)
  const busyOne = people.find(({ id }) => id === busy)
  if (busyOne) {
    layTime(draft.rows, chance, busyOne, draft.now, { state: 'unavailable', from: 24, long: 11 })
    layTime(draft.rows, chance, busyOne, draft.now, { state: 'limited', from: 160, long: 30 })
    layReview(draft.rows, chance, busyOne, draft.now, 4)
  }
  const waiting = people.filter(({ standing, roles, region }) => standing === 'applicant' && roles.length > 0 && region !== null)
  for (const [place, person] of waiting.slice(1, 8).entries()) layAsk(draft, chance, person, place, coordinator)
}

/** Somebody’s own record as a member, with what belongs to it. Also how a pool of 100,000 is filled. */
export function layMember(rows: Rows, chance: Chance, person: Person, now: Date): void {
  const works = working.includes(person.standing)
  const says = works ? chance.happens(88) : chance.happens(45)
  const today = dayOf(now)
  const known = chance.shuffle(Object.keys(specialisms) as Specialism[]).slice(0, chance.whole(1, 4))
  const confirmedAt = works && says && chance.happens(75) ? between(chance, person.since, now) : null
  const daysAMonth = says ? chance.pick(offers) : null
  // Whoever has not said for a quarter that all is right was asked already, so that opening a world sends no mail.
  const isDue = (confirmedAt ?? person.since) < after(now, { days: -85 })
  const askedAt = isDue ? after(now, { days: -chance.whole(1, 20) }) : null
  rows.member.push({
    person_id: person.id,
    version: 1,
    sector: chance.pick(Object.keys(sectors) as Sector[]),
    specialisms: JSON.stringify(known),
    languages: JSON.stringify(chance.happens(22) ? [chance.pick(languages)] : []),
    days_a_month: daysAMonth,
    most_reviews: daysAMonth === null ? null : daysAMonth < 4 ? 1 : chance.pick([2, 2, 2, 3]),
    confirmed_at: confirmedAt?.toISOString() ?? null,
    confirm_asked_at: askedAt?.toISOString() ?? null,
  })
  for (const specialism of known) rows.member_specialism.push({ person_id: person.id, specialism, search_key: nameKey(specialismWords(specialism)) })
  const others = regions.filter((region) => region !== person.region)
  for (const region of chance.shuffle(others).slice(0, chance.pick([0, 1, 1, 2, 3]))) rows.member_region.push({ person_id: person.id, region })
  if (daysAMonth !== null && chance.happens(30))
    rows.capacity_month.push({
      person_id: person.id,
      month: monthsAfter(monthOf(today), chance.whole(1, 9)),
      days: chance.pick([0, 0, 1, 2]),
      most_reviews: null,
    })
  if (!works) return
  layAway(rows, chance, person, now)
  for (let many = chance.pick([0, 0, 1, 1, 1, 2]); many > 0; many--) layReview(rows, chance, person, now, daysAMonth ?? 6)
}

const between = (chance: Chance, from: Date, to: Date): Date =>
  new Date(from.getTime() + ((to.getTime() - from.getTime()) * chance.whole(40, 98)) / 100)
const inDays = (now: Date, days: number): string => dayOf(after(now, { days }))

function layTime(rows: Rows, chance: Chance, { id }: Person, now: Date, { state, from, long }: { state: string; from: number; long: number }): void {
  const at = after(now, { days: -chance.whole(1, 40) })
  rows.availability.push({
    id: chance.newId(at),
    version: 1,
    person_id: id,
    from_on: inDays(now, from),
    to_on: inDays(now, from + long),
    state,
    roles: '',
    note: state === 'unavailable' ? chance.pick(notes) : '',
    entered_by: id,
    at: at.toISOString(),
    removed_at: null,
  })
}

/** One time in the past, and up to two to come that do not touch. */
function layAway(rows: Rows, chance: Chance, person: Person, now: Date): void {
  const lay = (state: string, from: number, long: number) => layTime(rows, chance, person, now, { state, from, long })
  if (chance.happens(25)) lay('unavailable', -chance.whole(60, 90), chance.whole(5, 20))
  if (chance.happens(35)) lay(chance.pick(['unavailable', 'unavailable', 'limited']), chance.whole(-5, 60), chance.whole(4, 30))
  if (chance.happens(30)) lay(chance.pick(['unavailable', 'tentative', 'limited']), chance.whole(100, 260), chance.whole(6, 40))
}

const authorities = content.organisations.filter(({ kind, region }) => kind === 'local-authority' && region !== null)

function layReview(rows: Rows, chance: Chance, { id, region, roles, since }: Person, now: Date, daysAMonth: number): void {
  const near = authorities.filter((one) => one.region === region)
  const authority = chance.pick(near.length > 0 && chance.happens(70) ? near : authorities)
  const began = -chance.whole(20, 300)
  const lasts = chance.whole(150, 420)
  const at = between(chance, since, now)
  rows.commitment.push({
    id: chance.newId(at),
    version: 1,
    person_id: id,
    reference: `R-${inDays(now, began).slice(0, 4)}-${String(chance.whole(1, 999)).padStart(3, '0')}`,
    authority: authority.id,
    role: chance.pick(roles.length > 0 ? roles : (['author'] as const)),
    from_on: inDays(now, began),
    to_on: chance.happens(25) ? null : inDays(now, began + lasts),
    days: Math.max(1, Math.min(chance.whole(2, 4), daysAMonth - 1)),
    entered_by: id,
    at: at.toISOString(),
    removed_at: null,
  })
}

/** Most wait for an answer; one was told that it is not now. */
function layAsk(draft: Draft, chance: Chance, { id, roles }: Person, place: number, coordinator: string): void {
  const at = after(draft.now, { days: -(2 + place * 3), minutes: -chance.whole(0, 300) })
  const askId = chance.newId(at)
  const declined = place === 6
  const decidedAt = declined ? after(at, { days: 2 }) : null
  const reason = declined ? 'Finish the common core first, then ask again: you are nearly there.' : null
  draft.rows.membership_ask.push({
    id: askId,
    version: declined ? 2 : 1,
    person_id: id,
    roles: roles.toSorted().join(','),
    words: words[place % words.length] ?? words[0],
    state: declined ? 'declined' : 'open',
    at: at.toISOString(),
    decided_at: decidedAt?.toISOString() ?? null,
    decided_by_person_id: declined ? coordinator : null,
    reason,
  })
  const entry = { record: 'membership-ask', recordId: askId, personId: id }
  draft.note(at, id, { ...entry, action: 'membership-asked', changes: [{ field: 'roles', from: null, to: roles.toSorted().join(', ') }] })
  if (decidedAt) draft.note(decidedAt, coordinator, { ...entry, action: 'membership-ask-declined', reason })
}
