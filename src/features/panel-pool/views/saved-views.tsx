import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Link } from 'react-router'
import type { RosterView } from '#domain/roster-view.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { Checkboxes } from '#ui/checkboxes.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { Details } from '#ui/notes.tsx'
import { type Filters, rosterFilters } from '../roster-filters.ts'
import { copy } from './views.copy.ts'
import { addView, viewsQuery } from './views.queries.ts'

/** The views that somebody can open, each with one click, and the way to keep the one that is shown. */
export function SavedViews({ filters }: { filters: Filters }) {
  const { data } = useQuery(viewsQuery)
  if (!data) return null
  const now = rosterFilters.write(filters)
  const mine = data.views.filter(({ owner }) => owner === null)
  const shared = data.views.filter(({ owner }) => owner !== null)
  return (
    <Details summary={data.views.some(({ search }) => search === now) ? `${copy.title}: ${copy.open.toLowerCase()}` : copy.title}>
      {data.views.length === 0 && <p className="govuk-body">{copy.none}</p>}
      <ViewLinks title={copy.mine} views={mine} now={now} />
      <ViewLinks title={copy.shared} views={shared} now={now} />
      {data.views.length > 0 && (
        <p className="govuk-body">
          <Link className="govuk-link" to={paths.rosterViews()}>
            {copy.manage}
          </Link>
        </p>
      )}
      <SaveView key={now} search={now} />
    </Details>
  )
}

function ViewLinks({ title, views, now }: { title: string; views: readonly RosterView[]; now: string }) {
  if (views.length === 0) return null
  return (
    <>
      <p className="govuk-heading-s">{title}</p>
      <ul className="govuk-list">
        {views.map(({ id, name, search, owner, shared }) => (
          <li key={id}>
            <Link className="govuk-link" to={paths.roster() + search} aria-current={search === now ? 'page' : undefined}>
              {name}
            </Link>
            {owner !== null ? copy.by(owner) : shared ? copy.sharedMark : ''}
          </li>
        ))}
      </ul>
    </>
  )
}

function SaveView({ search }: { search: string }) {
  const form = useRef<HTMLFormElement>(null)
  const [said, setSaid] = useState('')
  const { mutateAsync } = useMutation(addView)
  const { busy, errors, errorAt, onSubmit } = useForm(async (values) => {
    const { name } = await mutateAsync({
      name: typed(values, 'view'),
      search,
      shared: values.has('shared'),
      readWarning: values.has('readWarning'),
    })
    form.current?.reset()
    setSaid(copy.saved(name))
  })
  return (
    <form ref={form} onSubmit={onSubmit} noValidate>
      {/* The roster has a field that is called name already. */}
      <ErrorSummary errors={errors.map((error) => (error.pointer === '/name' ? { ...error, pointer: '/view' } : error))} />
      <Field label={copy.name} name="view" width={20} error={errorAt('name')} />
      <Checkboxes label={copy.share} hint={copy.shareHint} name="shared" options={[{ value: 'yes', text: copy.shareYes }]} />
      {errorAt('readWarning') && (
        <Checkboxes label={copy.warning} name="readWarning" error={errorAt('readWarning')} options={[{ value: 'yes', text: copy.warningYes }]} />
      )}
      <Button variant="secondary" busy={busy}>
        {copy.save}
      </Button>
      <p role="status" className="govuk-body">
        {said}
      </p>
    </form>
  )
}
