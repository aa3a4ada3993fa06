import { Link } from 'react-router'
import { paths } from '#paths'
import { copy } from './training-progress.copy.ts'

const parts = [
  { key: 'funnel', to: paths.trainingProgress() },
  { key: 'stuck', to: paths.stuckLearners() },
  { key: 'questions', to: paths.questionStatistics() },
] as const

/** The ways from one part of training progress to the others. */
export const Parts = ({ at }: { at: (typeof parts)[number]['key'] }) => (
  <nav aria-label={copy.parts}>
    <ul className="govuk-list">
      {parts
        .filter(({ key }) => key !== at)
        .map(({ key, to }) => (
          <li key={key}>
            <Link className="govuk-link" to={to}>
              {copy.part[key]}
            </Link>
          </li>
        ))}
    </ul>
  </nav>
)
