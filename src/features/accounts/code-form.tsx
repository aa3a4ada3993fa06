import { useMutation } from '@tanstack/react-query'
import type { Session } from '#domain/account.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { InsetText } from '#ui/notes.tsx'
import { copy } from './accounts.copy.ts'
import { confirmApp, giveCode } from './session.queries.ts'

interface CodeFormProps {
  /** 'give' finishes a sign-in, 'confirm' proves a new app. */
  kind: 'give' | 'confirm'
  demoCode?: string | null
  onSignedIn: (session: Session) => void
}

export function CodeForm({ kind, demoCode, onSignedIn }: CodeFormProps) {
  const { mutateAsync } = useMutation(kind === 'give' ? giveCode : confirmApp)
  const form = useForm(async (values) => onSignedIn(await mutateAsync({ code: typed(values, 'code') })))
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <ErrorSummary errors={form.errors} />
      {demoCode && <InsetText>{copy.demoCode(demoCode)}</InsetText>}
      <Field
        label={copy.code}
        hint={copy.codeHint}
        name="code"
        width={10}
        inputMode="numeric"
        autoComplete="one-time-code"
        error={form.errorAt('code')}
      />
      <Button busy={form.busy}>{copy.goOn}</Button>
    </form>
  )
}
