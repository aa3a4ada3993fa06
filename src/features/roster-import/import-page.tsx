import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { RosterImport } from '#domain/roster-import.ts'
import { paths } from '#paths'
import { BackLink, InsetText } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { AskedButton } from '#ui/asked-button.tsx'
import { CheckProgress, useCheck } from './check-progress.tsx'
import { ColumnsForm } from './columns-form.tsx'
import { ImportResult } from './import-result.tsx'
import { ReviewRows } from './review-rows.tsx'
import { copy } from './roster-import.copy.ts'
import { discardImport, importQueries } from './roster-import.queries.ts'

/** One list from its columns to its result. Where it stands is kept by the API: whoever comes back goes on there. */
export function ImportPage() {
  const { id = '' } = useParams()
  const { data: now } = useSuspenseQuery(importQueries.one(id))
  return (
    <>
      <BackLink to={paths.rosterImports()}>{copy.toImports}</BackLink>
      <Page title={now.fileName} caption={copy.title}>
        {now.state === 'open' ? <OpenImport key={id} now={now} /> : <ImportResult now={now} />}
      </Page>
    </>
  )
}

function OpenImport({ now }: { now: RosterImport }) {
  const [search, setSearch] = useSearchParams()
  const check = useCheck(now)
  const choosing = !check.running && (now.checked === 0 || search.get('step') === 'columns')
  return (
    <>
      <Notes notes={now.notes} />
      {choosing ? (
        <ColumnsForm
          now={now}
          onSaved={() => {
            setSearch({}, { preventScrollReset: true })
            check.run()
          }}
        />
      ) : now.checked < now.rows ? (
        <CheckProgress now={now} check={check} />
      ) : (
        <ReviewRows now={now} onCheckAgain={() => setSearch({ step: 'columns' })} />
      )}
      <Discard now={now} />
    </>
  )
}

function Notes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null
  return (
    <InsetText>
      <h2 className="govuk-heading-s">{copy.notes}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {notes.map((note) => (
          <li key={note}>{note}.</li>
        ))}
      </ul>
    </InsetText>
  )
}

function Discard({ now }: { now: RosterImport }) {
  const discard = useMutation(discardImport(now.id))
  const navigate = useNavigate()
  const gone = () => void navigate(paths.rosterImports(), { state: { discarded: true } })
  return (
    <AskedButton
      button={copy.discard}
      title={copy.discardAsk}
      what={copy.discardWhat}
      yes={copy.discardYes}
      no={copy.discardNo}
      busy={discard.isPending}
      onYes={() => discard.mutate(now.version, { onSuccess: gone })}
    />
  )
}
