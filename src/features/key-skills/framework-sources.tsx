import type { Framework } from '#domain/framework.ts'
import { copy } from './framework.copy.ts'

/** Where the citations of a page lead: each source by its id, with its address where it has one. */
export const FrameworkSources = ({ sources }: { sources: Framework['sources'] }) => (
  <ul className="govuk-list app-framework-sources">
    {sources.map(({ id, title, address }) => (
      <li key={id} id={`source-${id}`}>
        [{id}]{' '}
        {address ? (
          <a className="govuk-link" href={address}>
            {title}
          </a>
        ) : (
          `${title} (${copy.noAddress})`
        )}
      </li>
    ))}
  </ul>
)
