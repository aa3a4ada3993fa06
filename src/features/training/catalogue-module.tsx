import { Fragment } from 'react'
import { Link } from 'react-router'
import { type CatalogueEntry, minutesLeft } from '#domain/training.ts'
import { paths } from '#paths'
import { Tag } from '#ui/tag.tsx'
import { catalogueCopy } from './catalogue.copy.ts'
import { forWhom, placeOnPath } from './module-place.copy.ts'
import { copy, nextTryText } from './training.copy.ts'
import './catalogue.scss'

/** A module in the catalogue: what it is, how far its reader is, why it is recommended, and what it is best done after. `path` places it on their path. */
export function CatalogueModule({ entry, path }: { entry: CatalogueEntry; path: boolean }) {
  const { module, recommended, bestAfter, enrolment, nextTry } = entry
  const left = minutesLeft(entry)
  const advised = bestAfter.filter(({ passed }) => !passed)
  return (
    <article className="app-module" aria-labelledby={`module-${module.id}`}>
      <h3 className="govuk-heading-s" id={`module-${module.id}`}>
        <Link className="govuk-link" to={paths.module(module.id)}>
          {module.title}
        </Link>
        <State entry={entry} />
      </h3>
      {recommended && (
        <p className="govuk-body app-module__why">
          {recommended.next && entry.path && catalogueCopy.next(entry.path.title)} {recommended.gap && catalogueCopy.gap(recommended.gap)}
        </p>
      )}
      <p className="govuk-body">{module.summary}</p>
      <p className="govuk-hint">
        {path && (entry.path ? `${placeOnPath(entry.path)} ` : `${catalogueCopy.notAsked} `)}
        {forWhom(module.audience)}{' '}
        {nextTry?.kind === 'passed' || nextTry?.kind === 'wait'
          ? nextTryText(nextTry)
          : enrolment
            ? catalogueCopy.minutesLeft(left)
            : catalogueCopy.takes(module.minutes)}{' '}
        {enrolment && nextTry?.kind !== 'passed' && entry.newer && catalogueCopy.newer}
        {advised.length > 0 && (
          <>
            {` ${catalogueCopy.bestAfter} `}
            {advised.map(({ id, title }, index) => (
              <Fragment key={id}>
                {index > 0 && ', '}
                <Link className="govuk-link" to={paths.module(id)}>
                  {title}
                </Link>
              </Fragment>
            ))}
            .
          </>
        )}
      </p>
    </article>
  )
}

const State = ({ entry: { enrolment, nextTry } }: { entry: CatalogueEntry }) =>
  nextTry?.kind === 'passed' && nextTry.expired ? (
    <Tag colour="orange">{copy.expired}</Tag>
  ) : nextTry?.kind === 'passed' ? (
    <Tag colour="green">{copy.state.done}</Tag>
  ) : enrolment ? (
    <Tag colour="teal">{copy.state['in-progress']}</Tag>
  ) : (
    <Tag>{copy.state['not-started']}</Tag>
  )
