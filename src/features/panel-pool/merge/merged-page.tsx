import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { fieldWords } from '#domain/merge-words.ts'
import type { Merge } from '#domain/merge.ts'
import { ApiError } from '#lib/api-error.ts'
import { paths } from '#paths'
import { AskedButton } from '#ui/asked-button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { BackLink } from '#ui/notes.tsx'
import { Success } from '#ui/notification.tsx'
import { Page } from '#ui/page.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { useSaid } from '#ui/use-said.ts'
import { copy, valueWords } from './merge.copy.ts'
import { mergeQueries, takeApart } from './merge.queries.ts'

/** Two records that were put together: what became of each, and the way back. The address of the one that was put away leads here. */
export function MergedPage() {
  const { mergeId: id = '' } = useParams()
  const { data: merge } = useSuspenseQuery(mergeQueries.one(id))
  const said = useSaid()
  const undo = useMutation(takeApart(id))
  const errors =
    undo.error instanceof ApiError ? [{ pointer: '', detail: undo.error.status === 412 ? copy.changedMeanwhile : undo.error.problem.title }] : []
  return (
    <>
      <BackLink to={paths.person(merge.kept.id)}>{copy.back(merge.kept.name)}</BackLink>
      <Page title={merge.undone ? copy.apartTitle : copy.mergedTitle}>
        {undo.isSuccess ? <Success key="undone">{copy.undoneSaid}</Success> : said && <Success>{said}</Success>}
        <ErrorSummary errors={errors} />
        <p className="govuk-body app-measure">{copy.mergedSays(merge)}</p>
        <SummaryList rows={rowsOf(merge)} />
        {!merge.undone && merge.cannotUndo && <p className="govuk-body">{merge.cannotUndo}.</p>}
        {!merge.cannotUndo && (
          <AskedButton
            button={copy.undo}
            title={copy.undoAsk}
            what={copy.undoWhat}
            yes={copy.undoYes}
            no={copy.undoNo}
            busy={undo.isPending}
            onYes={() => undo.mutate(merge.version)}
          />
        )}
        <p className="govuk-body">
          <Link className="govuk-link" to={paths.roster()}>
            {copy.toRoster}
          </Link>
        </p>
      </Page>
    </>
  )
}

const toRecord = (record: Merge['kept']) => (
  <Link className="govuk-link" to={paths.person(record.id)}>
    {copy.named(record)}
  </Link>
)

const lines = (words: readonly string[]) => (
  <ul className="govuk-list">
    {words.map((one) => (
      <li key={one}>{one}</li>
    ))}
  </ul>
)

const rowsOf = (merge: Merge) => {
  const { kept, away, at, by, reason, moved, stayed, changed, before, set, words, undone } = merge
  const changes = changed.map((field) => copy.change(fieldWords[field], valueWords(field, before, words), valueWords(field, set, words)))
  return [
    { key: undone ? copy.recordStayed : copy.record, value: toRecord(kept) },
    // While it is away its address leads here.
    { key: undone ? copy.recordBack : copy.away, value: undone ? toRecord(away) : copy.named(away) },
    { key: copy.when, value: copy.whenBy(at, by?.name ?? null) },
    { key: copy.known, value: reason },
    { key: copy.changes, value: changes.length > 0 ? lines(changes) : copy.noChanges },
    { key: copy.went, value: copy.list(moved) || copy.noChanges },
    ...(stayed.length > 0 ? [{ key: copy.stayed, value: copy.list(stayed) }] : []),
    ...(undone
      ? [
          { key: copy.undone, value: copy.undoneBy(undone.at, undone.by) },
          { key: copy.left, value: undone.left.length > 0 ? lines(undone.left) : copy.nothingLeft },
        ]
      : []),
  ]
}
