/** Whole days in a calendar file. `free` does not block the days; `tentative` is not sure yet. */
export interface CalendarEntry {
  uid: string
  from: string
  to: string
  summary: string
  free: boolean
  tentative: boolean
  /** The UTC moment it was last changed. */
  changedAt: string
}

/** RFC 5545 counts the length of a line in octets, without its end. */
const mostOctets = 75
const encoder = new TextEncoder()

/** A line in as many as it takes, each of at most 75 octets and none cut within a character. */
function fold(line: string): string {
  const lines: string[] = []
  let [current, octets] = ['', 0]
  for (const character of line) {
    const size = encoder.encode(character).length
    if (octets + size > mostOctets) {
      lines.push(current)
      // A line that goes on begins with a space, which counts.
      ;[current, octets] = [' ', 1]
    }
    current += character
    octets += size
  }
  return [...lines, current].join('\r\n')
}

/** Text as RFC 5545 writes it. Control characters, which it does not allow, are left out. */
const escape = (text: string): string =>
  text
    .replace(/\\/g, '\\\\')
    .replace(/[;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '')

const date = (day: string) => day.replaceAll('-', '')
const moment = (utc: string) => `${utc.slice(0, 19).replace(/[-:]/g, '')}Z`
const dayAfter = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

const event = ({ uid, from, to, summary, free, tentative, changedAt }: CalendarEntry): string[] => [
  'BEGIN:VEVENT',
  `UID:${escape(uid)}`,
  `DTSTAMP:${moment(changedAt)}`,
  `DTSTART;VALUE=DATE:${date(from)}`,
  // The end of a whole day is the day after it.
  `DTEND;VALUE=DATE:${date(dayAfter(to))}`,
  `SUMMARY:${escape(summary)}`,
  `TRANSP:${free ? 'TRANSPARENT' : 'OPAQUE'}`,
  `STATUS:${tentative ? 'TENTATIVE' : 'CONFIRMED'}`,
  'CLASS:PRIVATE',
  'END:VEVENT',
]

/** An iCalendar file (RFC 5545) that calendar programs read and subscribe to. */
export const calendarFile = (name: string, entries: readonly CalendarEntry[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Panel Pool//Availability//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escape(name)}`,
    ...entries.flatMap(event),
    'END:VCALENDAR',
  ]
    .map((line) => `${fold(line)}\r\n`)
    .join('')
