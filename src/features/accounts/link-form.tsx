import { useMutation } from '@tanstack/react-query'
import { useForm } from '#lib/form.ts'
import { save } from '#lib/saving.ts'
import { typed } from '#lib/typed.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { copy } from './accounts.copy.ts'

/** Asks for a link to sign in without a passphrase. `then` says what to do once it is there. */
export function LinkForm({ email, then }: { email?: string | undefined; then?: string }) {
  const { mutateAsync, data } = useMutation({ mutationFn: (address: string) => save('POST', '/api/sign-in-links', { body: { email: address } }) })
  const form = useForm((values) => mutateAsync(typed(values, 'link-email')))
  // This form's field has a name of its own, since two on one page may not share one; the API knows it as `email`.
  const errors = form.errors.map((error) => ({ ...error, pointer: error.pointer.replace('/email', '/link-email') }))
  if (data)
    return (
      <p role="status">
        {data.message}. {then}
      </p>
    )
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <ErrorSummary errors={errors} />
      <Field label={copy.email} name="link-email" type="email" autoComplete="email" defaultValue={email} error={form.errorAt('email')} />
      <Button variant="secondary" busy={form.busy}>
        {copy.sendLink}
      </Button>
    </form>
  )
}
