/** Turns days and moments into words, in the time of England. Nothing else in a page does. */
const locale = 'en-GB'
const timeZone = 'Europe/London'
const formats = new Map<string, Intl.DateTimeFormat>()

function format(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const made = formats.get(name) ?? new Intl.DateTimeFormat(locale, { timeZone, ...options })
  formats.set(name, made)
  return made
}

/** '2026-12-01' as '1 December 2026', or '1 Dec 2026'. A day has no zone, so it is read and shown in UTC. */
export const showDate = (day: string, month: 'long' | 'short' = 'long'): string =>
  format(month, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))

/** A UTC moment as '14:03'. */
export const showTime = (moment: string): string => format('time', { hour: '2-digit', minute: '2-digit' }).format(new Date(moment))

/** A UTC moment as '1 December 2026 at 14:03'. */
export const showMoment = (moment: string): string => `${showDay(moment)} at ${showTime(moment)}`

/** The day of a UTC moment as '1 December 2026'. */
export const showDay = (moment: string): string => format('moment', { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(moment))

/** 71 as '1 hour 10 minutes': an estimate, so beyond twenty minutes it goes by fives. */
export function showMinutes(minutes: number): string {
  const about = minutes > 20 ? Math.round(minutes / 5) * 5 : minutes
  const [hours, rest] = [Math.floor(about / 60), about % 60]
  const part = (count: number, word: string) => (count === 0 ? [] : [`${count} ${word}${count === 1 ? '' : 's'}`])
  return [...part(hours, 'hour'), ...part(rest, 'minute')].join(' ') || 'less than a minute'
}

export const showNumber = (number: number): string => number.toLocaleString(locale)

/** '2027-01' as 'January 2027', or 'Jan 2027'. */
export const showMonth = (month: string, length: 'long' | 'short' = 'long'): string =>
  format(`month-${length}`, { month: length, year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`))
