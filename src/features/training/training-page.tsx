import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { minutesLeft, type ModuleProgress } from '#domain/training.ts'
import { paths } from '#paths'
import { Page } from '#ui/page.tsx'
import { Tag } from '#ui/tag.tsx'
import { copy } from './training.copy.ts'
import { trainingQueries } from './training.queries.ts'

export function TrainingPage() {
  const { data } = useSuspenseQuery(trainingQueries.modules)
  return (
    <Page title={copy.training}>
      <div className="app-measure">
        <p className="govuk-body">{copy.trainingIntro}</p>
        {data.modules.map((progress) => (
          <section key={progress.module.id} aria-labelledby={progress.module.id}>
            <h2 className="govuk-heading-m" id={progress.module.id}>
              <Link className="govuk-link" to={paths.module(progress.module.id)}>
                {progress.module.title}
              </Link>
            </h2>
            <p className="govuk-body">
              <State progress={progress} />
            </p>
            <p className="govuk-body">{progress.module.summary}</p>
            <p className="govuk-body">
              {copy.minutesLeft(minutesLeft(progress))} <BestAfter progress={progress} modules={data.modules} />
            </p>
          </section>
        ))}
      </div>
    </Page>
  )
}

const State = ({ progress: { enrolment, nextTry } }: { progress: ModuleProgress }) =>
  nextTry?.kind === 'passed' ? (
    <Tag colour="green">{copy.state.done}</Tag>
  ) : enrolment ? (
    <Tag colour="teal">{copy.state['in-progress']}</Tag>
  ) : (
    <Tag>{copy.state['not-started']}</Tag>
  )

/** Which modules are best done before this one, as long as they are not: advice, which bars nobody. */
function BestAfter({ progress: { module, nextTry }, modules }: { progress: ModuleProgress; modules: readonly ModuleProgress[] }) {
  const missing = modules.filter((other) => module.after.includes(other.module.id) && other.nextTry?.kind !== 'passed')
  return nextTry?.kind === 'passed' || missing.length === 0 ? null : copy.bestAfter(missing.map((other) => other.module.title))
}
