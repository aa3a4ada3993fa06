import type { FrameworkChange } from '#domain/framework-changes.ts'
import { poolRoleWords } from '#domain/words.ts'
import type { paths } from '#lib/contract.d.ts'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { copy } from './framework-versions.copy.ts'

type Compared = paths['/api/framework/drafts/{number}/changes']['get']['responses'][200]['content']['application/json']

/** Every word that differs from the version compared with, with both wordings, one table for each thing that changes. `published`: what it changed, once. */
export function DraftChanges({ compared: { changes, against }, published }: { compared: Compared; published: boolean }) {
  // The levels of a skill are shown with it.
  const groups = [...Map.groupBy(changes, ({ of, id }) => `${of === 'level' ? 'skill' : of} ${id}`)]
  return (
    <>
      <h2 className="govuk-heading-m">{published ? copy.changed : copy.changes}</h2>
      <p className="govuk-body app-measure">
        {published && against === null ? copy.changesFirst : changes.length === 0 ? copy.changesNone(against) : copy.finding(changes, against)}
      </p>
      {groups.map(([key, group]) => (
        <Group key={key} changes={group} before={published && against !== null ? copy.version(against) : copy.inUse} />
      ))}
    </>
  )
}

function Group({ changes, before }: { changes: FrameworkChange[]; before: string }) {
  const rows = changes.flatMap((change) =>
    change.fields.map(({ field, from, to }) => (
      <Row key={`${change.kind} ${change.level} ${field}`}>
        <RowHeader>
          {copy.field(field, change.level)} <Tag colour={copy.kindColour[change.kind]}>{copy.kind[change.kind]}</Tag>
        </RowHeader>
        <Cell>{from || copy.dash}</Cell>
        <Cell>{to || copy.dash}</Cell>
      </Row>
    )),
  )
  return <Table caption={changes.map(titleOf)[0] ?? ''} columns={copy.changesColumns(before).map((title) => ({ title }))} rows={rows} />
}

const roleNames: Record<string, string> = poolRoleWords
const titleOf = ({ of, id, name }: FrameworkChange) =>
  of === 'framework' ? copy.of.framework : of === 'bar' ? `${copy.of.bar} ${roleNames[id] ?? id}` : `${copy.of[of]} ${id}: ${name}`
