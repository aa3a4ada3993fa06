import { useInfiniteQuery } from '@tanstack/react-query'
import type { Person, Profile } from '#domain/person.ts'
import { poolRoleWords, regionWords } from '#domain/words.ts'
import { showMoment } from '#lib/show.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { copy } from './panel-pool.copy.ts'
import { panelPoolQueries } from './panel-pool.queries.ts'

interface ChangedUnderYouProps {
  opened: Person
  theirs: Person
  mine: Profile
  busy: boolean
  onTakeTheirs: () => void
}

const labels = { name: copy.name, phone: copy.phone, region: copy.region, roles: copy.roles }
const words: Record<string, string> = { ...regionWords, ...poolRoleWords }
const shown = (value: string | readonly string[] | null) =>
  [value ?? []]
    .flat()
    .map((part) => words[part] ?? part)
    .join(', ') || copy.dash

/** Both values of every field that differs, and a choice, inside the form: keeping mine submits it as it stands. Nothing that was typed is lost. */
export function ChangedUnderYou({ opened, theirs, mine, busy, onTakeTheirs }: ChangedUnderYouProps) {
  const fields = (Object.keys(labels) as (keyof typeof labels)[]).filter(
    (key) => shown(theirs[key]) !== shown(mine[key]) || shown(theirs[key]) !== shown(opened[key]),
  )
  const rows = fields.map((key) => (
    <Row key={key}>
      <RowHeader>{labels[key]}</RowHeader>
      <Cell>{shown(theirs[key])}</Cell>
      <Cell>{shown(mine[key])}</Cell>
    </Row>
  ))
  return (
    <>
      <ErrorSummary errors={changed} />
      <WhoSaved id={opened.id} />
      <Table caption={copy.bothValues} columns={[{ title: copy.detail }, { title: copy.theirs }, { title: copy.yours }]} rows={rows} />
      <Actions>
        <Button busy={busy}>{copy.keepMine}</Button>
        <Button variant="secondary" onClick={onTakeTheirs}>
          {copy.takeTheirs}
        </Button>
      </Actions>
    </>
  )
}

/** Who saved last, and when: the newest change of details in the history. */
function WhoSaved({ id }: { id: string }) {
  const { data } = useInfiniteQuery({ ...panelPoolQueries.history(id), staleTime: 0 })
  const last = data?.pages[0]?.events.find(({ action }) => action === 'profile-changed')
  return last?.by ? <p className="govuk-body">{copy.savedBy(last.by.name, showMoment(last.at))}</p> : null
}

const changed = [{ pointer: '', detail: copy.changedUnder }]
