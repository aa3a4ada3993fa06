import type { Anchors } from '#domain/anchor.ts'
import type { Agreement } from '#domain/agreement.ts'
import { Details, InsetText } from '#ui/notes.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { agreementCopy as copy, finding } from './agreement.copy.ts'
import './anchors.scss'

/** How an assessor's levels compare: a sentence, the figures, and a picture of the same ratings. */
export function AgreementFigures({ anchors: { withReference, withOthers, table } }: { anchors: Anchors }) {
  return (
    <>
      <h2 className="govuk-heading-m">{copy.title}</h2>
      {withReference ? (
        <>
          <p className="govuk-body app-measure">{finding(withReference)}</p>
          <Figures reference={withReference} others={withOthers} />
          <Picture table={table} />
          <Details summary={copy.kappaTitle}>
            {copy.kappaText.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </Details>
        </>
      ) : (
        <InsetText>{copy.none}</InsetText>
      )}
    </>
  )
}

function Figures({ reference, others }: { reference: Agreement; others: Anchors['withOthers'] }) {
  const measures: [string, (agreement: Agreement) => string][] = [
    [copy.exact, copy.exactly],
    [copy.withinOne, copy.nearly],
    [copy.severity, copy.average],
    [copy.kappa, copy.kappaOf],
  ]
  const rows = [
    <Row key={copy.ratings}>
      <RowHeader>{copy.ratings}</RowHeader>
      <Cell>{reference.ratings}</Cell>
      <Cell>{others ? copy.others(others.assessors, others.agreement) : copy.noOthers}</Cell>
    </Row>,
    ...measures.map(([measure, inWords]) => (
      <Row key={measure}>
        <RowHeader>{measure}</RowHeader>
        <Cell>{inWords(reference)}</Cell>
        <Cell>{others ? inWords(others.agreement) : '–'}</Cell>
      </Row>
    )),
  ]
  return <Table caption={copy.caption} columns={copy.columns.map((title) => ({ title }))} rows={rows} />
}

const shades = ['app-shade-0', 'app-shade-1', 'app-shade-2', 'app-shade-3']

/** Every rating as a count in a square of five levels by five, the darker the more; the diagonal is framed. Small enough for a narrow screen. */
function Picture({ table }: { table: number[][] }) {
  const most = Math.max(1, ...table.flat())
  const shade = (many: number) => shades[Math.ceil((3 * many) / most)] ?? ''
  return (
    <>
      <table className="govuk-table app-confusion">
        <caption className="govuk-table__caption govuk-table__caption--m">{copy.pictureCaption}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {copy.you}
            </th>
            <th scope="colgroup" colSpan={table.length}>
              {copy.reference}
            </th>
          </tr>
          <tr>
            {table.map((_, level) => (
              <th key={`level-${level}`} scope="col">
                {level}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.map((row, mine) => (
            <tr key={`mine-${mine}`}>
              <th scope="row">{mine}</th>
              {row.map((many, theirs) => (
                <td key={`theirs-${theirs}`} className={`${shade(many)}${mine === theirs ? ' app-agrees' : ''}`}>
                  {many}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="govuk-body app-measure">
        {copy.pictureText} {copy.zero}
      </p>
    </>
  )
}
