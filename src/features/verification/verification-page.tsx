import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { VerificationSummary } from '#domain/verification.ts'
import { verificationStateWords } from '#domain/words.ts'
import { showMoment } from '#lib/show.ts'
import { paths } from '#paths'
import { Actions } from '#ui/actions.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { InsetText } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { StateTag } from './state-tag.tsx'
import { skillNamesOf } from './sent.copy.ts'
import { copy } from './verification.copy.ts'
import { verificationQueries } from './verification.queries.ts'

/** A person's own requests, the newest first. */
export function VerificationPage() {
  const { data } = useSuspenseQuery(verificationQueries.list)
  return (
    <Page title={copy.title}>
      <div className="app-measure">
        <p className="govuk-body">{copy.intro}</p>
        <p className="govuk-body">{copy.whoSees}</p>
      </div>
      <Actions>
        <ButtonLink to={paths.askVerification()}>{copy.ask}</ButtonLink>
        <Link className="govuk-link" to={paths.affiliations()}>
          {copy.declare}
        </Link>
      </Actions>
      {data.requests.length === 0 ? <InsetText>{copy.none}</InsetText> : <Requests requests={data.requests} />}
    </Page>
  )
}

function Requests({ requests }: { requests: readonly VerificationSummary[] }) {
  const rows = requests.map((request) => (
    <Row key={request.id}>
      <RowHeader>
        <Link className="govuk-link" to={paths.verificationRequest(request.id)}>
          {showMoment(request.sentAt)}
        </Link>
      </RowHeader>
      <Cell>{skillNamesOf(request)}</Cell>
      <Cell nowrap>
        <StateTag state={request.state}>{verificationStateWords[request.state]}</StateTag>
      </Cell>
      <Cell>{request.assessor ?? (request.state === 'requested' ? copy.nobodyYet : '')}</Cell>
    </Row>
  ))
  return <Table caption={copy.table} columns={copy.columns.map((title) => ({ title }))} rows={rows} />
}
