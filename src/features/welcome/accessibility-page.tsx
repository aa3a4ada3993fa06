import { Page } from '#ui/page.tsx'
import { copy } from './welcome.copy.ts'

export const AccessibilityPage = () => (
  <Page title={copy.accessibilityTitle}>
    <div className="app-measure">
      <p className="govuk-body">We want as many people as possible to be able to use Panel Pool. You should be able to:</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>do everything with a keyboard alone</li>
        <li>zoom to 400% without losing words or scrolling the page sideways</li>
        <li>use your own colours and fonts</li>
        <li>listen to every page with a screen reader</li>
        <li>stop at any point and come back later: nothing that you do here is timed, and what you enter is kept</li>
      </ul>
      <h2 className="govuk-heading-m">How accessible it is</h2>
      <p className="govuk-body">
        Panel Pool is built to meet the Web Content Accessibility Guidelines 2.2 at level AA. Every page and state that our tests pass through is
        checked by axe, at the width of a desktop screen and at 320 pixels. Automatic checks find only part of what can go wrong. It has not yet been
        audited by people who use assistive technology, so we do not claim full conformance.
      </p>
      <p className="govuk-body">
        Staff, who see other people’s records, are signed out when they do nothing for a while: half an hour, unless your organisation has set another
        length. They are warned two minutes before and can stay signed in. Everybody signs in again after some days. What was typed stays on the page
        in either case, and is saved once you have signed in again.
      </p>
      <h2 className="govuk-heading-m">What we know is not right yet</h2>
      <p className="govuk-body">
        Wide tables scroll sideways inside their own frame on a narrow screen. You can reach the frame with the Tab key and scroll it with the arrow
        keys.
      </p>
      <h2 className="govuk-heading-m">Tell us</h2>
      <p className="govuk-body">
        Tell the coordinator or administrator of your pool what gets in your way, and which device and browser you use. They can give you any page in
        another form. If you are not content with the answer, contact the{' '}
        <a className="govuk-link" href="https://www.equalityadvisoryservice.com/">
          Equality Advisory and Support Service
        </a>
        .
      </p>
    </div>
  </Page>
)
