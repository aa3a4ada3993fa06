import { useMutation } from '@tanstack/react-query'
import type { ImportOutcome, ImportRow, RosterImport } from '#domain/roster-import.ts'
import { Button } from '#ui/button.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { copy } from './roster-import.copy.ts'
import { mendRow } from './roster-import.queries.ts'

/** Rows that need nobody, each with what it does and a way to leave it out. */
export function PlainRows({ now, outcome, rows }: { now: RosterImport; outcome: ImportOutcome; rows: readonly ImportRow[] }) {
  const mend = useMutation(mendRow(now.id))
  const { line, who, what } = copy.rowColumns
  const canLeave = outcome === 'new' || outcome === 'update'
  return (
    <Table
      caption={copy.outcome[outcome]}
      columns={[line, who, what, ...(canLeave ? [copy.leave] : [])].map((title) => ({ title }))}
      rows={rows.map((row) => (
        <Row key={row.number}>
          <RowHeader>{row.line}</RowHeader>
          <Cell>
            {row.values.name}
            <br />
            {row.values.email}
          </Cell>
          <Cell>{row.choice === 'leave' ? copy.leftOut : whatHappens(row)}</Cell>
          {canLeave && (
            <Cell>
              <Button
                variant="secondary"
                busy={mend.isPending}
                onClick={() => mend.mutate({ number: row.number, mended: { values: {}, choice: row.choice === 'leave' ? taken(row) : 'leave' } })}
              >
                {row.choice === 'leave' ? copy.takeBack : copy.leave}
                <span className="govuk-visually-hidden">{copy.ofLine(row.line)}</span>
              </Button>
            </Cell>
          )}
        </Row>
      ))}
    />
  )
}

const taken = ({ outcome }: ImportRow) => (outcome === 'update' ? 'update' : null)

function whatHappens({ outcome, changes, repeats }: ImportRow) {
  if (outcome === 'new') return copy.adds
  if (outcome === 'repeat' && repeats !== null) return copy.repeats(repeats)
  if (changes.length === 0) return copy.nothing
  return changes.map(({ field, from, to }) => <div key={field}>{copy.change(field, from, to)}</div>)
}
