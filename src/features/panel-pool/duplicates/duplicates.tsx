import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Duplicates as Found } from '#domain/duplicate.ts'
import { poolRoleWords, regionWords, standingWords } from '#domain/words.ts'
import { answer, api } from '#lib/api-client.ts'
import { showDate } from '#lib/show.ts'
import { paths } from '#paths'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { MergesOfPerson } from '../merge/merges-of-person.tsx'
import { copy } from './duplicates.copy.ts'

type Other = Found['people'][number]

/** Other records of the same person: those that may be, and those that were put together with this one. */
export const Duplicates = ({ id }: { id: string }) => (
  <>
    <MayBeTheSame id={id} />
    <MergesOfPerson id={id} />
  </>
)

/** Other records that may be of the same person, with what they have in common. Nothing where there are none. */
function MayBeTheSame({ id }: { id: string }) {
  const { data } = useQuery({
    queryKey: ['panel-pool', 'duplicates', id],
    queryFn: ({ signal }) => answer(api.GET('/api/people/{id}/duplicates', { params: { path: { id } }, signal })),
  })
  if (!data || data.people.length === 0) return null
  return (
    <section aria-labelledby="duplicates">
      <h2 className="govuk-heading-m" id="duplicates">
        {copy.title}
      </h2>
      <p className="govuk-body">{copy.what}</p>
      <Table caption={copy.caption} columns={copy.columns.map((title) => ({ title }))} rows={data.people.map((other) => rowOf(id, other))} />
    </section>
  )
}

const rowOf = (of: string, { id, name, because, email, phone, region, roles, standing, joinedOn }: Other) => (
  <Row key={id}>
    <RowHeader>
      <Link className="govuk-link" to={paths.person(id)}>
        {name}
      </Link>
    </RowHeader>
    <Cell>
      <span className="app-block">{because.map((one) => copy.because[one]).join(', ')}</span>
      <Link className="govuk-link" to={paths.mergeRecords(of, id)}>
        {copy.merge} <span className="govuk-visually-hidden">{copy.mergeWith(name)}</span>
      </Link>
    </Cell>
    <Cell>{[email, phone].filter(Boolean).join(', ') || copy.notGiven}</Cell>
    <Cell>{[region && regionWords[region], roles.map((role) => poolRoleWords[role]).join(', ')].filter(Boolean).join(', ') || copy.notGiven}</Cell>
    <Cell>{standing && standingWords[standing]}</Cell>
    <Cell nowrap>{showDate(joinedOn, 'short')}</Cell>
  </Row>
)
