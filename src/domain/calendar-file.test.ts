import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CalendarEntry, calendarFile } from './calendar-file.ts'

const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10))
const anEntry: fc.Arbitrary<CalendarEntry> = fc
  .record({
    uid: fc.uuid(),
    one: day,
    other: day,
    summary: fc.string({ unit: 'binary', maxLength: 200 }),
    free: fc.boolean(),
    tentative: fc.boolean(),
    changedAt: fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }).map((at) => at.toISOString()),
  })
  .map(({ one, other, ...rest }) => ({ ...rest, from: one < other ? one : other, to: one < other ? other : one }))
const someEntries = fc.array(anEntry, { maxLength: 6 })

/** Reads a file as RFC 5545 says a program does: lines joined where they were folded, names before the first colon, texts without their escapes. */
function read(file: string): { name: string; value: string }[] {
  return file
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean)
    .map((line) => {
      const colon = line.indexOf(':')
      return { name: line.slice(0, colon), value: line.slice(colon + 1).replace(/\\(n|.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign)) }
    })
}
const valuesOf = (file: string, name: string) => read(file).flatMap((line) => (line.name === name ? [line.value] : []))

describe('a calendar file', () => {
  test('has no line longer than 75 octets, ends every line with CRLF, and cuts no character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), someEntries, (name, entries) => {
        const file = calendarFile(name, entries)
        expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        for (const line of file.split('\r\n')) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
          expect(line.isWellFormed() || !name.isWellFormed() || entries.some(({ summary }) => !summary.isWellFormed())).toBe(true)
        }
      }),
    )
  })

  test('gives back every text that was put in, but for control characters, which it may not hold', () => {
    fc.assert(
      fc.property(someEntries, (entries) => {
        const kept = (text: string) => text.replace(/\r\n|\r/g, '\n').replace(/[^\P{Cc}\n]/gu, '')
        const file = calendarFile('Mine', entries)
        expect(valuesOf(file, 'SUMMARY')).toEqual(entries.map(({ summary }) => kept(summary)))
        expect(valuesOf(file, 'UID')).toEqual(entries.map(({ uid }) => uid))
      }),
    )
  })

  test('gives every entry what RFC 5545 asks of one, and the end of a whole day is the day after it', () => {
    const file = calendarFile('Mine', [
      {
        uid: 'one@pool.test',
        from: '2027-02-28',
        to: '2027-02-28',
        summary: 'Busy; really, \\ so',
        free: false,
        tentative: true,
        changedAt: '2026-11-23T09:00:00.000Z',
      },
    ])
    expect(read(file).map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'BEGIN',
        'VERSION',
        'PRODID',
        'UID',
        'DTSTAMP',
        'DTSTART;VALUE=DATE',
        'DTEND;VALUE=DATE',
        'SUMMARY',
        'TRANSP',
        'STATUS',
        'END',
      ]),
    )
    expect(valuesOf(file, 'DTSTART;VALUE=DATE')).toEqual(['20270228'])
    expect(valuesOf(file, 'DTEND;VALUE=DATE')).toEqual(['20270301'])
    expect(valuesOf(file, 'DTSTAMP')).toEqual(['20261123T090000Z'])
    expect(file).toContain('SUMMARY:Busy\\; really\\, \\\\ so\r\n')
    expect(valuesOf(file, 'STATUS')).toEqual(['TENTATIVE'])
  })

  test('without entries is a calendar all the same', () => {
    expect(read(calendarFile('Mine', [])).filter(({ name }) => name === 'BEGIN')).toHaveLength(1)
  })
})
