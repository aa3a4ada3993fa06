import type { TodayKind } from './today.ts'

/** What each kind of thing on Today is called, in the page and in a history. */
export const todayKindWords: Record<TodayKind, string> = {
  'check-due-in-work': 'Check due during a review',
  'verification-late': 'Verification past its date',
  'request-unassigned': 'Verification without an assessor',
  'check-due': 'Check due',
  'wants-to-join': 'Wants to join',
  'region-under': 'Region under cover',
  'not-confirmed': 'Not confirmed',
  'training-stuck': 'Training stuck',
}
