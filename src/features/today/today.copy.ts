import type { Today, TodayItem, TodayKind } from '#domain/today.ts'
import { todayKindWords } from '#domain/today-words.ts'
import { checkKindWords, poolRoleWords, regionWords } from '#domain/words.ts'
import { showDate, showDay, showNumber } from '#lib/show.ts'

const day = (item: TodayItem) => (item.day ? showDate(item.day) : '')
const isPast = (item: TodayItem, on: string) => item.day !== null && item.day < on
const roleOf = (item: TodayItem) => (item.what === 'author' ? 'authors' : 'chairs')
const place = (item: TodayItem) => (item.region ? regionWords[item.region] : 'No region')
const check = (item: TodayItem) => checkKindWords[item.what as keyof typeof checkKindWords] ?? 'Check'

/** Each kind: what it is called, why it stands here now, what happens if it is left, and the one thing to do about it. */
const kinds: Record<TodayKind, { title: (item: TodayItem) => string; why: (item: TodayItem, on: string) => string; left: string; action: string }> = {
  'check-due-in-work': {
    title: (item) => `${item.name}: ${check(item)}`,
    why: (item, on) =>
      `${isPast(item, on) ? `The re-check was due on ${day(item)}` : `The re-check is due on ${day(item)}`}, and there is a review in hand.`,
    left: 'The person sits on a review without a current check, and cannot be appointed to another.',
    action: 'See the checks',
  },
  'verification-late': {
    title: (item) => `${item.name}: verification`,
    why: (item) => `The assessor was to decide by ${day(item)}.`,
    left: 'The request goes to another assessor after twice that time, and the person waits from the start.',
    action: 'See where it stands',
  },
  'request-unassigned': {
    title: (item) => `${item.name}: verification`,
    why: (item) => `Sent on ${day(item)}, and no assessor is independent and free.`,
    left: 'Nobody looks at it until you name somebody.',
    action: 'Name an assessor',
  },
  'check-due': {
    title: (item) => `${item.name}: ${check(item)}`,
    why: (item, on) => (isPast(item, on) ? `The re-check was due on ${day(item)}.` : `The re-check is due on ${day(item)}.`),
    left: 'From that day on the person cannot be appointed.',
    action: 'See the checks',
  },
  'wants-to-join': {
    title: (item) => item.name ?? '',
    why: (item) => `Asked on ${day(item)} to join${item.what ? ` as ${rolesIn(item.what)}` : ''}.`,
    left: 'People who hear nothing go elsewhere, and the pool gets no larger.',
    action: 'Answer',
  },
  'region-under': {
    title: (item) => `${place(item)}: ${roleOf(item)}`,
    why: (item) => `The people who could be appointed cover ${item.figure ?? 0}% of the work of a busy year.`,
    left: 'The next review waits for somebody from elsewhere.',
    action: 'See cover',
  },
  'not-confirmed': {
    title: (item) => item.name ?? '',
    why: (item) => `Has not said since ${day(item)} that what is on record is still right.`,
    left: 'A shortlist may name somebody who is not free.',
    action: 'See capacity',
  },
  'training-stuck': {
    title: (item) => `${item.name}: ${item.what ?? ''}`,
    why: (item) => `No progress since ${day(item)}.`,
    left: 'Most who stop for this long do not come back by themselves.',
    action: 'Write to them',
  },
}

const rolesIn = (roles: string) =>
  roles
    .split(',')
    .map((role) => poolRoleWords[role as keyof typeof poolRoleWords]?.toLowerCase() ?? role)
    .join(' and ')

export const copy = {
  title: 'Today',
  intro: (on: string) => `What needs doing on ${showDate(on)}, the most pressing first.`,
  nothing: 'Nothing needs doing today among the people you keep.',
  nothingOf: 'Nothing of this kind needs doing.',
  nothingOff: 'Nothing has been put off.',
  kinds: todayKindWords,
  of: kinds,
  all: 'Everything',
  filter: 'Show',
  total: ({ kind, total, about }: Today['totals'][number]) => `${todayKindWords[kind]} (${about ? 'more than ' : ''}${showNumber(total)})`,
  putOffList: (many: number) => `Put off (${showNumber(many)})`,
  first: (shown: number, of: number) => `These ${showNumber(shown)} press most, of ${showNumber(of)}. `,
  showAll: (of: number) => `Show all ${showNumber(of)}`,
  ifLeft: 'If left:',
  take: 'Take',
  takeWhat: (title: string) => ` ${title}`,
  leave: 'Give back',
  takenByYou: 'You are seeing to this.',
  takenBy: (name: string, at: string) => `${name} has been seeing to this since ${showDay(at)}.`,
  takenMeanwhile: 'Somebody else did something with this a moment ago. The list is as it is now.',
  failed: 'That could not be saved. Try again.',
  putOff: 'Put off',
  backNow: 'Bring back now',
  putOffUntil: (until: string, reason: string) => `Put off until ${showDate(until)}: ${reason}`,
  putOffTitle: 'Put this off',
  until: 'Until which day',
  untilHint: 'Within 90 days. It comes back by itself.',
  reason: 'Why can it wait?',
  reasonHint: 'For whoever looks at this next.',
  save: 'Put it off',
  gone: 'This has been dealt with, or lies with somebody else.',
  cover: 'Cover by region',
  coverLink: 'All figures of cover',
  coverTile: (role: 'Chairs' | 'Authors', cover: number | null) =>
    cover === null ? `${role}: no work expected` : `${role} ${showNumber(Math.round(cover * 100))}%`,
}
