import { useEffect } from 'react'
import { useLocation, useSearchParams } from 'react-router'

/** How one parameter of an address is read; null for a value that means nothing here. */
type Reader<T extends string> = (text: string) => T | null

export const text: Reader<string> = (value) => value.trim() || null
export const oneOf =
  <const T extends string>(values: readonly T[]): Reader<T> =>
  (value) =>
    values.find((known) => known === value) ?? null

type Read<Shape extends Record<string, Reader<string>>> = { [Key in keyof Shape]?: Exclude<ReturnType<Shape[Key]>, null> }

/** A day of this century as `YYYY-MM-DD`; what a date field holds while its year is being typed is none. */
export const isoDay: Reader<string> = (value) =>
  /^20\d\d-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value) ? value : null

export interface SearchCodec<T extends object> {
  read: (search: URLSearchParams) => T
  /** '?name=…' in the order of the shape, or '' when there is nothing to say. */
  write: (values: { [Key in keyof T]?: T[Key] | undefined }) => string
}

/** What a page keeps in its address, as plain values: unknown ones are dropped, empty ones are not written. */
export function searchCodec<Shape extends Record<string, Reader<string>>>(shape: Shape): SearchCodec<Read<Shape>> {
  return {
    read: (search) => {
      const found = Object.entries(shape).flatMap(([key, reader]) => {
        const value = reader(search.get(key) ?? '')
        return value === null ? [] : [[key, value] as const]
      })
      // Each value came from the reader of its own key.
      return Object.fromEntries(found) as Read<Shape>
    },
    write: (values) => {
      const search = new URLSearchParams()
      for (const key of Object.keys(shape)) {
        const value = values[key]
        if (value) search.set(key, value)
      }
      const written = search.toString()
      return written ? `?${written}` : ''
    },
  }
}

const nothing = { from: '', written: '' }
/** What was chosen last and is still being answered, and from which step of the history. */
let awaited = nothing

/**
 * A page's filters, kept in its address: back and forward walk through them, and a link to them can be shared. The third is how the filters are now: what was
 * chosen a moment ago is among them before its answer is drawn, so that a bar that changes one filter keeps what another bar has just set.
 */
export function useSearch<T extends object>(codec: SearchCodec<T>): [T, (values: T, replace?: boolean) => void, () => T] {
  const [search, setSearch] = useSearchParams()
  const { key } = useLocation()
  // Another step is there, so the choice was answered: whoever comes back to the one before has chosen nothing on it yet.
  useEffect(() => {
    if (awaited.from !== key) awaited = nothing
  }, [key])
  const set = (values: T, replace = false) => {
    awaited = { from: key, written: codec.write(values) }
    setSearch(awaited.written, { preventScrollReset: true, replace })
  }
  return [codec.read(search), set, () => codec.read(awaited.from === key ? new URLSearchParams(awaited.written) : search)]
}
