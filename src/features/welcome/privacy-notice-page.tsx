import { Page } from '#ui/page.tsx'
import { copy } from './welcome.copy.ts'

export const PrivacyNoticePage = () => (
  <Page title={copy.privacyTitle}>
    <div className="app-measure">
      <p className="govuk-body">
        The organisation that runs this pool is the controller of what is held here. This notice says what that is, who sees it and how long it is
        kept.
      </p>
      <h2 className="govuk-heading-m">What we hold</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>your name, e-mail address, and your phone number if you give it</li>
        <li>your home region, the roles that interest you and where you stand with the pool</li>
        <li>the modules you started, the lessons you read, and your knowledge checks with your answers</li>
        <li>what you say of your own skills, the evidence you add, and the published reports that you list</li>
        <li>when you signed in, and an account of who changed what on your record</li>
      </ul>
      <p className="govuk-body">We hold nothing about any child, family or case. Do not enter any.</p>
      <h2 className="govuk-heading-m">Who sees it</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>You see all of it.</li>
        <li>Coordinators see your details, your status, the training you completed and how many tries it took. They do not see your answers.</li>
        <li>
          Administrators see the same, your account, and how much of what is held on you. They do not see what you wrote or how you rated yourself.
        </li>
        <li>Evidence and listed reports are seen by you, and by the assessors you send them to. Coordinators never see them.</li>
        <li>Nobody else. Nothing is sold, and there are no trackers and no cookies but the one that keeps you signed in.</li>
      </ul>
      <h2 className="govuk-heading-m">Why, and for how long</h2>
      <p className="govuk-body">
        It is held so that independent people can be trained and appointed to reviews. The lawful basis is for the organisation that runs this pool to
        state. What you have is kept while you have an account; evidence that you delete is gone at once. Mails are kept for 30 days and an account
        whose address was never confirmed for 14 days, unless your organisation has set other periods. The account of who did what is kept for six
        years; once somebody is erased it no longer holds their details.
      </p>
      <h2 className="govuk-heading-m">If somebody asks you for a testimony</h2>
      <p className="govuk-body">
        A learner who names you as a witness gives us your name, your e-mail address and how you know their work. We send you one link. Your address
        is forgotten as soon as you answer or decline, or some months after the link has run out. What you write, with your name and the capacity you
        give, is kept with the learner’s evidence and seen by them and by the assessors they send it to.
      </p>
      <h2 className="govuk-heading-m">Your rights</h2>
      <p className="govuk-body">
        You can download everything held on you, correct your details and have your record erased, all from the page Your details. You can also
        complain to the{' '}
        <a className="govuk-link" href="https://ico.org.uk/make-a-complaint/">
          Information Commissioner
        </a>
        .
      </p>
    </div>
  </Page>
)
