import { RefusedTable } from './refused-table.ts'

/** The text of a file of comma-separated values, and how it was encoded where that had to be guessed. */
export function csvText(bytes: Uint8Array): { text: string; note: string | null } {
  const encoding = markedEncoding(bytes) ?? guessedUtf16(bytes)
  if (encoding) return { text: plain(new TextDecoder(encoding).decode(bytes)), note: null }
  try {
    return { text: plain(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), note: null }
  } catch (error) {
    if (error instanceof RefusedTable) throw error
    return {
      text: plain(new TextDecoder('windows-1252').decode(bytes)),
      note: 'The file is not in UTF-8, so it was read as Windows does in western Europe. Look at names with accents before you go on',
    }
  }
}

const markedEncoding = ([first, second, third]: Uint8Array): string | null => {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null
}

/** Plain letters in UTF-16 have a zero in every second byte: the one after them, or the one before. */
function guessedUtf16(bytes: Uint8Array): string | null {
  const start = bytes.subarray(0, 400)
  const zeros = (odd: number) => start.filter((byte, at) => at % 2 === odd && byte === 0).length
  const most = start.length * 0.4
  if (zeros(1) > most) return 'utf-16le'
  return zeros(0) > most ? 'utf-16be' : null
}

/** @throws RefusedTable for what no table in text holds. */
function plain(text: string): string {
  if (text.includes('\0'))
    throw new RefusedTable('This is neither a workbook (XLSX) nor a table in text (CSV), whatever its name says. Save your list as one of these')
  return text
}

/** What stands between the cells: said on a first line as `sep=;`, or what the first line has most of. */
export function csvSeparator(text: string): { separator: string; begins: number } {
  const said = /^\uFEFF?sep=(.)\r?\n/.exec(text)
  if (said?.[1]) return { separator: said[1], begins: said[0].length }
  const line = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.slice(0, 20_000))?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '')
  const counted = [',', ';', '\t'].map((separator) => ({ separator, count: line.split(separator).length }))
  const [most] = counted.toSorted((a, b) => b.count - a.count)
  return { separator: most?.separator ?? ',', begins: 0 }
}
