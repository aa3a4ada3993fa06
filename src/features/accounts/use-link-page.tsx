import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useLocation, useNavigate } from 'react-router'
import type { LinkView } from '#domain/account.ts'
import { answer, api } from '#lib/api-client.ts'
import { ApiError } from '#lib/api-error.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { save } from '#lib/saving.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { Page } from '#ui/page.tsx'
import { PasswordField } from '#ui/password-field.tsx'
import { copy } from './accounts.copy.ts'
import { settle } from './session.queries.ts'

/** Where an e-mailed link leads. Opening it only shows a button: mail scanners open links before people do. */
export function UseLinkPage() {
  const token = useLocation().hash.slice(1)
  const look = useQuery({
    queryKey: ['link', token],
    queryFn: ({ signal }) => answer(api.POST('/api/links/look', { body: { token }, signal })),
    retry: false,
    staleTime: Infinity,
  })
  if (look.isPending)
    return (
      <Page title={copy.linkTitle.looking} busy>
        <p className="govuk-body">{copy.oneMoment}</p>
      </Page>
    )
  if (look.isError) return <DeadLink error={look.error} />
  return <LiveLink token={token} link={look.data} />
}

function DeadLink({ error }: { error: Error }) {
  return (
    <Page title={copy.linkTitle.dead}>
      <p className="govuk-body">{error instanceof ApiError && error.status !== 422 ? error.message : copy.linkBroken}</p>
      <p className="govuk-body">
        <Link className="govuk-link" to={paths.signIn()}>
          {copy.askNewLink}
        </Link>
      </p>
    </Page>
  )
}

type Looked = { kind: keyof typeof copy.linkText; name: string; asksPassphrase: LinkView['asksPassphrase'] }

function LiveLink({ token, link }: { token: string; link: Looked }) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const { mutateAsync } = useMutation({
    mutationFn: (body: { token: string; passphrase?: string; name?: string; email?: string }) => save('POST', '/api/links/use', { body }),
  })
  const first = link.kind === 'first-administrator'
  const form = useForm(async (values) => {
    const given = (name: string) => typed(values, name)
    const session = await mutateAsync({
      token,
      ...(link.asksPassphrase !== 'no' && given('passphrase') ? { passphrase: given('passphrase') } : {}),
      ...(first ? { name: given('name'), email: given('email') } : {}),
    })
    settle(client, session)
    await navigate(session.step === 'signed-in' ? paths.home() : paths.secondFactor(), { replace: true })
  })
  return (
    <Page title={copy.linkTitle[link.kind]}>
      <div className="app-measure">
        <p className="govuk-body">{copy.linkText[link.kind](link.name)}</p>
        <form onSubmit={form.onSubmit} noValidate>
          <ErrorSummary errors={form.errors} />
          {first && <Field label={copy.name} name="name" autoComplete="name" error={form.errorAt('name')} />}
          {first && <Field label={copy.email} name="email" type="email" autoComplete="email" error={form.errorAt('email')} />}
          {link.asksPassphrase !== 'no' && (
            <PasswordField
              label={link.asksPassphrase === 'may' ? copy.newPassphrase : copy.choosePassphrase}
              hint={link.asksPassphrase === 'may' ? copy.newPassphraseHint : copy.choosePassphraseHint}
              name="passphrase"
              autoComplete="new-password"
              error={form.errorAt('passphrase')}
            />
          )}
          <Button busy={form.busy}>{copy.linkButton[link.kind]}</Button>
        </form>
      </div>
    </Page>
  )
}
