import { Fragment } from 'react'
import { Link } from 'react-router'
import type { SubmittedAttempt } from '#domain/training.ts'
import { paths } from '#paths'
import { Actions } from '#ui/actions.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Details, InsetText } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { Panel } from '#ui/panel.tsx'
import { Tag } from '#ui/tag.tsx'
import { attemptCopy } from './attempt.copy.ts'
import { copy, nextTryText } from './training.copy.ts'

type Marked = SubmittedAttempt['items'][number]
type Option = Marked['options'][number]

/** A result that teaches: every question in the order in which it was asked, and for each wrong answer what it misses and where to read. */
export function AttemptResult({ attempt }: { attempt: SubmittedAttempt }) {
  const { passed, right, items, moduleTitle, moduleVersion, passPercent, nextTry } = attempt
  return (
    <Page title={passed ? attemptCopy.passedTitle : attemptCopy.failedTitle} caption={copy.check}>
      <div className="app-measure">
        {passed ? (
          <Panel title={attemptCopy.result(right, items.length)}>{moduleTitle}</Panel>
        ) : (
          <InsetText>{`${attemptCopy.result(right, items.length)}. ${attemptCopy.needed(passPercent)}`}</InsetText>
        )}
        <p className="govuk-body">{passed ? attemptCopy.onRecord(moduleTitle, moduleVersion) : nextTryText(nextTry)}</p>
        <Actions>
          {nextTry.kind === 'ready' && <ButtonLink to={paths.check(attempt.moduleId)}>{attemptCopy.tryAgain}</ButtonLink>}
          <ButtonLink {...(passed ? {} : { variant: 'secondary' as const })} to={paths.module(attempt.moduleId)}>
            {attemptCopy.backToModule}
          </ButtonLink>
        </Actions>
        {items.map((item) => (
          <Item key={item.position} item={item} moduleId={attempt.moduleId} of={items.length} />
        ))}
      </div>
    </Page>
  )
}

function Item({ item, moduleId, of }: { item: Marked; moduleId: string; of: number }) {
  const { position, stem, right, chosen, options, lesson } = item
  const mine = options.find(({ id }) => id === chosen)
  const correct = options.find((option) => option.correct)
  return (
    <section aria-labelledby={`item-${position}`}>
      <h2 className="govuk-heading-s" id={`item-${position}`}>
        {attemptCopy.question(position, of)}
      </h2>
      <p className="govuk-body">
        <Tag colour={right ? 'green' : 'orange'}>{right ? attemptCopy.rightAnswer : attemptCopy.wrongAnswer}</Tag>
      </p>
      <p className="govuk-body">{stem}</p>
      {mine ? <OptionView label={attemptCopy.yourAnswer} option={mine} /> : <p className="govuk-body">{attemptCopy.noAnswer}</p>}
      {!right && correct && <OptionView label={attemptCopy.correctAnswer} option={correct} />}
      {!right && (
        <p className="govuk-body">
          {attemptCopy.readAt}{' '}
          <Link className="govuk-link" to={paths.lesson(moduleId, lesson.id)}>
            {lesson.title}
          </Link>
        </p>
      )}
      <Details summary={attemptCopy.otherOptions}>
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
      {attemptCopy.sources(sources.length)}{' '}
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
