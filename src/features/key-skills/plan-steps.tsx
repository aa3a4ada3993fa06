import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import type { PlanStep, StepState, Suggestion } from '#domain/development-plan.ts'
import type { Framework } from '#domain/framework.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { Details } from '#ui/notes.tsx'
import { keyTitle, planCopy, stepTitle, whySuggested } from './plan.copy.ts'
import { type Decision, decideStep } from './plan.queries.ts'
import './plan-steps.scss'

const NamesAsked = lazy(() => import('./names-asked.tsx').then((part) => ({ default: part.NamesAsked })))

const plain = (state: StepState): Decision => ({ state, dueOn: null, reason: null, insteadOf: null })

interface SuggestedStepProps {
  suggestion: Suggestion
  name: (skill: string) => string
  framework: Framework
}

/** A step with the reason for it, and every way to decide on it. */
export function SuggestedStep({ suggestion, name, framework }: SuggestedStepProps) {
  const { key, version, kind, skills, why, instead } = suggestion
  const title = stepTitle(suggestion, name)
  const { mutateAsync } = useMutation(decideStep)
  const id = key.replace(':', '-').replace('.', '-')
  const accept = useForm((values) => mutateAsync({ key, version, decision: { ...plain('accepted'), dueOn: typed(values, `dueOn-${id}`) || null } }))
  const skill = framework.domains.flatMap((domain) => domain.skills).find((one) => one.id === why.skill)
  const level = skill?.levels[(kind === 'practice' ? Math.min((why.self ?? 0) + 1, why.needs) : why.needs) - 1]
  return (
    <section className="app-step" aria-label={title}>
      <h3 className="govuk-heading-s">{title}</h3>
      <p className="govuk-body">
        {whySuggested(suggestion, name)} {version > 0 && planCopy.doneBefore}
      </p>
      {skills.length > 1 && (
        <Details summary={planCopy.serves(skills.length)}>
          <ul className="govuk-list govuk-list--bullet">
            {skills.map((one) => (
              <li key={one}>{name(one)}</li>
            ))}
          </ul>
        </Details>
      )}
      {level && kind === 'practice' && (
        <p className="govuk-body">
          <strong>{planCopy.looksLike(level.level)}:</strong> {level.indicator}
        </p>
      )}
      {level && (kind === 'practice' || kind === 'evidence') && (
        <p className="govuk-body">
          <strong>{planCopy.shownBy}:</strong> {level.evidence}
        </p>
      )}
      <form onSubmit={accept.onSubmit} noValidate>
        <ErrorSummary errors={accept.errors.map((error) => (error.pointer === '/dueOn' ? { ...error, pointer: `/dueOn-${id}` } : error))} />
        <Field label={planCopy.date} name={`dueOn-${id}`} type="date" width={10} error={accept.errorAt('dueOn')} />
        <Button busy={accept.busy}>{planCopy.accept}</Button>
      </form>
      <Details summary={planCopy.decide}>
        {instead.length > 0 && <Swap suggestion={suggestion} name={name} />}
        <Dismiss stepKey={key} version={version} />
      </Details>
    </section>
  )
}

function Swap({ suggestion: { key, instead }, name }: { suggestion: Suggestion; name: (skill: string) => string }) {
  const { mutateAsync } = useMutation(decideStep)
  const form = useForm(async (values) => {
    const other = typed(values, `instead-${key}`) || instead[0] || ''
    await mutateAsync({ key: other, version: 0, decision: { ...plain('accepted'), insteadOf: key } })
  })
  return (
    <form onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} />
      <Radios
        label={planCopy.swap}
        name={`instead-${key}`}
        defaultValue={instead.length === 1 ? instead[0] : null}
        options={instead.map((value) => ({ value, text: keyTitle(value, name) }))}
      />
      <Button variant="secondary" busy={form.busy}>
        {planCopy.swap}
      </Button>
    </form>
  )
}

function Dismiss({ stepKey, version }: { stepKey: string; version: number }) {
  const { mutateAsync } = useMutation(decideStep)
  const id = stepKey.replace(':', '-').replace('.', '-')
  const form = useForm((values) =>
    mutateAsync({
      key: stepKey,
      version,
      decision: { ...plain('dismissed'), reason: typed(values, `reason-${id}`).trim() || null, readWarning: values.has(`readWarning-${id}`) },
    }),
  )
  const warned = form.errorAt('readWarning')
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <ErrorSummary errors={form.errors.map((error) => (error.pointer === '' ? error : { ...error, pointer: `${error.pointer}-${id}` }))} />
      <Field label={planCopy.reason} hint={planCopy.reasonHint} name={`reason-${id}`} error={form.errorAt('reason')} />
      {warned && (
        <Suspense>
          <NamesAsked warned={warned} name={`readWarning-${id}`} />
        </Suspense>
      )}
      <Button variant="secondary" busy={form.busy}>
        {planCopy.dismiss}
      </Button>
    </form>
  )
}

/** What can still be done about a step that was decided on. */
export function DecidedStep({ step }: { step: PlanStep }) {
  const { key, version, state, dueOn } = step
  const { mutateAsync } = useMutation(decideStep)
  const move = (to: StepState) => () => mutateAsync({ key, version, decision: { ...plain(to), dueOn: to === 'accepted' ? null : dueOn } })
  const done = useForm(move('done'))
  const again = useForm(move('accepted'))
  const id = key.replace(':', '-').replace('.', '-')
  const date = useForm((values) => mutateAsync({ key, version, decision: { ...plain('accepted'), dueOn: typed(values, `dueOn-${id}`) || null } }))
  if (state !== 'accepted')
    return (
      <form onSubmit={again.onSubmit}>
        <ErrorSummary errors={again.errors} />
        <Button variant="secondary" busy={again.busy}>
          {planCopy.again}
        </Button>
      </form>
    )
  return (
    <>
      <form onSubmit={done.onSubmit}>
        <ErrorSummary errors={done.errors} />
        <Button variant="secondary" busy={done.busy}>
          {planCopy.done}
        </Button>
      </form>
      <Details summary={planCopy.change}>
        <form onSubmit={date.onSubmit} noValidate>
          <ErrorSummary errors={date.errors.map((error) => (error.pointer === '/dueOn' ? { ...error, pointer: `/dueOn-${id}` } : error))} />
          <Field label={planCopy.date} name={`dueOn-${id}`} type="date" width={10} defaultValue={dueOn ?? ''} error={date.errorAt('dueOn')} />
          <Button variant="secondary" busy={date.busy}>
            {planCopy.setDate}
          </Button>
        </form>
        <Dismiss stepKey={key} version={version} />
      </Details>
    </>
  )
}
