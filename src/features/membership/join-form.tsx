import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import type { MembershipAsk, OwnMembership } from '#domain/membership.ts'
import type { PoolRole } from '#domain/person.ts'
import { poolRoleWords } from '#domain/words.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { Button } from '#ui/button.tsx'
import { Checkboxes } from '#ui/checkboxes.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { InsetText } from '#ui/notes.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { poolRoles } from './pool-roles.ts'
import { copy } from './asks.copy.ts'
import { askToJoin, withdrawAsk } from './asks.queries.ts'

const asWords = (roles: readonly PoolRole[]) => roles.map((role) => poolRoleWords[role].toLowerCase()).join(' and ')

/** Somebody who is no member yet tells the coordinator that they want to be one, or sees where their ask stands. */
export const Join = ({ membership, onDone }: { membership: OwnMembership; onDone: (said: string) => void }) => {
  const { ask } = membership
  if (ask?.state === 'open') return <Waiting ask={ask} onDone={() => onDone(copy.withdrawn)} />
  return (
    <div className="app-measure">
      <p className="govuk-body">{copy.joinIntro}</p>
      <p className="govuk-body">{copy.joinNext}</p>
      {ask?.state === 'declined' && (
        <InsetText>
          <p>{copy.declinedOn(ask.decidedAt ?? ask.at)}</p>
          {ask.reason && (
            <p className="app-as-written">
              {copy.theyWrote} {ask.reason}
            </p>
          )}
        </InsetText>
      )}
      <JoinForm roles={ask?.roles ?? membership.roles} onDone={() => onDone(copy.asked)} />
    </div>
  )
}

function JoinForm({ roles, onDone }: { roles: readonly PoolRole[]; onDone: () => void }) {
  const key = useRef(crypto.randomUUID())
  const { mutateAsync } = useMutation(askToJoin)
  const form = useForm(async (values) => {
    await mutateAsync({ given: { roles: values.getAll('roles').map(String) as PoolRole[], words: typed(values, 'words') }, key: key.current })
    onDone()
  })
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <ErrorSummary errors={form.errors} />
      <Checkboxes
        label={copy.roles}
        name="roles"
        defaultValues={roles}
        error={form.errorAt('roles')}
        options={poolRoles.map((value) => ({ value, text: poolRoleWords[value] }))}
      />
      <TextArea label={copy.words} hint={copy.wordsHint} name="words" rows={4} most={1000} error={form.errorAt('words')} />
      <Button busy={form.busy}>{copy.ask}</Button>
    </form>
  )
}

function Waiting({ ask, onDone }: { ask: MembershipAsk; onDone: () => void }) {
  const { mutateAsync } = useMutation(withdrawAsk)
  const form = useForm(async () => {
    await mutateAsync(ask)
    onDone()
  })
  return (
    <form className="app-measure" onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} />
      <p className="govuk-body">{copy.waiting(ask.at, asWords(ask.roles))}</p>
      <p className="govuk-body">
        <strong>{copy.youWrote}</strong>
      </p>
      <p className="govuk-body app-as-written">{ask.words}</p>
      <Button variant="secondary" busy={form.busy}>
        {copy.withdraw}
      </Button>
    </form>
  )
}
