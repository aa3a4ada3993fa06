import { useSuspenseQuery } from '@tanstack/react-query'
import { showMoment } from '#lib/show.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { BackLink } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { copy } from './privacy.copy.ts'
import { recordQuery } from './privacy.queries.ts'

/** Every entry that is held on somebody, for themself, as a page that prints; without the numbers by which entries name each other. */
export function RecordPage({ personId }: { personId: string }) {
  const { data: record } = useSuspenseQuery(recordQuery(personId))
  // The record begins with what hangs on other entries; a reader begins with themself.
  const tables = record.tables.filter(({ rows }) => rows.length > 0).toReversed()
  const entries = tables.reduce((sum, { rows }) => sum + rows.length, 0)
  return (
    <>
      <BackLink to={paths.myData()}>{copy.title}</BackLink>
      <Page title={copy.record}>
        <p className="govuk-body app-measure">
          {copy.recordIntro(entries, showMoment(record.madeAt))} {copy.recordWhat}
        </p>
        <p className="govuk-body app-measure">{record.about}</p>
        <Button variant="secondary" onClick={() => print()}>
          {copy.print}
        </Button>
        {tables.map(({ name, what, rows }) => (
          <section key={name} aria-labelledby={name}>
            <h2 className="govuk-heading-m" id={name}>
              {what}
            </h2>
            {rows.map((row, place) => (
              <Entry key={typeof row['id'] === 'string' ? row['id'] : place} title={copy.entry(place + 1, rows.length)} row={row} />
            ))}
          </section>
        ))}
      </Page>
    </>
  )
}

function Entry({ title, row }: { title: string; row: Record<string, unknown> }) {
  const fields = Object.entries(row).flatMap(([column, value]) => {
    const text = asText(value)
    return text === '' || /(^|_)id$/.test(column) ? [] : [{ key: inWords(column), value: text }]
  })
  return (
    <>
      <h3 className="govuk-heading-s">{title}</h3>
      <SummaryList rows={fields} />
    </>
  )
}

const inWords = (column: string): string => column.replaceAll('_', ' ').replace(/^./, (letter) => letter.toUpperCase())

function asText(value: unknown): string {
  if (typeof value !== 'string') return value === null || value === undefined ? '' : JSON.stringify(value)
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? showMoment(value) : value
}
