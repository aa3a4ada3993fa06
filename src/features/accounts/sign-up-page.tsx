import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { Link } from 'react-router'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { save } from '#lib/saving.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { Page } from '#ui/page.tsx'
import { Panel } from '#ui/panel.tsx'
import { copy } from './accounts.copy.ts'

export function SignUpPage() {
  const key = useRef(crypto.randomUUID())
  const { mutateAsync, data } = useMutation({
    mutationFn: (body: { name: string; email: string }) => save('POST', '/api/accounts', { body, key: key.current }),
    onSettled: () => (key.current = crypto.randomUUID()),
  })
  const form = useForm((values) => mutateAsync({ name: typed(values, 'name'), email: typed(values, 'email') }))
  if (data)
    return (
      <Page title={copy.checkMail}>
        <div className="app-measure">
          <Panel title={copy.mailSent}>{copy.mailSentText}</Panel>
          <p className="govuk-body">{copy.mailNotThere}</p>
        </div>
      </Page>
    )
  return (
    <Page title={copy.createAccount}>
      <div className="app-measure">
        <p className="govuk-body">{copy.signUpIntro}</p>
        <form onSubmit={form.onSubmit} noValidate>
          <ErrorSummary errors={form.errors} />
          <Field label={copy.name} name="name" autoComplete="name" error={form.errorAt('name')} />
          <Field label={copy.email} hint={copy.emailHint} name="email" type="email" autoComplete="email" error={form.errorAt('email')} />
          <p className="govuk-body">
            <Link className="govuk-link" to={paths.privacy()}>
              {copy.privacyLink}
            </Link>
          </p>
          <Button busy={form.busy}>{copy.createAccount}</Button>
        </form>
      </div>
    </Page>
  )
}
