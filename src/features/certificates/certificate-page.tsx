import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { Certificate } from '#domain/certificate.ts'
import { showDay } from '#lib/show.ts'
import { paths } from '#paths'
import { BackLink, InsetText } from '#ui/notes.tsx'
import { Success } from '#ui/notification.tsx'
import { Page } from '#ui/page.tsx'
import { copy } from './certificates.copy.ts'
import { certificateQueries } from './certificates.queries.ts'
import { Claims } from './claims.tsx'
import { HandOut } from './hand-out.tsx'
import { Reminders } from './reminders.tsx'
import { RevokeForm } from './revoke-form.tsx'
import { StateTag } from './state-tag.tsx'
import './certificates.scss'

/** One certificate: what it says, how it stands, and what its reader may do with it. It prints as the certificate itself. */
export function CertificatePage() {
  const { code = '' } = useParams()
  const { data: certificate } = useSuspenseQuery(certificateQueries.one(code))
  const [done, setDone] = useState('')
  const { claims, state, own, moves } = certificate
  return (
    <>
      {own ? (
        <BackLink to={paths.certificates()}>{copy.certificates}</BackLink>
      ) : (
        <BackLink to={paths.person(certificate.personId)}>{claims.name}</BackLink>
      )}
      <Page title={claims.title} caption={copy.certificate}>
        <div className="app-certificate app-measure">
          {done && <Success key={done}>{done}</Success>}
          <Why certificate={certificate} />
          <Claims claims={claims} state={{ key: copy.stateLabel, value: <StateTag state={state} /> }} />
          <p className="govuk-body">
            {copy.checkAt}{' '}
            <a className="govuk-link" href={`${paths.verify()}#${claims.code}`}>
              {certificate.checkAt}
            </a>
          </p>
          {own && <HandOut code={claims.code} />}
          {own && state === 'valid' && <Reminders certificate={certificate} />}
          {moves.includes('revoke') && <RevokeForm certificate={certificate} onDone={setDone} />}
        </div>
      </Page>
    </>
  )
}

/** Why a certificate is no longer valid. */
function Why({ certificate: { state, revoked } }: { certificate: Certificate }) {
  if (state === 'expired') return <InsetText>{copy.expiredWhat}</InsetText>
  if (!revoked) return null
  return (
    <InsetText>
      <p className="govuk-body">{copy.revokedOn(showDay(revoked.at), revoked.reason)}</p>
      <p className="govuk-body app-close">{copy.revokedWords}:</p>
      <p className="govuk-body">{revoked.words}</p>
    </InsetText>
  )
}
