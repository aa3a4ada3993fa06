import type { CertificateVerdict } from '#domain/certificate.ts'
import { showDay, showMoment } from '#lib/show.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { InsetText } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { Claims } from './claims.tsx'
import { StateTag } from './state-tag.tsx'
import { verifyCopy as copy } from './verify.copy.ts'
import './certificates.scss'

/** What came of checking, what it means, and everything that the certificate says. */
export function VerdictView({ verdict, onAgain }: { verdict: CertificateVerdict; onAgain: () => void }) {
  const { claims, revoked } = verdict
  const sentences = copy.meaning(verdict, claims ? showDay(claims.validUntil) : '', revoked ? showDay(revoked.at) : '')
  const title = copy.titles[verdict.verdict]
  const state = verdict.verdict === 'valid' || verdict.verdict === 'expired' || verdict.verdict === 'revoked' ? verdict.verdict : null
  return (
    <Page title={title}>
      <div className="app-certificate app-measure">
        <InsetText>
          {sentences.map((sentence) => (
            <p key={sentence} className="govuk-body">
              {sentence}
            </p>
          ))}
        </InsetText>
        {claims && state && <Claims claims={claims} state={{ key: copy.stateLabel, value: <StateTag state={state} /> }} />}
        <p className="govuk-body">{copy.checkedAt(showMoment(verdict.checkedAt))}</p>
        <div className="app-certificate__screen">
          <Actions>
            <Button onClick={onAgain}>{copy.another}</Button>
            {claims && (
              <Button variant="secondary" onClick={() => print()}>
                {copy.print}
              </Button>
            )}
          </Actions>
        </div>
      </div>
    </Page>
  )
}
