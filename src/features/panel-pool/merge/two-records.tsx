import { Link } from 'react-router'
import { fieldWords } from '#domain/merge-words.ts'
import { mergeFields, type MergePreview } from '#domain/merge.ts'
import { paths } from '#paths'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import './merge.scss'
import { copy, valueWords } from './merge.copy.ts'

/** Everything that two records say, field by field. A field that neither says anything in is left out. */
export function TwoRecords({ sides, words }: Pick<MergePreview, 'sides' | 'words'>) {
  const fields = mergeFields.filter((field) => field !== 'name' && sides.some(({ values }) => valueWords(field, values, words) !== copy.notGiven))
  const rows = [
    <Row key="name">
      <RowHeader>{fieldWords.name}</RowHeader>
      {sides.map(({ id, values }) => (
        <Cell key={id}>
          <Link className="govuk-link" to={paths.person(id)}>
            {values.name}
          </Link>
        </Cell>
      ))}
    </Row>,
    ...fields.map((field) => (
      <Row key={field}>
        <RowHeader>{fieldWords[field]}</RowHeader>
        {sides.map(({ id, values }) => (
          <Cell key={id}>{valueWords(field, values, words)}</Cell>
        ))}
      </Row>
    )),
    <Row key="account">
      <RowHeader>{copy.accountRow}</RowHeader>
      {sides.map(({ id, account, lastSignedInAt }) => (
        <Cell key={id}>{copy.account[account](lastSignedInAt)}</Cell>
      ))}
    </Row>,
    <Row key="holds">
      <RowHeader>{copy.holds}</RowHeader>
      {sides.map(({ id, holds }) => (
        <Cell key={id}>{copy.list(holds) || copy.nothing}</Cell>
      ))}
    </Row>,
  ]
  return (
    <div className="app-two-records">
      <Table caption={copy.caption} columns={[copy.detail, ...copy.side].map((title) => ({ title }))} rows={rows} />
    </div>
  )
}
