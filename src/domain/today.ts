import type { z } from 'zod'
import { daysLater } from './calendar.ts'
import type * as schema from './today.schema.ts'

export type Today = z.infer<typeof schema.Today>
export type TodayItem = z.infer<typeof schema.TodayItem>
export type TodayKind = z.infer<typeof schema.TodayKind>

/** The kinds in the order in which they press: what touches a review under way comes first, what loses only time comes last. Ours to set. */
export const todayKinds = [
  'check-due-in-work',
  'verification-late',
  'request-unassigned',
  'check-due',
  'wants-to-join',
  'region-under',
  'not-confirmed',
  'training-stuck',
] as const satisfies readonly TodayKind[]

/** How long an item can be put off at most, in days. Ours to set. */
export const longestPutOff = 90

/**
 * What is shown on a day, in order: by kind, and within a kind whatever has waited longest; what is worst off first where a figure says so. What was put
 * off is not shown before its day, and then comes back by itself.
 */
export const rankToday = (items: readonly TodayItem[], on: string): TodayItem[] => items.filter((item) => !isPutOff(item, on)).toSorted(byPressure)

export const putOffOn = (items: readonly TodayItem[], on: string): TodayItem[] => items.filter((item) => isPutOff(item, on)).toSorted(byPressure)

const isPutOff = ({ putOff }: TodayItem, on: string): boolean => putOff !== null && putOff.until > on

/** By kind, in the order of the kinds; within one whatever has waited longest, and what is worst off first where a figure says so. */
export const byPressureOf =
  <Kind extends string>(kinds: readonly Kind[]) =>
  (a: Pressing<Kind>, b: Pressing<Kind>): number =>
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || compare(a.day ?? '', b.day ?? '') || (a.figure ?? 0) - (b.figure ?? 0) || compare(a.key, b.key)

interface Pressing<Kind> {
  kind: Kind
  day: string | null
  figure: number | null
  key: string
}

const byPressure = byPressureOf<TodayKind>(todayKinds)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Why an item cannot be put off so; null where it can. */
export function putOffFault(until: string, reason: string, on: string): { pointer: '/until' | '/reason'; detail: string } | null {
  if (until <= on) return { pointer: '/until', detail: 'Enter a day after today' }
  if (until > daysLater(on, longestPutOff))
    return { pointer: '/until', detail: `Enter a day within ${longestPutOff} days. After that, look at it again` }
  if (reason.length < 5) return { pointer: '/reason', detail: 'Say in a few words why it can wait, for whoever looks next' }
  return null
}
