import { Temporal } from 'temporal-polyfill'

/** The calendar day, `YYYY-MM-DD`, that a UTC moment falls on in England. */
export const dayOf = (moment: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO('Europe/London').toPlainDate().toString()

/** A moment so many minutes, hours or days from another; days are of 24 hours, as for limits on sessions and links. */
export function after(moment: Date, length: { minutes?: number; hours?: number; days?: number }): Date {
  const { minutes = 0, hours = 0, days = 0 } = length
  return new Date(moment.getTime() + minutes * 60_000 + hours * 3_600_000 + days * 86_400_000)
}

/** The same time in England so many calendar months later; the last day of the month where there is no such day. */
export function monthsAfterMoment(moment: Date, months: number): Date {
  const then = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO('Europe/London').add({ months })
  return new Date(then.epochMilliseconds)
}

/** The same time so many calendar months before. */
export function monthsBefore(moment: Date, months: number): Date {
  const then = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO('Europe/London').subtract({ months })
  return new Date(then.epochMilliseconds)
}

/** The same time in England so many calendar years later; 29 February becomes 28 February where there is none. */
export function yearsAfter(moment: Date, years: number): Date {
  const then = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO('Europe/London').add({ years })
  return new Date(then.epochMilliseconds)
}

/** The day so many calendar months later; the last day of the month where it has none of that number. */
export const monthsLater = (day: string, months: number): string => Temporal.PlainDate.from(day).add({ months }).toString()

/** The day so many days later, or earlier where `days` is below 0. */
export const daysLater = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()

/** The first day from which so many months lead beyond another day. */
export function earliestWithin(day: string, months: number): string {
  let earliest = Temporal.PlainDate.from(day).subtract({ months })
  while (Temporal.PlainDate.compare(earliest.add({ months }), day) <= 0) earliest = earliest.add({ days: 1 })
  return earliest.toString()
}

/** The UTC moment at which a day begins in England. */
export const startOf = (day: string): string =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime('Europe/London').epochMilliseconds).toISOString()
