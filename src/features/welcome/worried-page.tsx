import { Page } from '#ui/page.tsx'
import { WarningText } from '#ui/notes.tsx'
import { copy } from './welcome.copy.ts'

export const WorriedPage = () => (
  <Page title={copy.worriedTitle}>
    <div className="app-measure">
      <WarningText>This site is not monitored. Do not use it to report harm.</WarningText>
      <p className="govuk-body">If a child is in danger now, call 999 and ask for the police.</p>
      <p className="govuk-body">
        If you are worried about a child and it is not an emergency, contact children’s social care at the council where the child lives. Outside
        office hours ask for the emergency duty team. You can{' '}
        <a className="govuk-link" href="https://www.gov.uk/report-child-abuse-to-local-council">
          find the council on GOV.UK
        </a>
        .
      </p>
      <p className="govuk-body">
        To talk it through first, call the{' '}
        <a className="govuk-link" href="https://www.nspcc.org.uk/keeping-children-safe/our-services/nspcc-helpline/">
          NSPCC helpline
        </a>{' '}
        on{' '}
        <a className="govuk-link" href="tel:08088005000">
          0808 800 5000
        </a>
        .
      </p>
      <p className="govuk-body">
        A child or young person who wants to talk can ring Childline on{' '}
        <a className="govuk-link" href="tel:08001111">
          0800 1111
        </a>
        , free and at any hour.
      </p>
      <h2 className="govuk-heading-m">If something you read here troubles you</h2>
      <p className="govuk-body">
        Stop when you need to: your place is kept. Samaritans listen at any hour on{' '}
        <a className="govuk-link" href="tel:116123">
          116 123
        </a>
        .
      </p>
    </div>
  </Page>
)
