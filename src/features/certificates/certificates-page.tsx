import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Certificate } from '#domain/certificate.ts'
import { showDay } from '#lib/show.ts'
import { paths } from '#paths'
import { ButtonLink } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/page.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { copy } from './certificates.copy.ts'
import { certificateQueries } from './certificates.queries.ts'
import { StateTag } from './state-tag.tsx'

/** Somebody's certificates, or what is still to pass for one. */
export function CertificatesPage() {
  const { data } = useSuspenseQuery(certificateQueries.own)
  const modules = data.modules.map(({ title, passedAt }) => ({ key: title, value: passedAt ? copy.passedOn(showDay(passedAt)) : copy.notPassed }))
  return (
    <Page title={copy.certificates}>
      <div className="app-measure">
        <p className="govuk-body">{copy.intro}</p>
        {data.certificates.map((certificate) => (
          <Entry key={certificate.claims.code} certificate={certificate} />
        ))}
        {data.certificates.length === 0 && <Empty>{copy.none}</Empty>}
        {(data.certificates.length === 0 || data.renews) && (
          <>
            <h2 className="govuk-heading-m">{data.renews ? copy.renewing : copy.leading}</h2>
            {data.renews && <p className="govuk-body">{copy.renewingWhat}</p>}
            <SummaryList rows={modules} />
            <ButtonLink to={paths.training()}>{copy.toTraining}</ButtonLink>
          </>
        )}
        <p className="govuk-body">{copy.whoSees}</p>
      </div>
    </Page>
  )
}

const Entry = ({ certificate: { state, claims } }: { certificate: Certificate }) => (
  <section aria-labelledby={claims.code}>
    <h2 className="govuk-heading-m" id={claims.code}>
      <Link className="govuk-link" to={paths.certificate(claims.code)}>
        {claims.title}
      </Link>
    </h2>
    <p className="govuk-body">
      <StateTag state={state} /> {copy.state(state, showDay(claims.validUntil))}
    </p>
  </section>
)
