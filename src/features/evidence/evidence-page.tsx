import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { showDate } from '#lib/show.ts'
import { paths } from '#paths'
import { ButtonLink } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Details } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { copy, titleOf } from './evidence.copy.ts'
import { evidenceQueries } from './evidence.queries.ts'
import { StateTag } from './state-tag.tsx'

/** Everything that a learner has gathered, and where each piece stands. */
export function EvidencePage() {
  const { data } = useSuspenseQuery(evidenceQueries.list)
  const { data: known } = useSuspenseQuery(evidenceQueries.skills)
  const names = new Map(known.skills.map(({ skill, name }) => [skill, name]))
  const rows = data.evidence.map((one) => (
    <Row key={one.id}>
      <RowHeader>
        <Link className="govuk-link" to={paths.evidenceItem(one.id)}>
          {titleOf(one)}
        </Link>
      </RowHeader>
      <Cell>{copy.kinds[one.kind].short}</Cell>
      <Cell>{(one.skills.length > 0 ? one.skills : (one.draft?.skills ?? [])).map((skill) => names.get(skill) ?? skill).join(', ')}</Cell>
      <Cell>
        <StateTag evidence={one} />
      </Cell>
      <Cell nowrap>{showDate(one.createdAt.slice(0, 10))}</Cell>
    </Row>
  ))
  return (
    <Page title={copy.title}>
      <div className="app-measure">
        <p className="govuk-body">{copy.intro}</p>
        <Details summary={copy.whoSees}>{copy.whoSeesText}</Details>
        <ButtonLink to={paths.addEvidence()}>{copy.add}</ButtonLink>
      </div>
      {data.evidence.length === 0 ? (
        <Empty>{copy.none}</Empty>
      ) : (
        <Table caption={copy.caption} columns={copy.columns.map((title) => ({ title }))} rows={rows} />
      )}
      <p className="govuk-body">
        {copy.experienceHint}{' '}
        <Link className="govuk-link" to={paths.experience()}>
          {copy.experience}
        </Link>
      </p>
    </Page>
  )
}
