import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Link } from 'react-router'
import type { Experience, ExperienceGiven } from '#domain/experience.ts'
import { ApiError } from '#lib/api-error.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { paths } from '#paths'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { addExperience, changeExperience } from './evidence.queries.ts'
import { copy } from './experience.copy.ts'

const roles = ['chair', 'author', 'adviser'] as const

const given = (values: FormData): ExperienceGiven => ({
  publisher: typed(values, 'publisher'),
  // What is not a number is refused by the API, at its field.
  year: typed(values, 'year').trim() === '' ? Number.NaN : Number(typed(values, 'year')),
  role: typed(values, 'role') as ExperienceGiven['role'],
  url: typed(values, 'url'),
})

const inWords = ({ publisher, year, role, url }: Experience) => `${publisher}, ${year}, ${copy.roles[role]}, ${url}`

/** A report to add, or one to change. It keeps the version that it was opened with; what another tab saved is shown, and never overwritten unseen. */
export function ExperienceForm({ report, onSaved }: { report: Experience | null; onSaved: () => void }) {
  const key = useRef(crypto.randomUUID())
  const version = useRef(report?.version ?? 0)
  const [meanwhile, setMeanwhile] = useState<Experience | null>(null)
  const add = useMutation({ ...addExperience, onSettled: () => (key.current = crypto.randomUUID()) })
  const change = useMutation(changeExperience)
  const form = useForm(async (values) => {
    try {
      if (report) await change.mutateAsync({ id: report.id, version: version.current, given: given(values) })
      else await add.mutateAsync({ given: given(values), key: key.current })
    } catch (error) {
      if (error instanceof ApiError && error.status === 412) {
        const now = error.problem.current as Experience
        version.current = now.version
        setMeanwhile(now)
      }
      throw error
    }
    onSaved()
  })
  const isStale = form.problem?.status === 412 && meanwhile !== null
  return (
    <form className="app-measure" onSubmit={form.onSubmit} noValidate>
      <h2 className="govuk-heading-m">{report ? copy.changeTitle : copy.addTitle}</h2>
      <ErrorSummary errors={isStale ? [{ pointer: '', detail: copy.meanwhile(inWords(meanwhile)) }] : form.errors} />
      <Field label={copy.publisher} hint={copy.publisherHint} name="publisher" defaultValue={report?.publisher} error={form.errorAt('publisher')} />
      <Field
        label={copy.year}
        name="year"
        width={5}
        inputMode="numeric"
        defaultValue={report ? String(report.year) : undefined}
        error={form.errorAt('year')}
      />
      <Radios
        label={copy.role}
        name="role"
        defaultValue={report?.role}
        error={form.errorAt('role')}
        options={roles.map((value) => ({ value, text: copy.roles[value] }))}
      />
      <Field label={copy.url} hint={copy.urlHint} name="url" inputMode="url" defaultValue={report?.url} error={form.errorAt('url')} />
      <Actions>
        <Button busy={form.busy}>{copy.save}</Button>
        <Link className="govuk-link" to={paths.experience()}>
          {copy.cancel}
        </Link>
      </Actions>
    </form>
  )
}
