import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useLocation, useNavigate, useNavigation } from 'react-router'
import { saveFile } from '#lib/save-file.ts'
import { useSearch } from '#lib/search-params.ts'
import { typed } from '#lib/typed.ts'
import { paths } from '#paths'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { Page } from '#ui/page.tsx'
import { copy } from './cover.copy.ts'
import { type CoverAsked, coverQueries, downloadCover, keepSnapshot } from './cover.queries.ts'
import { coverFilters } from './cover-filters.ts'
import { CoverView } from './cover-view.tsx'
import './cover.scss'

export function CoverPage() {
  const [asked, setAsked] = useSearch(coverFilters)
  const { data: cover } = useSuspenseQuery(coverQueries.cover(asked))
  const { data: authorities } = useSuspenseQuery(coverQueries.authorities(asked))
  const { state } = useLocation() as { state: { said?: string } | null }
  return (
    <Page title={copy.title} busy={useNavigation().state === 'loading'}>
      {state?.said && (
        <p className="govuk-body" role="status">
          {state.said}
        </p>
      )}
      <p className="govuk-body app-measure">{copy.intro}</p>
      <form
        key={cover.on}
        className="app-cover-tools"
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          setAsked({ on: typed(new FormData(event.currentTarget), 'on') })
        }}
      >
        <Field label={copy.on} hint={copy.onHint} name="on" type="date" width={10} defaultValue={cover.on} />
        <Button variant="secondary">{copy.show}</Button>
      </form>
      {/* The form is not printed, and a page for a board has to say its day. */}
      <p className="govuk-body">{copy.figuresFor(cover.on)}</p>
      <CoverView cover={cover} authorities={authorities} editable />
      <Outputs asked={asked} />
    </Page>
  )
}

/** What a board takes away: a file, a print, a picture that is kept. */
function Outputs({ asked }: { asked: CoverAsked }) {
  const navigate = useNavigate()
  const download = useMutation({
    mutationFn: async () => saveFile(`cover-${asked.on ?? 'today'}.csv`, new Blob([await downloadCover(asked)], { type: 'text/csv' })),
  })
  const keep = useMutation(keepSnapshot)
  return (
    <div className="app-cover-tools">
      {(download.isError || keep.isError) && <ErrorSummary errors={[{ pointer: '', detail: copy.downloadFailed }]} />}
      <p className="govuk-body app-measure">{copy.keepHint}</p>
      <Actions>
        <Button busy={keep.isPending} onClick={() => keep.mutate(asked, { onSuccess: ({ id }) => void navigate(paths.coverSnapshot(id)) })}>
          {copy.keep}
        </Button>
        <Button variant="secondary" busy={download.isPending} onClick={() => download.mutate()}>
          {copy.download}
        </Button>
        <Button variant="secondary" onClick={() => window.print()}>
          {copy.print}
        </Button>
      </Actions>
      <p className="govuk-body">
        <Link className="govuk-link" to={paths.coverSnapshots()}>
          {copy.kept}
        </Link>
      </p>
    </div>
  )
}
