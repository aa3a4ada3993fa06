import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { OpenAttempt } from '#domain/training.ts'
import { ApiError } from '#lib/api-error.ts'
import { paths } from '#paths'
import { Actions } from '#ui/actions.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { BackLink, InsetText, WarningText } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { Progress } from '#ui/progress.tsx'
import { SaveState } from '#ui/save-state.tsx'
import { Tag } from '#ui/tag.tsx'
import { TaskList } from '#ui/task-list.tsx'
import { attemptCopy } from './attempt.copy.ts'
import { copy } from './training.copy.ts'
import { submitCheck } from './attempt.queries.ts'
import { loadResult } from './load-result.ts'
import { trainingQueries } from './training.queries.ts'
import { useKeptAnswers } from './use-kept-answers.ts'

/** One question a page, then a page to look over. Which one is shown is in the address, so Back and reload find it again. */
export function AttemptQuestions({ attempt }: { attempt: OpenAttempt }) {
  const [search] = useSearchParams()
  const asked = search.get('question')
  // Settled when the page opens: answering the question on it must not turn the page.
  const [firstOpen] = useState(() => attempt.items.find(({ chosen }) => chosen === null)?.position ?? 'review')
  const { items, keep, keepAgain, elsewhere, saving, settled } = useKeptAnswers(attempt)
  const item = items.find(({ position }) => position === Number(asked ?? firstOpen))
  const answered = items.filter(({ chosen }) => chosen !== null).length
  if (!item) return <Review attempt={{ ...attempt, items }} settled={settled} />
  const at = (position: number | 'review') => `${paths.attempt(attempt.id)}?question=${position}`
  const { position, stem, options, chosen, flagged, withdrawn } = item
  return (
    <>
      <BackLink to={paths.module(attempt.moduleId)}>{attempt.moduleTitle}</BackLink>
      <Page title={attemptCopy.question(position, attempt.items.length)} caption={attempt.kind === 'check' ? copy.check : copy.diagnostic}>
        <div className="app-measure" key={`${position} ${elsewhere}`}>
          <Progress label={attemptCopy.answered(answered, attempt.items.length)} value={answered} max={attempt.items.length} />
          <Radios
            label={stem}
            legendSize="m"
            name="answer"
            defaultValue={chosen}
            options={options.map(({ id, text }) => ({ value: id, text }))}
            onChoose={(value) => void keep(position, { chosen: value, flagged })}
          />
          {withdrawn && <InsetText>{attemptCopy.withdrawn}</InsetText>}
          <SaveState saving={saving} />
          {keepAgain && <Button onClick={keepAgain}>{attemptCopy.keepAgain}</Button>}
          <Button variant="secondary" onClick={() => void keep(position, { chosen, flagged: !flagged })}>
            {flagged ? attemptCopy.unflag : attemptCopy.flag}
          </Button>
          <Actions>
            {position > 1 && (
              <ButtonLink variant="secondary" to={at(position - 1)}>
                {attemptCopy.previousQuestion}
              </ButtonLink>
            )}
            {position < attempt.items.length ? (
              <ButtonLink to={at(position + 1)}>{attemptCopy.nextQuestion}</ButtonLink>
            ) : (
              <ButtonLink to={at('review')}>{attemptCopy.review}</ButtonLink>
            )}
          </Actions>
        </div>
      </Page>
    </>
  )
}

function Review({ attempt, settled }: { attempt: OpenAttempt; settled: () => Promise<void> }) {
  const client = useQueryClient()
  const key = useRef(crypto.randomUUID())
  const [busy, setBusy] = useState(false)
  const { mutateAsync, error } = useMutation(submitCheck)
  const blank = attempt.items.filter(({ chosen }) => chosen === null).length
  const submit = async () => {
    setBusy(true)
    await Promise.all([settled(), loadResult()])
    // The last answer may have been on its way when this page was drawn: only now is the version the newest.
    const { version } = client.getQueryData(trainingQueries.attempt(attempt.id).queryKey) ?? attempt
    await mutateAsync({ id: attempt.id, version, key: key.current })
  }
  return (
    <Page title={attemptCopy.reviewTitle} caption={attempt.moduleTitle}>
      <div className="app-measure">
        {error instanceof ApiError && <ErrorSummary errors={[{ pointer: '', detail: error.message }]} />}
        {blank > 0 && <WarningText>{attemptCopy.unanswered(blank)}</WarningText>}
        <TaskList
          items={attempt.items.map(({ position, chosen, flagged }) => ({
            key: `question-${position}`,
            title: attemptCopy.question(position, attempt.items.length),
            to: `${paths.attempt(attempt.id)}?question=${position}`,
            hint: flagged ? attemptCopy.flagged : undefined,
            status: chosen === null ? <Tag colour="blue">{attemptCopy.notAnswered}</Tag> : attemptCopy.isAnswered,
          }))}
        />
        <Button busy={busy} onClick={() => void submit().catch(() => setBusy(false))}>
          {attemptCopy.submit}
        </Button>
      </div>
    </Page>
  )
}
