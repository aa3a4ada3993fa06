import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import type { ImportOutcome, RosterImport } from '#domain/roster-import.ts'
import { ApiError } from '#lib/api-error.ts'
import { showNumber } from '#lib/show.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { SubNavigation } from '#ui/sub-navigation.tsx'
import { MendList } from './mend-list.tsx'
import { PlainRows } from './plain-rows.tsx'
import { copy } from './roster-import.copy.ts'
import { commitImport, importQueries } from './roster-import.queries.ts'

/** What needs somebody first. */
const order: readonly ImportOutcome[] = ['error', 'possible', 'new', 'update', 'repeat', 'same']

/** What would become of every row, kind by kind, with the way to mend and to go on. Nothing is stored on anybody until the last button. */
export function ReviewRows({ now, onCheckAgain }: { now: RosterImport; onCheckAgain: () => void }) {
  const [search] = useSearchParams()
  const present = order.filter((outcome) => now.counts[outcome] > 0 || outcome === search.get('outcome'))
  const outcome = present.find((one) => one === search.get('outcome')) ?? present[0] ?? 'new'
  const after = Number(search.get('after') ?? 0)
  const { data } = useQuery(importQueries.rows(now.id, now.version, { outcome, ...(after > 0 ? { after } : {}) }))
  return (
    <>
      <Commit now={now} onCheckAgain={onCheckAgain} />
      <h2 className="govuk-heading-m">{copy.found}</h2>
      <SubNavigation
        label={copy.found}
        items={present.map((one) => ({
          to: `?outcome=${one}`,
          text: `${copy.outcome[one]} (${showNumber(now.counts[one])})`,
          current: one === outcome,
        }))}
      />
      <p className="govuk-body app-measure">{copy.outcomeNote[outcome]}</p>
      {data?.rows.length === 0 && <p className="govuk-body">{copy.noRows}</p>}
      {data &&
        data.rows.length > 0 &&
        (outcome === 'error' || outcome === 'possible' ? (
          <MendList now={now} rows={data.rows} />
        ) : (
          <PlainRows now={now} outcome={outcome} rows={data.rows} />
        ))}
      {data?.next && (
        <p className="govuk-body">
          <Link className="govuk-link" to={`?outcome=${outcome}&after=${data.next}`}>
            {copy.more}
          </Link>
        </p>
      )}
    </>
  )
}

function Commit({ now, onCheckAgain }: { now: RosterImport; onCheckAgain: () => void }) {
  const commit = useMutation(commitImport(now.id))
  const { error, repeat, possible } = now.counts
  const refused = commit.error instanceof ApiError ? commit.error.problem.title : null
  return (
    <>
      <ErrorSummary errors={refused ? [{ pointer: '', detail: refused }] : []} />
      <p className="govuk-body app-measure" role="status">
        <strong>{copy.commitSays(now.adds, now.changes)}</strong> {copy.leavesOut(error + repeat + possible)}
      </p>
      <Actions>
        {now.adds + now.changes > 0 && (
          <Button busy={commit.isPending} onClick={() => commit.mutate(now.version)}>
            {copy.commitButton(now.adds + now.changes)}
          </Button>
        )}
        <Button variant="secondary" onClick={onCheckAgain}>
          {refused ? copy.changed : copy.changeColumns}
        </Button>
      </Actions>
    </>
  )
}
