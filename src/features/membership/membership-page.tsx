import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { isMember } from '#domain/membership.ts'
import type { Member } from '#domain/member.ts'
import type { Person } from '#domain/person.ts'
import { standingWords } from '#domain/words.ts'
import { useForm } from '#lib/form.ts'
import { useSearch } from '#lib/search-params.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Success } from '#ui/notification.tsx'
import { Page } from '#ui/page.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { copy } from './asks.copy.ts'
import { askQueries } from './asks.queries.ts'
import { CalendarFeed } from './calendar-feed.tsx'
import { confirmCopy } from './confirm.copy.ts'
import { formOfMember } from './form-of-member.tsx'
import { Join } from './join-form.tsx'
import { confirmMember, memberQueries } from './member.queries.ts'
import { memberSearch } from './member-search.ts'
import { MemberSections } from './member-sections.tsx'
import './membership.scss'

interface Done {
  said: string
  number: number
}

/** A person’s own membership of the pool: how to join, or what a member keeps true. */
export function MembershipPage({ person }: { person: Person }) {
  const { data: membership } = useSuspenseQuery(askQueries.own)
  const [done, setDone] = useState<Done | null>(null)
  const say = (said: string) => setDone({ said, number: (done?.number ?? 0) + 1 })
  const { standing, ask } = membership
  if (isMember(standing)) return <OwnMember person={person} done={done} onSaid={say} />
  return (
    <Page title={ask?.state === 'open' ? copy.waitingTitle : copy.join}>
      {done && <Success key={done.number}>{done.said}</Success>}
      {standing === null ? (
        <Empty>{copy.notForStaff}</Empty>
      ) : (
        <Join key={`${ask?.id ?? 'new'} ${ask?.state ?? ''}`} membership={membership} onDone={say} />
      )}
    </Page>
  )
}

/** What a member keeps true: two minutes on a phone. */
function OwnMember({ person, done, onSaid }: { person: Person; done: Done | null; onSaid: (said: string) => void }) {
  const { data: member } = useSuspenseQuery(memberQueries.one(person.id))
  const [search] = useSearch(memberSearch)
  const navigate = useNavigate()
  const base = paths.membership()
  const form = formOfMember({
    member,
    search,
    base,
    name: null,
    onSaved: (said) => {
      onSaid(said)
      void navigate(base)
    },
  })
  if (form) return form
  return (
    <Page title={copy.membership}>
      {done && <Success key={done.number}>{done.said}</Success>}
      {member.standing && <p className="govuk-body">{copy.yourStanding(standingWords[member.standing])}</p>}
      <StillRight member={member} onDone={() => onSaid(confirmCopy.thanks)} />
      <MemberSections member={member} search={search} base={base} details={paths.profile()} />
      <CalendarFeed />
      <h2 className="govuk-heading-m">{copy.contact}</h2>
      <SummaryList
        rows={[
          { key: copy.email, value: person.email },
          { key: copy.phone, value: person.phone ?? copy.notGiven, action: { to: paths.profile(), text: copy.change } },
        ]}
      />
      <h2 className="govuk-heading-m">{copy.checks}</h2>
      <p className="govuk-body">
        {copy.checksWhy}{' '}
        <Link className="govuk-link" to={paths.myChecks()}>
          {copy.toChecks}
        </Link>
      </p>
      <h2 className="govuk-heading-m">{copy.ties}</h2>
      <p className="govuk-body">
        {copy.tiesWhy}{' '}
        <Link className="govuk-link" to={paths.affiliations()}>
          {copy.toTies}
        </Link>
      </p>
    </Page>
  )
}

/** Once a quarter: one tap. */
function StillRight({ member: { personId, confirmedAt, confirmDueOn, today }, onDone }: { member: Member; onDone: () => void }) {
  const { mutateAsync } = useMutation(confirmMember(personId))
  const form = useForm(async () => {
    await mutateAsync()
    onDone()
  })
  const isDue = confirmDueOn === null || confirmDueOn <= today
  return (
    <form className={isDue ? 'app-still-right' : 'app-measure'} onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} />
      {isDue && <h2 className="govuk-heading-m">{confirmCopy.ask}</h2>}
      {isDue && <p className="govuk-body">{confirmCopy.askWhy}</p>}
      {confirmedAt && <p className="govuk-body">{confirmCopy.last(confirmedAt, isDue ? null : confirmDueOn)}</p>}
      <Button variant={isDue ? undefined : 'secondary'} busy={form.busy}>
        {confirmCopy.yes}
      </Button>
    </form>
  )
}
