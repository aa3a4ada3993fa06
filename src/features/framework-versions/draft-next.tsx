import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { FrameworkDraft, FrameworkState } from '#domain/framework-version.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { Button } from '#ui/button.tsx'
import { Checkboxes } from '#ui/checkboxes.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { copy } from './framework-versions.copy.ts'
import { moveVersion, versionQueries } from './framework-versions.queries.ts'
import { roleWords } from '#domain/words.ts'

interface NextProps {
  draft: FrameworkDraft
  onDone: (what: string) => void
}

/** What an administrator can do with a version in the state it is in. */
export function DraftNext({ draft, onDone }: NextProps) {
  const can = (move: FrameworkState) => draft.moves.includes(move)
  const takeUp = draft.state === 'changes-requested'
  return (
    <div className="app-measure">
      <h2 className="govuk-heading-m">{copy.next}</h2>
      {draft.moves.length === 0 && <p className="govuk-body">{copy.nothingNext}</p>}
      {draft.state === 'in-review' && <p className="govuk-body">{copy.waiting}</p>}
      {can('in-review') && (draft.faults.length > 0 ? <p className="govuk-body">{copy.fillFirst}</p> : <SendForm draft={draft} onDone={onDone} />)}
      {can('published') && (
        <MoveForm
          draft={draft}
          to="published"
          title={copy.publish}
          what={copy.publishWhat(draft.number)}
          button={copy.publishNow(draft.number)}
          done={copy.published(draft.number)}
          onDone={onDone}
        />
      )}
      {can('draft') && (
        <MoveForm
          draft={draft}
          to="draft"
          title={copy.takeBack}
          what={copy.takeBackWhat}
          button={takeUp ? copy.takeUpNow : copy.takeBackNow}
          done={copy.takenBack}
          secondary={!takeUp}
          reason={!takeUp}
          onDone={onDone}
        />
      )}
      {can('retired') && (
        <MoveForm
          draft={draft}
          to="retired"
          title={copy.retire}
          what={copy.retireWhat}
          button={copy.retireNow}
          done={copy.retired}
          warning
          reason
          onDone={onDone}
        />
      )}
      {can('discarded') && (
        <MoveForm draft={draft} to="discarded" title={copy.discard} button={copy.discardNow} done={copy.discarded} warning reason onDone={onDone} />
      )}
    </div>
  )
}

interface MoveFormProps extends NextProps {
  to: FrameworkState
  title: string
  what?: string
  button: string
  done: string
  reason?: boolean
  secondary?: boolean
  warning?: boolean
}

function MoveForm({ draft, to, title, what, button, done, reason = false, secondary = false, warning = false, onDone }: MoveFormProps) {
  const { mutateAsync } = useMutation(moveVersion(draft))
  // Several of these stand on one page, so each field carries its move.
  const name = (field: string) => `${field}-${to}`
  const form = useForm(async (values) => {
    onDone('')
    const retiresOn = to === 'retired' ? typed(values, name('retiresOn')) || null : null
    await mutateAsync({ to, reason: reason ? typed(values, name('reason')) : null, retiresOn })
    onDone(done)
  })
  const errors = form.errors.map(({ pointer, detail }) => ({ pointer: pointer === '' ? '' : `/${name(pointer.slice(1))}`, detail }))
  const variant = warning ? 'warning' : secondary ? 'secondary' : undefined
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <h3 className="govuk-heading-s">{title}</h3>
      <ErrorSummary errors={errors} />
      {what && <p className="govuk-body">{what}</p>}
      {to === 'retired' && <Field label={copy.retireOn} name={name('retiresOn')} type="date" width={10} error={form.errorAt('retiresOn')} />}
      {reason && (
        <Field
          label={copy.reason}
          hint={to === 'retired' ? copy.retireReasonHint : copy.reasonHint}
          name={name('reason')}
          error={form.errorAt('reason')}
        />
      )}
      <Button variant={variant} busy={form.busy}>
        {button}
      </Button>
    </form>
  )
}

function SendForm({ draft, onDone }: NextProps) {
  const { data } = useQuery(versionQueries.reviewers)
  const { mutateAsync } = useMutation(moveVersion(draft))
  const form = useForm(async (values) => {
    onDone('')
    await mutateAsync({ to: 'in-review', reason: null, reviewers: values.getAll('reviewers').map(String) })
    onDone(copy.sent)
  })
  const words: Record<string, string> = roleWords
  const options = data?.reviewers.map(({ accountId, name, roles }) => ({
    value: accountId,
    text: `${name} (${roles.map((role) => words[role]?.toLowerCase()).join(', ')})`,
  }))
  let field: ReactNode = null
  if (options)
    field =
      options.length === 0 ? (
        <p className="govuk-body">{copy.noReviewers}</p>
      ) : (
        <Checkboxes label={copy.askReviewers} hint={copy.askReviewersHint} name="reviewers" options={options} error={form.errorAt('reviewers')} />
      )
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <ErrorSummary errors={form.errors} />
      {field}
      {options && options.length > 0 && <Button busy={form.busy}>{copy.send}</Button>}
    </form>
  )
}
