import { useQuery } from '@tanstack/react-query'
import { Select } from '#ui/select.tsx'
import { copy } from './tags.copy.ts'
import { tagQueries } from './tags.queries.ts'

/** Filters the roster by a tag. A tag that nobody has any more stays, so that what the address asks can be seen. */
export function TagFilter({ tag }: { tag: string | undefined }) {
  const { data } = useQuery(tagQueries.inUse)
  const options = (data?.tags ?? []).map((one) => ({ value: one.tag, text: copy.count(one.tag, one.people) }))
  const known = options.find(({ value }) => value.toLowerCase() === tag?.toLowerCase())
  if (options.length === 0 && !tag) return null
  const shown = tag && !known ? [...options, { value: tag, text: tag }] : options
  return <Select key={shown.length} label={copy.filter} name="tag" none={copy.any} defaultValue={known?.value ?? tag} options={shown} />
}
