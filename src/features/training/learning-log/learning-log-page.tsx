import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import { Link, useNavigation } from 'react-router'
import type { LogEntry } from '#domain/learning-log.ts'
import { ApiError } from '#lib/api-error.ts'
import { useSearch } from '#lib/search-params.ts'
import { paths } from '#paths'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Empty } from '#ui/empty.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Success } from '#ui/notification.tsx'
import { Page } from '#ui/page.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Bookmarks } from './bookmarks.tsx'
import { copy } from './learning-log.copy.ts'
import { deleteNote, learningLogQueries } from './learning-log.queries.ts'
import { LogDownload } from './log-download.tsx'
import { LogFilterBar } from './log-filter-bar.tsx'
import { logFilters } from './log-filters.ts'
import './learning-log.scss'

/** What a learner wrote beside the lessons, newest first: to read again, to search, to take away and to delete. */
export function LearningLogPage() {
  const [filters, setFilters] = useSearch(logFilters)
  const { data: log } = useSuspenseQuery(learningLogQueries.log(filters))
  const [asked, setAsked] = useState<LogEntry | null>(null)
  const client = useQueryClient()
  const remove = useMutation({
    ...deleteNote,
    onSettled: () => setAsked(null),
    // What was changed meanwhile is shown as it is now, before anybody decides again.
    onError: () => client.invalidateQueries(learningLogQueries.log(filters)),
  })
  const { after: _after, before: _before, ...kept } = filters
  const hasAny = log.modules.length > 0
  return (
    <Page title={copy.title} busy={useNavigation().state === 'loading'}>
      {remove.isSuccess && <Success key={remove.submittedAt}>{copy.deleted}</Success>}
      {remove.error && <ErrorSummary errors={[{ pointer: '', detail: whyKept(remove.error) }]} />}
      <div className="app-measure">
        <p className="govuk-body">{copy.intro}</p>
        <p className="govuk-body">{copy.onlyYou}</p>
      </div>
      {hasAny ? (
        <>
          <LogFilterBar filters={kept} modules={log.modules} onChange={setFilters} />
          <p className="govuk-body" role="status">
            {copy.found(log.total)}
          </p>
          {log.total > 0 && <LogDownload filters={kept} />}
          {log.entries.length === 0 && <Empty>{copy.nothingFound}</Empty>}
          {log.entries.map((entry) => (
            <Entry key={entry.id} entry={entry} onDelete={() => setAsked(entry)} />
          ))}
          <Pagination
            label={copy.pages}
            previous={log.previous === null ? null : { to: logFilters.write({ ...kept, before: log.previous }) }}
            next={log.next === null ? null : { to: logFilters.write({ ...kept, after: log.next }) }}
          />
        </>
      ) : (
        <Empty>
          {copy.nothingYet}{' '}
          <Link className="govuk-link" to={paths.training()}>
            {copy.toTraining}
          </Link>
        </Empty>
      )}
      <Bookmarks />
      {asked && (
        <Dialog title={copy.deleteTitle} onClose={() => setAsked(null)}>
          <p className="govuk-body">{copy.deleteText}</p>
          <Actions>
            <Button variant="warning" busy={remove.isPending} onClick={() => remove.mutate({ id: asked.id, version: asked.version })}>
              {copy.deleteIt}
            </Button>
            <Button variant="secondary" onClick={() => setAsked(null)}>
              {copy.keepIt}
            </Button>
          </Actions>
        </Dialog>
      )}
    </Page>
  )
}

const whyKept = (error: Error) => (error instanceof ApiError && error.status === 412 ? copy.deleteStale : error.message)

function Entry({ entry, onDelete }: { entry: LogEntry; onDelete: () => void }) {
  const { kind, moduleId, moduleTitle, lesson, lessonTitle, prompt, words, updatedAt, sharedIn } = entry
  return (
    <article className="app-log-entry app-measure">
      <h2 className="govuk-heading-s">
        <Link className="govuk-link" to={paths.lesson(moduleId, lesson)}>
          {lessonTitle}
        </Link>
      </h2>
      <p className="govuk-body-s app-log-entry__about">{copy.about(moduleTitle, updatedAt)}</p>
      <p className="govuk-body-s">
        <strong>{prompt ? copy.asked : copy.note}</strong> {prompt}
      </p>
      <p className="govuk-body app-as-typed">{words}</p>
      {sharedIn.length > 0 && (
        <p className="govuk-body-s">
          {copy.sharedIn}{' '}
          {sharedIn.map((request, index) => (
            <Fragment key={request}>
              {index > 0 && ', '}
              <Link className="govuk-link" to={paths.verificationRequest(request)}>
                {copy.request(index + 1, sharedIn.length)}
              </Link>
            </Fragment>
          ))}
        </p>
      )}
      <Button variant="secondary" onClick={onDelete}>
        {copy.delete} <span className="govuk-visually-hidden">{copy.deleteWhich(kind, lessonTitle)}</span>
      </Button>
    </article>
  )
}
