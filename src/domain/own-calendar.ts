import type { CalendarEntry } from './calendar-file.ts'
import type { Availability, Commitment } from './member.ts'
import { availabilityWords, shortPoolRoleWords } from './words.ts'

const uidOf = (id: string) => `${id}@panel-pool`

/**
 * What the feed shows to whoever has its address: busy or free, and no words of the member’s. Limited and not sure are busy that may move. Reviews in hand
 * are left out: they take some days of a month, and nobody knows which.
 */
export const busyOrFree = (availability: readonly Availability[]): CalendarEntry[] =>
  availability.map(({ id, from, to, state, at }) => ({
    uid: uidOf(id),
    from,
    to,
    summary: state === 'available' ? 'Free' : 'Busy',
    free: state === 'available',
    tentative: state === 'limited' || state === 'tentative',
    changedAt: at,
  }))

/** A member’s own file: what they entered in words, and their reviews in hand by their neutral reference. One that goes on is shown for a year from today. */
export const inFull = (availability: readonly Availability[], commitments: readonly Commitment[], today: string): CalendarEntry[] => [
  ...busyOrFree(availability).map((entry, place) => ({ ...entry, summary: summaryOf(availability[place]) })),
  ...commitments.map(({ id, from, to, role, reference, days, at }) => ({
    uid: uidOf(id),
    from,
    to: to ?? yearOn(from > today ? from : today),
    summary: `Review ${reference}, ${shortPoolRoleWords[role].toLowerCase()} (${days} ${days === 1 ? 'day' : 'days'} a month)`,
    free: true,
    tentative: false,
    changedAt: at,
  })),
]

const summaryOf = (entry: Availability | undefined) =>
  entry ? `${availabilityWords[entry.state]} for reviews${entry.note ? `: ${entry.note}` : ''}` : ''

/** The same day of the next year; the 29th of February becomes the 28th. */
const yearOn = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4).replace('-02-29', '-02-28')}`
