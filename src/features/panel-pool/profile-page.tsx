import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { Person } from '#domain/person.ts'
import { paths } from '#paths'
import { BackLink } from '#ui/notes.tsx'
import { Success } from '#ui/notification.tsx'
import { Page } from '#ui/page.tsx'
import { copy } from './panel-pool.copy.ts'
import { panelPoolQueries } from './panel-pool.queries.ts'
import { ProfileForm } from './profile-form.tsx'

/** A person's own details. */
export function ProfilePage({ personId }: { personId: string }) {
  const { data: person } = useQuery(panelPoolQueries.person(personId))
  const [done, setDone] = useState<{ person: Person; what: string } | null>(null)
  return (
    <Page title={copy.profile}>
      {done && <Success key={`done-${done.person.version}`}>{done.what}</Success>}
      <p className="govuk-body app-measure">{copy.profileIntro}</p>
      {person && (
        <ProfileForm
          key={`form-${done?.person.version ?? 0}`}
          person={done?.person ?? person}
          own
          onSaved={(saved) => setDone({ person: saved, what: copy.saved })}
          onTaken={(theirs) => setDone({ person: theirs, what: copy.tookTheirs })}
        />
      )}
      {person?.standing && (
        <p className="govuk-body">
          <Link className="govuk-link" to={paths.myChecks()}>
            {copy.checks}
          </Link>
        </p>
      )}
      <p className="govuk-body">
        <Link className="govuk-link" to={paths.passphrase()}>
          {copy.passphrase}
        </Link>
      </p>
      <p className="govuk-body">
        <Link className="govuk-link" to={paths.myData()}>
          {copy.myData}
        </Link>
      </p>
    </Page>
  )
}

/** Somebody's details, kept by a coordinator. */
export function EditPersonPage() {
  const { id = '' } = useParams()
  const { data: person } = useSuspenseQuery(panelPoolQueries.person(id))
  const navigate = useNavigate()
  const backWith = (said: string) => void navigate(paths.person(id), { state: { said } })
  return (
    <>
      <BackLink to={paths.person(id)}>{copy.record}</BackLink>
      <Page title={copy.detailsOf(person.name)}>
        <ProfileForm person={person} own={false} onSaved={({ name }) => backWith(copy.savedOf(name))} onTaken={() => backWith(copy.tookTheirs)} />
      </Page>
    </>
  )
}
