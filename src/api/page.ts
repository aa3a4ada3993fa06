import { fromBase64url, toBase64url } from './base64url.ts'

/** How many rows a page of a list has. */
export const pageSize = 25

/** A place in a sorted list: the values of its sort columns, ending with the id. Opaque to whoever receives it. */
const writeCursor = (place: readonly string[]): string => toBase64url(new TextEncoder().encode(JSON.stringify(place)))

/** The place of a cursor, or null for one that this API did not write: the list then starts at its beginning. */
export function readCursor(cursor: string | undefined, length: number): string[] | null {
  if (!cursor) return null
  try {
    const place: unknown = JSON.parse(new TextDecoder().decode(fromBase64url(cursor)))
    return Array.isArray(place) && place.length === length && place.every((value) => typeof value === 'string' && !value.includes('\0'))
      ? place
      : null
  } catch {
    return null
  }
}

interface Asked {
  after?: string | undefined
  before?: string | undefined
}

/**
 * Cuts one page from rows read in the direction asked, with one row more than a page when there is more that way.
 * @returns the rows in the list's own order, and the cursors of the pages on either side.
 */
export function cutPage<T>(
  rows: readonly T[],
  asked: Asked,
  place: (row: T) => string[],
): { rows: T[]; previous: string | null; next: string | null } {
  const backwards = asked.before !== undefined
  const more = rows.length > pageSize
  const page = rows.slice(0, pageSize)
  if (backwards) page.reverse()
  const [first, last] = [page[0], page.at(-1)]
  const hasPrevious = backwards ? more : asked.after !== undefined
  const hasNext = backwards || more
  return {
    rows: page,
    previous: first && hasPrevious ? writeCursor(place(first)) : null,
    next: last && hasNext ? writeCursor(place(last)) : null,
  }
}
