import { Fragment } from 'react'
import { Link } from 'react-router'
import { type SubmittedAttempt, tryAt } from '#domain/training.ts'
import { paths } from '#paths'
import { Actions } from '#ui/actions.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Details, InsetText } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { Panel } from '#ui/panel.tsx'
import { Tag } from '#ui/tag.tsx'
import { resultCopy } from './attempt-result.copy.ts'
import { attemptCopy } from './attempt.copy.ts'
import { copy, nextTryText } from './training.copy.ts'

type Marked = SubmittedAttempt['items'][number]
type Option = Marked['options'][number]

/** A result that teaches: every question in the order in which it was asked, and for each wrong answer what it misses and where to read. */
export function AttemptResult({ attempt }: { attempt: SubmittedAttempt }) {
  const { passed, right, asked, moduleTitle, passPercent, remarked, kind } = attempt
  const failedTitle = kind === 'check' ? resultCopy.failedTitle : resultCopy.diagnosticFailed
  return (
    <Page title={passed ? resultCopy.passedTitle : failedTitle} caption={kind === 'check' ? copy.check : copy.diagnostic}>
      <div className="app-measure">
        {passed ? (
          <Panel title={resultCopy.result(right, asked)}>{moduleTitle}</Panel>
        ) : (
          <InsetText>{`${resultCopy.result(right, asked)}. ${resultCopy.needed(passPercent)}`}</InsetText>
        )}
        {remarked && <InsetText>{resultCopy.remarked(remarked.at, remarked.from, right)}</InsetText>}
        {kind === 'check' || passed ? <Outcome attempt={attempt} /> : <DiagnosticFailed attempt={attempt} />}
        {attempt.items.map((item) => (
          <Item key={item.position} item={item} moduleId={attempt.moduleId} of={asked} />
        ))}
      </div>
    </Page>
  )
}

function Outcome({ attempt: { kind, passed, moduleId, moduleTitle, moduleVersion, nextTry } }: { attempt: SubmittedAttempt }) {
  const open = tryAt(nextTry)
  const onRecord = kind === 'check' ? resultCopy.onRecord : resultCopy.diagnosticPassed
  return (
    <>
      <p className="govuk-body">{passed ? onRecord(moduleTitle, moduleVersion) : nextTryText(open ?? nextTry)}</p>
      <Actions>
        {!passed && open?.kind === 'ready' && <ButtonLink to={paths.check(moduleId)}>{resultCopy.tryAgain}</ButtonLink>}
        <ButtonLink {...(passed ? {} : { variant: 'secondary' as const })} to={paths.module(moduleId)}>
          {resultCopy.backToModule}
        </ButtonLink>
      </Actions>
    </>
  )
}

/** No harm is done, and the lessons that would help most are a click away. */
const DiagnosticFailed = ({ attempt: { moduleId, toRead } }: { attempt: SubmittedAttempt }) => (
  <>
    <p className="govuk-body">{resultCopy.diagnosticNoHarm}</p>
    <h2 className="govuk-heading-m">{resultCopy.toRead}</h2>
    <ul className="govuk-list govuk-list--bullet">
      {toRead.map(({ id, title, missed }) => (
        <li key={id}>
          <Link className="govuk-link" to={paths.lesson(moduleId, id)}>
            {title}
          </Link>
          {`: ${resultCopy.missed(missed)}`}
        </li>
      ))}
    </ul>
    <ButtonLink to={paths.module(moduleId)}>{resultCopy.readLessons}</ButtonLink>
  </>
)

function Item({ item, moduleId, of }: { item: Marked; moduleId: string; of: number }) {
  const { position, stem, right, chosen, options, lesson, withdrawn } = item
  const mine = options.find(({ id }) => id === chosen)
  const correct = options.find((option) => option.correct)
  return (
    <section aria-labelledby={`item-${position}`}>
      <h2 className="govuk-heading-s" id={`item-${position}`}>
        {attemptCopy.question(position, of)}
      </h2>
      <p className="govuk-body">
        <Tag colour={withdrawn ? 'grey' : right ? 'green' : 'orange'}>
          {withdrawn ? resultCopy.withdrawn : right ? resultCopy.rightAnswer : resultCopy.wrongAnswer}
        </Tag>
      </p>
      <p className="govuk-body">{stem}</p>
      {withdrawn && <p className="govuk-body">{resultCopy.whyWithdrawn(withdrawn.at, withdrawn.reason)}</p>}
      {mine ? <OptionView label={resultCopy.yourAnswer} option={mine} /> : <p className="govuk-body">{resultCopy.noAnswer}</p>}
      {!right && correct && <OptionView label={resultCopy.correctAnswer} option={correct} />}
      {!right && (
        <p className="govuk-body">
          {resultCopy.readAt}{' '}
          <Link className="govuk-link" to={paths.lesson(moduleId, lesson.id)}>
            {lesson.title}
          </Link>
        </p>
      )}
      <Details summary={resultCopy.otherOptions}>
        {options
          .filter((option) => option !== mine && (right || option !== correct))
          .map((option) => (
            <OptionView key={option.id} label="" option={option} />
          ))}
      </Details>
    </section>
  )
}

const OptionView = ({ label, option: { text, feedback, sources } }: { label: string; option: Option }) => (
  <>
    <p className="govuk-body app-close">
      {label && <strong>{label}: </strong>}
      {text}
    </p>
    <p className="govuk-body app-close">{feedback}</p>
    <p className="govuk-body-s">
      {resultCopy.sources(sources.length)}{' '}
      {sources.map(({ id, title, address }, index) => (
        <Fragment key={id}>
          {index > 0 && '; '}
          {address ? (
            <a className="govuk-link" href={address} rel="noreferrer">
              {title}
            </a>
          ) : (
            title
          )}
        </Fragment>
      ))}
    </p>
  </>
)
