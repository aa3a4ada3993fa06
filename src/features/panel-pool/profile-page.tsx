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
  const [saved, setSaved] = useState<Person | null>(null)
  return (
    <Page title={copy.profile}>
      {saved && <Success key={`saved-${saved.version}`}>{copy.saved}</Success>}
      <p className="govuk-body app-measure">{copy.profileIntro}</p>
      {person && <ProfileForm key={`form-${saved?.version ?? 0}`} person={saved ?? person} onSaved={setSaved} />}
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
  return (
    <>
      <BackLink to={paths.person(id)}>{person.name}</BackLink>
      <Page title={copy.details} caption={person.name}>
        <ProfileForm person={person} onSaved={() => void navigate(paths.person(id))} />
      </Page>
    </>
  )
}
