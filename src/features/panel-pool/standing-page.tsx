import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { Standing } from '#domain/person.ts'
import type { CurrentStanding } from '#domain/standing.ts'
import { standingWords } from '#domain/words.ts'
import { ApiError } from '#lib/api-error.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { Empty } from '#ui/empty.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { BackLink } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { copy as poolCopy } from './panel-pool.copy.ts'
import { moveStanding, panelPoolQueries } from './panel-pool.queries.ts'
import { copy } from './standing.copy.ts'

/** A coordinator moves somebody to another standing, and says why. */
export function StandingPage() {
  const { id = '' } = useParams()
  const { data: person } = useSuspenseQuery(panelPoolQueries.person(id))
  const { data: read } = useSuspenseQuery(panelPoolQueries.standing(id))
  // The form keeps what it was opened with, until somebody else’s change is shown in it.
  const [current, setCurrent] = useState(read)
  return (
    <>
      <BackLink to={paths.person(id)}>{poolCopy.record}</BackLink>
      <Page title={copy.title(person.name)}>
        <div className="app-measure">
          {current.standing && <p className="govuk-body">{copy.now(standingWords[current.standing], current.until)}</p>}
          {current.moves.length === 0 ? <Empty>{copy.none}</Empty> : <MoveForm id={id} name={person.name} current={current} onStale={setCurrent} />}
        </div>
      </Page>
    </>
  )
}

interface MoveFormProps {
  id: string
  name: string
  current: CurrentStanding
  onStale: (now: CurrentStanding) => void
}

function MoveForm({ id, name, current, onStale }: MoveFormProps) {
  const navigate = useNavigate()
  const [changed, setChanged] = useState<string | null>(null)
  const { mutateAsync } = useMutation(moveStanding)
  const form = useForm(async (values) => {
    // The API says which answers there are, and refuses the rest.
    const move = { to: typed(values, 'to') as Standing, reason: typed(values, 'reason'), until: typed(values, 'until') || null }
    try {
      const { standing } = await mutateAsync({ id, version: current.version, move })
      await navigate(paths.person(id), { state: { said: copy.done(name, standing ? standingWords[standing] : '') } })
    } catch (error) {
      if (error instanceof ApiError && error.status === 412) {
        const now = error.problem.current as CurrentStanding
        setChanged(now.standing && copy.changed(standingWords[now.standing]))
        onStale(now)
      } else setChanged(null)
      throw error
    }
  })
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <ErrorSummary errors={changed ? [{ pointer: '', detail: changed }] : form.errors} />
      <Radios label={copy.to} name="to" error={form.errorAt('to')} options={current.moves.map((value) => ({ value, text: standingWords[value] }))} />
      <Field label={copy.until} hint={copy.untilHint} name="until" type="date" width={10} error={form.errorAt('until')} />
      <TextArea label={copy.reason} hint={copy.reasonHint} name="reason" rows={3} most={500} error={form.errorAt('reason')} />
      <Button busy={form.busy}>{copy.save}</Button>
    </form>
  )
}
