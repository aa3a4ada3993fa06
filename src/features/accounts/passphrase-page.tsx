import { useMutation } from '@tanstack/react-query'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { save } from '#lib/saving.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { BackLink } from '#ui/notes.tsx'
import { Success } from '#ui/notification.tsx'
import { Page } from '#ui/page.tsx'
import { PasswordField } from '#ui/password-field.tsx'
import { copy } from './accounts.copy.ts'

export function PassphrasePage() {
  const { mutateAsync, data } = useMutation({
    mutationFn: (body: { current: string | null; passphrase: string }) => save('PUT', '/api/passphrase', { body }),
  })
  const form = useForm((values) => mutateAsync({ current: typed(values, 'current') || null, passphrase: typed(values, 'passphrase') }))
  return (
    <>
      <BackLink to={paths.profile()}>{copy.goBack}</BackLink>
      <Page title={copy.passphraseTitle}>
        {data && <Success>{data.message}</Success>}
        <form className="app-measure" onSubmit={form.onSubmit} noValidate>
          <ErrorSummary errors={form.errors} />
          <PasswordField
            label={copy.current}
            hint={copy.currentHint}
            name="current"
            autoComplete="current-password"
            error={form.errorAt('current')}
          />
          <PasswordField
            label={copy.choosePassphrase}
            hint={copy.choosePassphraseHint}
            name="passphrase"
            autoComplete="new-password"
            error={form.errorAt('passphrase')}
          />
          <Button busy={form.busy}>{copy.passphraseChange}</Button>
        </form>
      </Page>
    </>
  )
}
