import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useLocation, useNavigation } from 'react-router'
import { regionWords } from '#domain/words.ts'
import type { StuckLearners } from '#domain/training-progress.ts'
import { useSearch } from '#lib/search-params.ts'
import { paths } from '#paths'
import { DownloadTable } from '#ui/download-table.tsx'
import { Empty } from '#ui/empty.tsx'
import { Success } from '#ui/notification.tsx'
import { Page } from '#ui/page.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { useSaid } from '#ui/use-said.ts'
import { Parts } from './parts.tsx'
import { ProgressFilterRow } from './progress-filter-row.tsx'
import { copy } from './stuck.copy.ts'
import { progressFilters, stuckFilters } from './training-progress-filters.ts'
import { copy as progressCopy } from './training-progress.copy.ts'
import { downloadStuck, progressQueries } from './training-progress.queries.ts'

type Learner = StuckLearners['learners'][number]

/** Who does not get on, since when, and a way to write to each. */
export function StuckPage() {
  const [filters, setFilters] = useSearch(stuckFilters)
  const { data } = useSuspenseQuery(progressQueries.stuck(filters))
  const { search } = useLocation()
  const said = useSaid()
  const { after: _after, before: _before, ...kept } = filters
  return (
    <Page title={copy.title} busy={useNavigation().state === 'loading'}>
      {said && <Success>{said}</Success>}
      <Parts at="stuck" />
      <p className="govuk-body app-measure">{copy.intro(data.afterDays)}</p>
      <ProgressFilterRow filters={kept} choices={data.choices} onChange={(chosen) => setFilters(stuckFilters.read(chosen))} />
      <p className="govuk-body" role="status">
        {copy.found(data.total, data.about)}
      </p>
      {data.learners.length === 0 ? (
        <Empty>{copy.nobody}</Empty>
      ) : (
        <Table
          caption={copy.caption}
          columns={copy.columns.map((title) => ({ title }))}
          rows={data.learners.map((learner) => (
            <StuckRow key={`${learner.personId} ${learner.moduleId}`} learner={learner} search={search} />
          ))}
        />
      )}
      <Pagination
        label={copy.pages}
        previous={data.previous === null ? null : { to: stuckFilters.write({ ...kept, before: data.previous }) }}
        next={data.next === null ? null : { to: stuckFilters.write({ ...kept, after: data.next }) }}
      />
      {data.learners.length > 0 && (
        <DownloadTable
          file="people-who-are-stuck.csv"
          fetch={() => downloadStuck(progressFilters.read(new URLSearchParams(search)))}
          about={copy.downloadWhat}
          label={progressCopy.download}
          failed={progressCopy.downloadFailed}
        />
      )}
    </Page>
  )
}

function StuckRow({ learner, search }: { learner: Learner; search: string }) {
  const [since, days] = copy.since(learner)
  return (
    <Row>
      <RowHeader>
        <Link className="govuk-link" to={paths.personSkills(learner.personId)}>
          {learner.name}
        </Link>
        {learner.region && <span className="govuk-hint app-block">{regionWords[learner.region]}</span>}
      </RowHeader>
      <Cell>{learner.title}</Cell>
      <Cell>{copy.where(learner)}</Cell>
      <Cell nowrap>
        {since}
        <span className="govuk-hint app-block">{days}</span>
      </Cell>
      <Cell>
        {learner.hasAddress ? (
          <Link className="govuk-link" to={paths.trainingMessage(learner.personId, learner.moduleId)} state={{ from: search }}>
            {copy.write}
            <span className="govuk-visually-hidden">{copy.writeTo(learner.name, learner.title)}</span>
          </Link>
        ) : (
          copy.noAddress
        )}
        {learner.lastMessageAt && <span className="govuk-hint app-block">{copy.lastWritten(learner.lastMessageAt)}</span>}
      </Cell>
    </Row>
  )
}
