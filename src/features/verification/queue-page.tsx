import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useLocation } from 'react-router'
import type { QueuedRequest } from '#domain/finding.ts'
import { verificationStateWords } from '#domain/words.ts'
import { showMoment } from '#lib/show.ts'
import { paths } from '#paths'
import { ButtonLink } from '#ui/button.tsx'
import { InsetText } from '#ui/notes.tsx'
import { Success } from '#ui/notification.tsx'
import { Page } from '#ui/page.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { copy } from './assessor.copy.ts'
import { assessorQueries } from './assessor.queries.ts'
import { StateTag } from './state-tag.tsx'
import { skillNamesOf } from './sent.copy.ts'

/** What waits for an assessor, the most pressing first, and what they decided. */
export function QueuePage() {
  const { data } = useSuspenseQuery(assessorQueries.queue)
  const { state, key } = useLocation() as { state: { done?: string } | null; key: string }
  return (
    <Page title={copy.queue}>
      {state?.done && <Success key={key}>{state.done}</Success>}
      <div className="app-measure">
        <p className="govuk-body">{copy.queueIntro}</p>
        <p className="govuk-body">{copy.whoSees}</p>
        {data.notReady.includes('ties-not-declared') && (
          <>
            <InsetText>{copy.notReady}</InsetText>
            <ButtonLink to={paths.affiliations()}>{copy.declare}</ButtonLink>
          </>
        )}
        {data.notReady.includes('anchors-to-rate') && (
          <>
            <InsetText>{copy.anchorsFirst}</InsetText>
            <ButtonLink to={paths.anchors()}>{copy.anchors}</ButtonLink>
          </>
        )}
      </div>
      {data.requests.length === 0 ? (
        <InsetText>{copy.nothing}</InsetText>
      ) : (
        <Table caption={copy.table} columns={copy.columns.map((title) => ({ title }))} rows={data.requests.map(waitingRow)} />
      )}
      {data.decided.length > 0 && (
        <Table caption={copy.decided} columns={copy.decidedColumns.map((title) => ({ title }))} rows={data.decided.map(decidedRow)} />
      )}
    </Page>
  )
}

const waitingRow = (request: QueuedRequest) => (
  <Row key={request.id}>
    <RowHeader>
      <Link className="govuk-link" to={paths.assessorRequest(request.id)}>
        {request.learner}
      </Link>
    </RowHeader>
    <Cell>
      {request.dueOn ? copy.decideBy(request.dueOn) : request.lapsesAt && copy.answerBy(request.lapsesAt)}{' '}
      {request.overdue && <Tag colour="red">{copy.overdue}</Tag>}
    </Cell>
    <Cell nowrap>
      <StateTag state={request.state}>{verificationStateWords[request.state]}</StateTag>
      {request.round === 2 && <> {copy.second}</>}
    </Cell>
    <Cell>{skillNamesOf(request)}</Cell>
  </Row>
)

const decidedRow = (request: QueuedRequest) => (
  <Row key={request.id}>
    <RowHeader>
      <Link className="govuk-link" to={paths.assessorRequest(request.id)}>
        {request.learner}
      </Link>
    </RowHeader>
    <Cell>{skillNamesOf(request)}</Cell>
    <Cell>{request.decidedAt && showMoment(request.decidedAt)}</Cell>
  </Row>
)
