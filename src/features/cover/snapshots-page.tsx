import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { showDate, showMoment } from '#lib/show.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { BackLink } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { copy } from './cover.copy.ts'
import { coverQueries } from './cover.queries.ts'
import { CoverView } from './cover-view.tsx'
import './cover.scss'

/** The pictures of cover that were kept. */
export function SnapshotsPage() {
  const { data } = useSuspenseQuery(coverQueries.snapshots)
  return (
    <>
      <BackLink to={paths.cover()}>{copy.back}</BackLink>
      <Page title={copy.kept}>
        <p className="govuk-body">{copy.keptIntro}</p>
        {data.snapshots.length === 0 ? (
          <Empty>{copy.noneKept}</Empty>
        ) : (
          <Table
            caption={copy.kept}
            columns={copy.keptColumns.map((title) => ({ title }))}
            rows={data.snapshots.map(({ id, on, at, by }) => (
              <Row key={id}>
                <RowHeader>
                  <Link className="govuk-link" to={paths.coverSnapshot(id)}>
                    {showDate(on)}
                  </Link>
                </RowHeader>
                <Cell>{showMoment(at)}</Cell>
                <Cell>{by}</Cell>
              </Row>
            ))}
          />
        )}
      </Page>
    </>
  )
}

/** One of them, as it was kept. */
export function SnapshotPage() {
  const { id = '' } = useParams()
  const { data } = useSuspenseQuery(coverQueries.snapshot(id))
  return (
    <>
      <BackLink to={paths.coverSnapshots()}>{copy.kept}</BackLink>
      <Page title={copy.snapshotTitle(data.on)}>
        <p className="govuk-body">{copy.keptBy(data.at, data.by)}</p>
        <div className="app-cover-tools">
          <Button variant="secondary" onClick={() => window.print()}>
            {copy.print}
          </Button>
        </div>
        <CoverView cover={data.cover} authorities={data.authorities} editable={false} />
      </Page>
    </>
  )
}
