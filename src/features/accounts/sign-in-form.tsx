import { useMutation } from '@tanstack/react-query'
import type { Session } from '#domain/account.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { PasswordField } from '#ui/password-field.tsx'
import { copy } from './accounts.copy.ts'
import { signIn } from './session.queries.ts'

/** Address and passphrase. What comes next (the code, the page) is for whoever shows the form. */
export function SignInForm({ onSignedIn, email }: { onSignedIn: (session: Session) => void; email?: string | undefined }) {
  const { mutateAsync } = useMutation(signIn)
  const form = useForm(async (values) => onSignedIn(await mutateAsync({ email: typed(values, 'email'), passphrase: typed(values, 'passphrase') })))
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <ErrorSummary errors={form.errors} />
      <Field label={copy.email} name="email" type="email" autoComplete="username" defaultValue={email} error={form.errorAt('email')} />
      <PasswordField label={copy.passphrase} name="passphrase" autoComplete="current-password" error={form.errorAt('passphrase')} />
      <Button busy={form.busy}>{copy.signIn}</Button>
    </form>
  )
}
