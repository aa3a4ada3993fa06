import { Link, useNavigate, useSearchParams } from 'react-router'
import type { Session } from '#domain/account.ts'
import { paths } from '#paths'
import { Details } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { Success } from '#ui/notification.tsx'
import { copy } from './accounts.copy.ts'
import { LinkForm } from './link-form.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { wanted } from './wanted-page.ts'

export function SignInPage() {
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const goOn = ({ step }: Session) => navigate(step === 'signed-in' ? wanted(search) : `${paths.secondFactor()}?${search}`, { replace: true })
  return (
    <Page title={copy.signIn}>
      <div className="app-measure">
        {search.has('next') && <p className="govuk-body">{copy.signInFirst}</p>}
        {search.has('gone') && <Success>{copy.signedOut}</Success>}
        <SignInForm onSignedIn={(session) => void goOn(session)} />
        <Details summary={copy.linkInstead}>
          <LinkForm />
        </Details>
        <p className="govuk-body">
          {copy.noAccount}{' '}
          <Link className="govuk-link" to={paths.signUp()}>
            {copy.createAccount}
          </Link>
        </p>
      </div>
    </Page>
  )
}
