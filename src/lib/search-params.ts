import { useSearchParams } from 'react-router'

/** How one parameter of an address is read; null for a value that means nothing here. */
type Reader<T extends string> = (text: string) => T | null

export const text: Reader<string> = (value) => value.trim() || null
export const oneOf =
  <const T extends string>(values: readonly T[]): Reader<T> =>
  (value) =>
    values.find((known) => known === value) ?? null

type Read<Shape extends Record<string, Reader<string>>> = { [Key in keyof Shape]?: Exclude<ReturnType<Shape[Key]>, null> }

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

/** A page's filters, kept in its address: back and forward walk through them, and a link to them can be shared. */
export function useSearch<T extends object>(codec: SearchCodec<T>): [T, (values: T, replace?: boolean) => void] {
  const [search, setSearch] = useSearchParams()
  return [codec.read(search), (values, replace = false) => setSearch(codec.write(values), { preventScrollReset: true, replace })]
}
