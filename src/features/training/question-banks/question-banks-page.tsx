import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { paths } from '#paths'
import { BackLink } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { copy } from './question-banks.copy.ts'
import { bankQueries } from './question-banks.queries.ts'

/** The question bank of each module, for an administrator. */
export function QuestionBanksPage() {
  const { data } = useSuspenseQuery(bankQueries.list)
  const rows = data.banks.map(({ moduleId, title, newest, inUse, withdrawn }) => (
    <Row key={moduleId}>
      <RowHeader>
        <Link className="govuk-link" to={paths.questionBank(moduleId)}>
          {title}
        </Link>
      </RowHeader>
      <Cell>{newest}</Cell>
      <Cell>{inUse}</Cell>
      <Cell>{withdrawn}</Cell>
    </Row>
  ))
  return (
    <>
      <BackLink to={paths.training()}>{copy.training}</BackLink>
      <Page title={copy.title}>
        <p className="govuk-body app-measure">{copy.intro}</p>
        <Table caption={copy.banksCaption} columns={copy.banksColumns.map((title) => ({ title }))} rows={rows} />
      </Page>
    </>
  )
}
