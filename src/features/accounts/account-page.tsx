import { useMutation, useSuspenseQuery, type UseMutationOptions } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { Account } from '#domain/account.ts'
import { accountStateWords, regionWords, roleWords } from '#domain/words.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { showMoment } from '#lib/show.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { BackLink } from '#ui/notes.tsx'
import { Success } from '#ui/notification.tsx'
import { Page } from '#ui/page.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { copy } from './accounts.copy.ts'
import { accountQueries, inviteAgain, liftSuspension, removeSecondFactor, suspend, withdrawInvitation } from './accounts.queries.ts'

export function AccountPage() {
  const { id = '' } = useParams()
  const { data: account } = useSuspenseQuery(accountQueries.account(id))
  const [done, setDone] = useState('')
  const [withdrawn, setWithdrawn] = useState('')
  if (withdrawn)
    return (
      <Page title={withdrawn}>
        <p className="govuk-body">{copy.withdrawnText}</p>
        <p className="govuk-body">
          <Link className="govuk-link" to={paths.accounts()}>
            {copy.toAccounts}
          </Link>
        </p>
      </Page>
    )
  return (
    <>
      <BackLink to={paths.accounts()}>{copy.accounts}</BackLink>
      <Page title={account.name}>
        {done && <Success key={done}>{done}</Success>}
        <SummaryList
          rows={[
            { key: copy.email, value: account.email },
            {
              key: copy.role,
              value: account.roles.map(({ role, region }) => (region ? `${roleWords[role]}, ${regionWords[region]}` : roleWords[role])).join('; '),
            },
            {
              key: copy.state,
              value: account.suspendedReason ? `${accountStateWords[account.state]}: ${account.suspendedReason}` : accountStateWords[account.state],
            },
            { key: copy.secondFactor, value: account.secondFactor ? copy.has : copy.hasNot },
            { key: copy.lastSignedIn, value: account.lastSignedInAt ? showMoment(account.lastSignedInAt) : copy.never },
          ]}
        />
        <p className="govuk-body">
          <Link className="govuk-link" to={paths.person(account.personId)}>
            {copy.seePerson}
          </Link>
        </p>
        <p className="govuk-body">
          <Link className="govuk-link" to={paths.erasure(account.personId)}>
            {copy.seeHeld}
          </Link>
        </p>
        <Actions account={account} onDone={setDone} onWithdrawn={setWithdrawn} />
      </Page>
    </>
  )
}

/** What can be done with an account in the state it is in. */
function Actions({ account, onDone, onWithdrawn }: { account: Account; onDone: (what: string) => void; onWithdrawn: (what: string) => void }) {
  return (
    <div className="app-measure">
      {account.state === 'invited' && (
        <>
          <Action mutation={inviteAgain(account.id)} text={copy.inviteAgain} done={copy.invitedAgain} onDone={onDone} />
          <h2 className="govuk-heading-m">{copy.withdraw}</h2>
          <p className="govuk-body">{copy.withdrawWhat}</p>
          <Action mutation={withdrawInvitation(account)} text={copy.withdraw} done={copy.withdrawn(account.name)} onDone={onWithdrawn} />
        </>
      )}
      {account.secondFactor && (
        <>
          <h2 className="govuk-heading-m">{copy.removeFactor}</h2>
          <p className="govuk-body">{copy.removeFactorWhat}</p>
          <Action mutation={removeSecondFactor(account)} text={copy.removeFactor} done={copy.removedFactor} onDone={onDone} />
        </>
      )}
      {account.state === 'suspended' ? (
        <Action mutation={liftSuspension(account)} text={copy.lift} done={copy.lifted(account.name)} onDone={onDone} />
      ) : (
        <SuspendForm account={account} onDone={onDone} />
      )}
    </div>
  )
}

interface ActionProps<Saved> {
  mutation: UseMutationOptions<Saved, Error, unknown>
  text: string
  done: string
  onDone: (what: string) => void
}

function Action<Saved>({ mutation, text, done, onDone }: ActionProps<Saved>) {
  const { mutateAsync } = useMutation(mutation)
  const form = useForm(async () => {
    await mutateAsync(undefined)
    onDone(done)
  })
  return (
    <form onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} />
      <Button variant="secondary" busy={form.busy}>
        {text}
      </Button>
    </form>
  )
}

function SuspendForm({ account, onDone }: { account: Account; onDone: (what: string) => void }) {
  const { mutateAsync } = useMutation(suspend(account))
  const form = useForm(async (values) => {
    await mutateAsync(typed(values, 'reason'))
    onDone(copy.suspendedNow(account.name))
  })
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <h2 className="govuk-heading-m">{copy.suspend}</h2>
      <ErrorSummary errors={form.errors} />
      <p className="govuk-body">{copy.suspendWhat}</p>
      <Field label={copy.reason} hint={copy.reasonHint} name="reason" error={form.errorAt('reason')} />
      <Button variant="warning" busy={form.busy}>
        {copy.suspendNow}
      </Button>
    </form>
  )
}
