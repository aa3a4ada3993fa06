import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { Session } from '#domain/account.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { save } from '#lib/saving.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { Details } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { Success } from '#ui/notification.tsx'
import { copy } from './accounts.copy.ts'
import { SignInForm } from './sign-in-form.tsx'
import { wanted } from './wanted-page.ts'

export function SignInPage() {
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const goOn = ({ step }: Session) => navigate(step === 'signed-in' ? wanted(search) : `${paths.secondFactor()}?${search}`, { replace: true })
  return (
    <Page title={copy.signIn}>
      <div className="app-measure">
        {search.has('next') && <p className="govuk-body">{copy.signInFirst}</p>}
        {search.has('gone') && <Success>{copy.signedOut}</Success>}
        <SignInForm onSignedIn={(session) => void goOn(session)} />
        <Details summary={copy.linkInstead}>
          <LinkForm />
        </Details>
        <p className="govuk-body">
          {copy.noAccount}{' '}
          <Link className="govuk-link" to={paths.signUp()}>
            {copy.createAccount}
          </Link>
        </p>
      </div>
    </Page>
  )
}

function LinkForm() {
  const { mutateAsync, data } = useMutation({ mutationFn: (email: string) => save('POST', '/api/sign-in-links', { body: { email } }) })
  const form = useForm((values) => mutateAsync(typed(values, 'link-email')))
  // This form's field has a name of its own, since two on one page may not share one; the API knows it as `email`.
  const errors = form.errors.map((error) => ({ ...error, pointer: error.pointer.replace('/email', '/link-email') }))
  if (data) return <p role="status">{data.message}.</p>
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <ErrorSummary errors={errors} />
      <Field label={copy.email} name="link-email" type="email" autoComplete="email" error={form.errorAt('email')} />
      <Button variant="secondary" busy={form.busy}>
        {copy.sendLink}
      </Button>
    </form>
  )
}
