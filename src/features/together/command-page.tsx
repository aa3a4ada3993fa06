import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Link, useParams } from 'react-router'
import type { Command } from '#domain/command.ts'
import { ApiError } from '#lib/api-error.ts'
import { paths } from '#paths'
import { AskedButton } from '#ui/asked-button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { BackLink } from '#ui/notes.tsx'
import { Success } from '#ui/notification.tsx'
import { Page } from '#ui/page.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { useSaid } from '#ui/use-said.ts'
import './together.scss'
import { copy } from './together.copy.ts'
import { togetherQueries, undoCommand } from './together.queries.ts'

const CommandPeople = lazy(() => import('./command-people.tsx').then((part) => ({ default: part.CommandPeople })))

/** One thing that was done to several people together: what became of each, and the way back. */
export function CommandPage() {
  const { id = '' } = useParams()
  const { data: command } = useSuspenseQuery(togetherQueries.one(id))
  const said = useSaid()
  const undo = useMutation(undoCommand(id))
  const errors =
    undo.error instanceof ApiError ? [{ pointer: '', detail: undo.error.status === 412 ? copy.changedMeanwhile : undo.error.problem.title }] : []
  return (
    <>
      <BackLink to={paths.commands()}>{copy.toList}</BackLink>
      <Page title={copy.oneTitle(command)}>
        {undo.isSuccess ? <Success key="undone">{copy.undoneSaid(command)}</Success> : said && <Success>{said}</Success>}
        <ErrorSummary errors={errors} />
        <SummaryList rows={rowsOf(command)} />
        {command.remaining > 0 && (
          <AskedButton
            button={copy.undo}
            title={copy.undoAsk}
            what={copy.undoWhat(command.remaining)}
            yes={copy.undoYes}
            no={copy.undoNo}
            busy={undo.isPending}
            onYes={() => undo.mutate(command.version)}
          />
        )}
        <Suspense>
          <CommandPeople id={id} undoable={command.undoable} />
        </Suspense>
        <p className="govuk-body">
          <Link className="govuk-link" to={paths.roster()}>
            {copy.toRoster}
          </Link>
        </p>
      </Page>
    </>
  )
}

const rowsOf = (command: Command) => {
  const { says, undone, left } = command
  return [
    { key: copy.who, value: copy.by(command) },
    { key: copy.outcome, value: copy.counts(command) },
    ...(says.reason ? [{ key: copy.why, value: says.reason }] : []),
    ...(says.until ? [{ key: copy.untilRow, value: copy.showDate(says.until) }] : []),
    ...(says.words ? [{ key: copy.message, value: <span className="app-as-typed">{says.words}</span> }] : []),
    { key: copy.undone, value: undone + left > 0 ? copy.undoneSays(command) : copy.undoneState(command) },
  ]
}
