import { attribute, xmlTags } from './xml-tags.ts'

/** The number formats for dates that every workbook has without listing them. Source: ECMA-376 part 1, 18.8.30. */
const builtIn = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58])

/** Which cell styles of a workbook show their number as a day. */
export function dateFormats(styles: string): Set<number> {
  const own = new Set<number>()
  const found = new Set<number>()
  let inCellStyles = false
  let index = 0
  for (const tag of xmlTags(styles)) {
    if (tag.name === 'numFmt' && isDay(attribute(tag, 'formatCode') ?? '')) own.add(Number(attribute(tag, 'numFmtId')))
    if (tag.name === 'cellXfs') inCellStyles = tag.kind === 'opens'
    if (inCellStyles && tag.name === 'xf' && tag.kind !== 'closes') {
      const format = Number(attribute(tag, 'numFmtId') ?? 0)
      if (builtIn.has(format) || own.has(format)) found.add(index)
      index += 1
    }
  }
  return found
}

/** A format with a day or a year in it, once words in quotation marks, colours and conditions are left out. */
const isDay = (code: string): boolean => /[dy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))

const day = 86_400_000
/** Day 0 as it counts from March 1900: Lotus took 1900 for a leap year and Excel kept to it. */
const from1900 = Date.UTC(1899, 11, 30)
const from1904 = Date.UTC(1904, 0, 1)

/** The day that a number stands for, as YYYY-MM-DD. Workbooks made on old Macs count from 1904. */
export function serialAsText(serial: number, counts1904: boolean): string {
  const whole = Math.floor(serial)
  // Before 1 March 1900 the day that never was has not happened yet.
  const days = !counts1904 && whole < 60 ? whole + 1 : whole
  const date = new Date((counts1904 ? from1904 : from1900) + days * day)
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999 || whole < 0 ? String(serial) : date.toISOString().slice(0, 10)
}
