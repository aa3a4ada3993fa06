import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { verificationStateWords } from '#domain/words.ts'
import { showDate, showMoment } from '#lib/show.ts'
import { paths } from '#paths'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { copy } from './panel-pool.copy.ts'
import { panelPoolQueries } from './panel-pool.queries.ts'

/** That somebody asked for verification, and where each request stands. */
export function RequestStates({ id }: { id: string }) {
  const { data } = useSuspenseQuery(panelPoolQueries.requests(id))
  if (data.requests.length === 0) return <p className="govuk-body">{copy.noRequests}</p>
  const rows = data.requests.map((request) => (
    <Row key={request.id}>
      <RowHeader>{showMoment(request.sentAt)}</RowHeader>
      <Cell>
        {verificationStateWords[request.state]}
        {request.round === 2 && copy.secondLook}
        {request.state === 'requested' && (
          <>
            {'. '}
            <Link className="govuk-link" to={paths.unassignedRequests()}>
              {copy.needsAssessor}
            </Link>
          </>
        )}
      </Cell>
      <Cell>{request.skills}</Cell>
      <Cell nowrap>{request.dueOn ? showDate(request.dueOn) : copy.dash}</Cell>
    </Row>
  ))
  return (
    <>
      <Table caption={copy.requests} columns={copy.requestColumns.map((title) => ({ title }))} rows={rows} />
      <p className="govuk-body app-measure">{copy.requestsNote}</p>
    </>
  )
}
