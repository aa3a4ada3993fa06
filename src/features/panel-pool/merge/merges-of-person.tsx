import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { paths } from '#paths'
import { copy } from './merge.copy.ts'
import { mergeQueries } from './merge.queries.ts'

/** Which records were put together with this one, with the way to undo it. Nothing where there are none. */
export function MergesOfPerson({ id }: { id: string }) {
  const { data } = useQuery(mergeQueries.ofPerson(id))
  if (!data || data.merges.length === 0) return null
  return (
    <section aria-labelledby="put-together">
      <h2 className="govuk-heading-m" id="put-together">
        {copy.onRecord}
      </h2>
      <ul className="govuk-list govuk-list--bullet">
        {data.merges.map((merge) => (
          <li key={merge.id}>
            <Link className="govuk-link" to={paths.merged(id, merge.id)}>
              {copy.onRecordOne(merge)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
