import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Account, Role } from '#domain/account.ts'
import { type Region, regions } from '#domain/region.ts'
import { regionWords, roleWords } from '#domain/words.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { paths } from '#paths'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { BackLink } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { Panel } from '#ui/panel.tsx'
import { Select } from '#ui/select.tsx'
import { copy } from './accounts.copy.ts'
import { invite } from './accounts.queries.ts'

const staff = ['coordinator', 'assessor', 'administrator'] as const

export function InvitePage() {
  const [invited, setInvited] = useState<Account | null>(null)
  const key = useRef(crypto.randomUUID())
  const { mutateAsync } = useMutation(invite)
  const form = useForm(async (values) => {
    const given = (name: string) => typed(values, name)
    // What was typed goes as it is: the API says what is wrong with it, at the field it belongs to.
    const body = {
      name: given('name'),
      email: given('email'),
      role: given('role') as Exclude<Role, 'learner'>,
      region: (given('region') || null) as Region | null,
    }
    setInvited(await mutateAsync({ key: key.current, ...body }).finally(() => (key.current = crypto.randomUUID())))
  })
  if (invited)
    return (
      <Page title={copy.invited(invited.name)}>
        <Panel title={copy.invitationSent}>{invited.email}</Panel>
        <ButtonLink to={paths.account(invited.id)}>{copy.seeAccount}</ButtonLink>
      </Page>
    )
  return (
    <>
      <BackLink to={paths.accounts()}>{copy.accounts}</BackLink>
      <Page title={copy.invite}>
        <form className="app-measure" onSubmit={form.onSubmit} noValidate>
          <ErrorSummary errors={form.errors} />
          <p className="govuk-body">{copy.inviteIntro}</p>
          <Field label={copy.name} name="name" error={form.errorAt('name')} />
          <Field label={copy.email} name="email" type="email" error={form.errorAt('email')} />
          <Radios label={copy.role} name="role" error={form.errorAt('role')} options={staff.map((value) => ({ value, text: roleWords[value] }))} />
          <Select
            label={copy.region}
            hint={copy.regionHint}
            name="region"
            none={copy.everyRegion}
            error={form.errorAt('region')}
            options={regions.map((value) => ({ value, text: regionWords[value] }))}
          />
          <Button busy={form.busy}>{copy.sendInvitation}</Button>
        </form>
      </Page>
    </>
  )
}
