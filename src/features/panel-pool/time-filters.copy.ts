import type { freeStates, readinessStates } from './roster-filters.ts'

type Words<Values extends readonly string[]> = Record<Values[number], string>

/** The words of asking who is ready on a day, and who is free between two. */
export const timeCopy = {
  ready: 'Ready to appoint on',
  readyHint: 'In the role chosen above, or in any of theirs.',
  readyForm: 'Who is ready',
  askReady: 'Show who is ready',
  badDay: 'Enter the day as a day, month and year',
  readiness: { ready: 'Who are ready', 'not-ready': 'Who are not ready', any: 'Ready or not' } satisfies Words<typeof readinessStates>,
  show: 'Show people',
  freeForm: 'Who is free',
  freeFrom: 'Free from',
  freeTo: 'Free until',
  freeHint: 'Not away, room for one review more on every day, and days left in every month.',
  days: 'Days a month it asks',
  askFree: 'Show who is free',
  backwards: 'The last day must not be before the first',
  badDays: 'Enter a number of days from 1 to 22',
  free: { free: 'Who are free', 'not-free': 'Who are not free', any: 'Free or not' } satisfies Words<typeof freeStates>,
}
