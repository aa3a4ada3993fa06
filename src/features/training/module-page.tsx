import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { minutesLeft, type ModuleProgress, type ModuleView } from '#domain/training.ts'
import { ApiError } from '#lib/api-error.ts'
import { showMinutes } from '#lib/show.ts'
import { paths } from '#paths'
import { Button, ButtonLink } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { BackLink, InsetText } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { Tag } from '#ui/tag.tsx'
import { TaskList } from '#ui/task-list.tsx'
import { forWhom, placeOnPath } from './module-place.copy.ts'
import { moduleCopy } from './module.copy.ts'
import { copy, nextTryText } from './training.copy.ts'
import { startModule } from './module.queries.ts'
import { trainingQueries } from './training.queries.ts'

const NewerVersion = lazy(() => import('./newer-version.tsx').then((part) => ({ default: part.NewerVersion })))

export function ModulePage() {
  const { moduleId = '' } = useParams()
  const { data: progress } = useSuspenseQuery(trainingQueries.module(moduleId))
  const { module, enrolment, newer } = progress
  const [moved, setMoved] = useState(false)
  return (
    <>
      <BackLink to={paths.training()}>{copy.training}</BackLink>
      <Page title={module.title} caption={copy.module}>
        <div className="app-measure">
          <p className="govuk-body-l">{module.summary}</p>
          <p className="govuk-body">
            {copy.takes(module.minutes)} {enrolment && copy.minutesLeft(minutesLeft(progress))} {enrolment && copy.version(enrolment.moduleVersion)}
          </p>
          {enrolment && (newer || moved) && (
            <Suspense>
              <NewerVersion newer={newer} enrolment={enrolment} onMoved={() => setMoved(true)} />
            </Suspense>
          )}
          <ForWhom progress={progress} />
          {module.contentNote && (
            <InsetText>
              <strong>{copy.contentNote}:</strong> {module.contentNote}
            </InsetText>
          )}
          <h2 className="govuk-heading-m">{copy.outcomes}</h2>
          <ul className="govuk-list govuk-list--bullet">
            {module.outcomes.map(({ id, text }) => (
              <li key={id}>{text.charAt(0).toLowerCase() + text.slice(1)}</li>
            ))}
          </ul>
          <Begin progress={progress} />
          <TestOut progress={progress} />
          <h2 className="govuk-heading-m">{copy.lessons}</h2>
          <TaskList items={steps(progress)} />
          <Serves progress={progress} />
        </div>
      </Page>
    </>
  )
}

/** For those who know what the module teaches: a way to show it at once. */
function TestOut({ progress: { module, diagnostic } }: { progress: ModuleView }) {
  const { standing } = diagnostic
  if (standing.kind === 'closed') return null
  return (
    <p className="govuk-body">
      {standing.kind === 'ready' && moduleCopy.knowIt}
      <Link className="govuk-link" to={standing.kind === 'used' ? paths.attempt(standing.attempt) : paths.diagnostic(module.id)}>
        {moduleCopy.testOut[standing.kind]}
      </Link>
    </p>
  )
}

const ForWhom = ({ progress: { module, path, bestAfter } }: { progress: ModuleView }) => (
  <>
    <p className="govuk-body">
      {path ? placeOnPath(path) : moduleCopy.notAsked} {forWhom(module.audience)}
    </p>
    {bestAfter.map(({ id, title, passed }) => (
      <p className="govuk-body" key={id}>
        {moduleCopy.bestAfter}
        <Link className="govuk-link" to={paths.module(id)}>
          {title}
        </Link>
        {moduleCopy.advice(passed)}
      </p>
    ))}
  </>
)

const Serves = ({ progress: { serves } }: { progress: ModuleView }) => (
  <>
    <h2 className="govuk-heading-m">{moduleCopy.serves}</h2>
    <ul className="govuk-list govuk-list--bullet">
      {serves.map(({ skill, name, level, indicator }) => (
        <li key={skill}>
          <Link className="govuk-link" to={paths.skill(skill)}>
            {`${skill} ${name}`}
          </Link>
          {moduleCopy.level(level, indicator)}
        </li>
      ))}
    </ul>
  </>
)

function steps({ module, enrolment, nextTry }: ModuleProgress) {
  const read = new Set(enrolment?.lessonsRead)
  const left = module.lessons.filter(({ id }) => !read.has(id)).length
  const lessons = module.lessons.map(({ id, title, summary, minutes }) => ({
    key: id,
    title,
    to: enrolment ? paths.lesson(module.id, id) : undefined,
    hint: `${summary} ${showMinutes(minutes)}.`,
    status: read.has(id) ? copy.read : enrolment?.place?.lesson === id ? <Tag colour="teal">{copy.here}</Tag> : copy.notRead,
  }))
  const passed = nextTry?.kind === 'passed'
  const check = {
    key: 'check',
    title: copy.check,
    to: enrolment && (left === 0 || passed) ? paths.check(module.id) : undefined,
    hint: passed ? nextTryText(nextTry) : left > 0 ? copy.lessonsFirst(left) : copy.takes(module.check.minutes),
    status: passed ? (
      nextTry.expired ? (
        <Tag colour="orange">{copy.expired}</Tag>
      ) : (
        copy.state.done
      )
    ) : left > 0 ? (
      copy.state['cannot-start-yet']
    ) : (
      <Tag>{copy.state['not-started']}</Tag>
    ),
  }
  return [...lessons, check]
}

function Begin({ progress: { module, enrolment } }: { progress: ModuleProgress }) {
  const navigate = useNavigate()
  const start = useMutation(startModule)
  const first = module.lessons[0]?.id ?? ''
  if (enrolment) {
    const next = module.lessons.find(({ id }) => !enrolment.lessonsRead.includes(id))
    const place = enrolment.place?.lesson ?? next?.id ?? first
    return (
      <ButtonLink to={next ? paths.lesson(module.id, place) : paths.check(module.id)}>
        {next ? (enrolment.place || enrolment.lessonsRead.length > 0 ? copy.resume : copy.start) : copy.check}
      </ButtonLink>
    )
  }
  return (
    <>
      {start.error instanceof ApiError && <ErrorSummary errors={[{ pointer: '', detail: start.error.message }]} />}
      <Button busy={start.isPending} onClick={() => start.mutate(module.id, { onSuccess: () => void navigate(paths.lesson(module.id, first)) })}>
        {copy.start}
      </Button>
    </>
  )
}
