import type { Block } from '#domain/module.ts'
import { Cell, Row, Table } from '#ui/table.tsx'
import { Words } from './lesson-words.tsx'

/** A table of a lesson. */
export const TableBlock = ({ block: { caption, head, rows } }: { block: Extract<Block, { kind: 'table' }> }) => (
  <Table
    caption={caption}
    columns={head.map((text) => ({ title: text.map((run) => (run.kind === 'cite' ? `[${run.source}]` : run.text)).join('') }))}
    rows={rows.map((cells, index) => (
      <Row key={index}>
        {cells.map((text, column) => (
          <Cell key={column}>
            <Words text={text} />
          </Cell>
        ))}
      </Row>
    ))}
  />
)
