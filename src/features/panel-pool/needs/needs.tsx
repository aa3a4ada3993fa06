import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Need } from '#domain/person-needs.ts'
import { paths } from '#paths'
import { copy } from './needs.copy.ts'
import { needsQuery } from './needs.queries.ts'

/** What needs doing about a person today, each with why, what comes of leaving it, and the one thing to do. */
export function Needs({ personId }: { personId: string }) {
  const { data } = useSuspenseQuery(needsQuery(personId))
  return (
    <section aria-labelledby="needs">
      <h2 className="govuk-heading-m" id="needs">
        {copy.heading}
      </h2>
      {data.needs.length === 0 ? (
        <p className="govuk-body">{copy.nothing}</p>
      ) : (
        <ol className="govuk-list govuk-list--number app-measure">
          {data.needs.map((need) => {
            const { what, left, action } = copy.of[need.kind]
            const said = what(need, data.on)
            return (
              <li key={need.key}>
                <strong>{said}.</strong> {copy.ifLeft} {lowered(left)}{' '}
                <Link className="govuk-link" to={linkOf(need, personId)}>
                  {action}
                  <span className="govuk-visually-hidden">: {said}</span>
                </Link>
              </li>
            )
          })}
        </ol>
      )}
    </section>
  )
}

const lowered = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1)

/** Where the one thing to do is done. */
function linkOf({ kind, moduleId }: Need, id: string): string {
  switch (kind) {
    case 'check-due-in-work':
    case 'check-due':
      return paths.personChecks(id)
    case 'verification-late':
      return paths.personSkills(id)
    case 'request-unassigned':
      return paths.unassignedRequests()
    case 'wants-to-join':
      return paths.membershipAsks()
    case 'not-declared':
      return paths.personAffiliations(id)
    case 'not-matched':
      return paths.unmatchedAffiliations()
    case 'not-confirmed':
      return paths.personCapacity(id)
    case 'training-stuck':
      return paths.trainingMessage(id, moduleId ?? '')
  }
}
