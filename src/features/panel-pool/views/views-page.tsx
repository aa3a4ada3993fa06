import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { RosterView } from '#domain/roster-view.ts'
import { ApiError } from '#lib/api-error.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { paths } from '#paths'
import { Actions } from '#ui/actions.tsx'
import { AskedButton } from '#ui/asked-button.tsx'
import { Button } from '#ui/button.tsx'
import { Checkboxes } from '#ui/checkboxes.tsx'
import { Empty } from '#ui/empty.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { BackLink, Details } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { lastRoster } from '../last-roster.ts'
import { copy as poolCopy } from '../panel-pool.copy.ts'
import { rosterFilters } from '../roster-filters.ts'
import { copy } from './views.copy.ts'
import { addView, deleteView, saveView, viewsQuery } from './views.queries.ts'

/** Everything that can be done with views of the roster. */
export function ViewsPage() {
  const { data } = useSuspenseQuery(viewsQuery)
  const [said, setSaid] = useState('')
  const mine = data.views.filter(({ owner }) => owner === null)
  const shared = data.views.filter(({ owner }) => owner !== null)
  return (
    <>
      <BackLink to={lastRoster()}>{poolCopy.roster}</BackLink>
      <Page title={copy.title}>
        <div className="app-measure">
          <p className="govuk-body">{copy.what}</p>
          <p role="status" className="govuk-body">
            {said}
          </p>
          {data.views.length === 0 && <Empty>{copy.none}</Empty>}
          {mine.length > 0 && <h2 className="govuk-heading-m">{copy.mine}</h2>}
          {mine.map((view) => (
            <OwnView key={view.id} view={view} onSaid={setSaid} />
          ))}
          {shared.length > 0 && <h2 className="govuk-heading-m">{copy.shared}</h2>}
          {shared.map((view) => (
            <SharedView key={view.id} view={view} onSaid={setSaid} />
          ))}
        </div>
      </Page>
    </>
  )
}

interface ViewProps {
  view: RosterView
  onSaid: (words: string) => void
}

const Opens = ({ view: { name, search, owner, shared } }: { view: RosterView }) => (
  <p className="govuk-body">
    <Link className="govuk-link" to={paths.roster() + search}>
      {name}
    </Link>
    {owner !== null ? copy.by(owner) : shared ? copy.sharedMark : ''}
  </p>
)

function OwnView({ view, onSaid }: ViewProps) {
  const { id, version, name, search, shared } = view
  const { mutateAsync } = useMutation(saveView)
  const remove = useMutation(deleteView)
  // The fields of several views stand on one page: each has names of its own.
  const field = (which: string) => `${which}-${id}`
  const [changed, setChanged] = useState(false)
  const form = useForm(async (values) => {
    const body = {
      name: typed(values, field('name')),
      search: values.has(field('replace')) ? seenLast() : search,
      shared: values.has(field('shared')),
      readWarning: values.has(field('readWarning')),
    }
    try {
      setChanged(false)
      const now = await mutateAsync({ id, version, body })
      onSaid(copy.saved(now.name))
    } catch (error) {
      setChanged(error instanceof ApiError && error.status === 412)
      throw error
    }
  })
  const errors = changed ? [{ pointer: '', detail: copy.stale }] : form.errors
  return (
    <>
      <Opens view={view} />
      <Details summary={copy.change(name)}>
        <form onSubmit={form.onSubmit} noValidate>
          <ErrorSummary errors={errors.map((error) => ({ ...error, pointer: error.pointer && `/${field(error.pointer.slice(1))}` }))} />
          <Field label={copy.name} name={field('name')} width={20} defaultValue={name} error={form.errorAt('name')} />
          <Checkboxes
            label={copy.replace}
            name={field('replace')}
            error={form.errorAt('search')}
            options={[{ value: 'yes', text: copy.replaceYes }]}
          />
          <Checkboxes
            label={copy.share}
            hint={copy.shareHint}
            name={field('shared')}
            defaultValues={shared ? ['yes'] : []}
            options={[{ value: 'yes', text: copy.shareYes }]}
          />
          {form.errorAt('readWarning') && (
            <Checkboxes
              label={copy.warning}
              name={field('readWarning')}
              error={form.errorAt('readWarning')}
              options={[{ value: 'yes', text: copy.warningYes }]}
            />
          )}
          <Button variant="secondary" busy={form.busy}>
            {copy.keep}
          </Button>
        </form>
        <AskedButton
          button={copy.delete}
          title={copy.deleteAsk(name)}
          what={copy.deleteWhat}
          yes={copy.deleteYes}
          no={copy.deleteNo}
          busy={remove.isPending}
          onYes={() => remove.mutate({ id, version }, { onSuccess: () => onSaid(copy.deleted(name)), onError: () => onSaid(copy.stale) })}
        />
      </Details>
    </>
  )
}

/** The roster as it was seen last in this tab: its filters and sort, whichever page it was on. */
function seenLast(): string {
  const { after: _after, before: _before, ...filters } = rosterFilters.read(new URLSearchParams(lastRoster().split('?')[1] ?? ''))
  return rosterFilters.write(filters)
}

function SharedView({ view, onSaid }: ViewProps) {
  const { mutate, isPending } = useMutation(addView)
  const name = copy.copyOf(view.name)
  const keep = () =>
    mutate(
      { name, search: view.search, shared: false, readWarning: true },
      {
        onSuccess: () => onSaid(copy.copied(name)),
        onError: (error) => onSaid(error instanceof ApiError ? (error.problem.errors?.[0]?.detail ?? error.problem.title) : ''),
      },
    )
  return (
    <>
      <Opens view={view} />
      <Actions>
        <Button variant="secondary" busy={isPending} onClick={keep}>
          <>
            {copy.copy} <span className="govuk-visually-hidden">{view.name}</span>
          </>
        </Button>
      </Actions>
    </>
  )
}
