import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { RosterImport } from '#domain/roster-import.ts'
import { ApiError } from '#lib/api-error.ts'
import { paths } from '#paths'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Success } from '#ui/notification.tsx'
import { AskedButton } from '#ui/asked-button.tsx'
import { copy } from './roster-import.copy.ts'
import { importQueries, undoImport } from './roster-import.queries.ts'

/** What an import came to, and the way back. */
export function ImportResult({ now }: { now: RosterImport }) {
  const undo = useMutation(undoImport(now.id))
  const { done } = now
  if (!done) return null
  const refused = undo.error instanceof ApiError ? undo.error.problem.title : null
  return (
    <>
      <ErrorSummary errors={refused ? [{ pointer: '', detail: refused }] : []} />
      <Success key={now.state}>{now.state === 'undone' ? copy.undone : copy.done}</Success>
      <div className="app-measure">
        {now.state === 'undone' ? (
          <>
            <p className="govuk-body">{copy.undoneSays(done.undone, done.leftAlone)}</p>
            {done.leftAlone > 0 && <LeftAlone now={now} />}
          </>
        ) : (
          <>
            <p className="govuk-body">
              {copy.doneSays(done.added, done.changed)} {done.added > 0 && (now.plan.tell ? copy.told : copy.notTold)}
            </p>
            <AskedButton
              button={copy.undo}
              title={copy.undoAsk}
              what={copy.undoWhat}
              yes={copy.undoYes}
              no={copy.undoNo}
              busy={undo.isPending}
              onYes={() => undo.mutate(now.version)}
            />
          </>
        )}
        <p className="govuk-body">
          <Link className="govuk-link" to={paths.roster()}>
            {copy.toRoster}
          </Link>
        </p>
      </div>
    </>
  )
}

function LeftAlone({ now }: { now: RosterImport }) {
  const { data } = useQuery(importQueries.rows(now.id, now.version, { undone: 'left' }))
  return (
    <ul className="govuk-list govuk-list--bullet">
      {data?.rows.map(({ number, person }) => (
        <li key={number}>
          {person && (
            <Link className="govuk-link" to={paths.person(person.id)}>
              {person.name}
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}
