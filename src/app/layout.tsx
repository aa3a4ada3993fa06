import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Link, Outlet, ScrollRestoration, useNavigate, useRouteError } from 'react-router'
import type { Session } from '#domain/account.ts'
import { holds } from '#domain/session.ts'
import { sessionQuery, settle, signOut } from '#features/accounts/session.queries.ts'
import { useAway, useSignInAsked } from '#lib/saving.ts'
import { paths } from '#paths'
import { type NavigationItem, ServiceNavigation } from '#ui/service-navigation.tsx'
import { SkipLink } from '#ui/skip-link.tsx'
import { copy } from './app.copy.ts'
import { ErrorPage } from './error-page.tsx'

const StaySignedIn = lazy(() => import('./stay-signed-in.tsx').then((module) => ({ default: module.StaySignedIn })))

/** Everything round a page: who is here, where they can go, and what is always one link away. */
export function Layout() {
  const { data: session } = useQuery(sessionQuery)
  const failed = useRouteError()
  const away = useAway()
  const askSignIn = useSignInAsked()
  return (
    <>
      <SkipLink />
      <Header session={session} />
      <ServiceNavigation items={navigation(session)} />
      {away && (
        <div className="app-notice" role="status">
          <div className="govuk-width-container">
            <p>{copy.away}</p>
          </div>
        </div>
      )}
      <div className="govuk-width-container">
        <main className="govuk-main-wrapper" id="main" tabIndex={-1}>
          {failed ? <ErrorPage /> : <Outlet />}
        </main>
      </div>
      <Footer />
      {(askSignIn || session?.idleMinutes) && (
        <Suspense>
          <StaySignedIn session={session} />
        </Suspense>
      )}
      <ScrollRestoration />
    </>
  )
}

function Header({ session }: { session: Session | undefined }) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const { mutate } = useMutation({
    ...signOut,
    onSuccess: async (nobody) => {
      await navigate(`${paths.signIn()}?gone`)
      settle(client, nobody)
    },
  })
  const account = session?.account
  return (
    <header className="app-header">
      <div className="govuk-width-container app-header__bar">
        <Link className="app-header__name" to={paths.start()}>
          Panel Pool
        </Link>
        <div className="app-header__account">
          {account ? (
            <>
              <Link to={paths.profile()}>{account.name}</Link>
              <button type="button" onClick={() => mutate()}>
                {copy.signOut}
              </button>
            </>
          ) : (
            session && <Link to={paths.signIn()}>{copy.signIn}</Link>
          )}
        </div>
      </div>
    </header>
  )
}

const navigation = (session: Session | undefined): NavigationItem[] => [
  ...(session?.step === 'signed-in' ? [] : [{ to: paths.start(), text: copy.about }]),
  ...(holds(session, 'learner') ? [{ to: paths.home(), text: copy.home, also: /^\/membership$/ }] : []),
  ...(holds(session, 'learner')
    ? [
        { to: paths.mySkills(), text: copy.skills, also: /^\/(self-assessments|development-plan)/ },
        { to: paths.evidence(), text: copy.evidence, also: /^\/experience/ },
        { to: paths.verification(), text: copy.verification, also: /^\/affiliations/ },
      ]
    : []),
  ...(holds(session, 'coordinator', 'administrator')
    ? [
        { to: paths.today(), text: copy.today, also: /^\/(membership-asks|checks-due|unassigned-requests)/ },
        { to: paths.roster(), text: copy.roster, also: /^\/(people|done-together)/ },
        { to: paths.cover(), text: copy.cover },
        { to: paths.skillsMap(), text: copy.skillsMap },
        { to: paths.trainingProgress(), text: copy.trainingProgress },
        { to: paths.organisations(), text: copy.organisations },
      ]
    : []),
  ...(holds(session, 'assessor')
    ? [
        { to: paths.assessorQueue(), text: copy.requests },
        { to: paths.anchors(), text: copy.anchors },
      ]
    : []),
  ...(holds(session, 'assessor', 'administrator') ? [{ to: paths.frameworkVersions(), text: copy.versions, also: /^\/framework-drafts/ }] : []),
  ...(holds(session, 'administrator')
    ? [
        { to: paths.accounts(), text: copy.accounts },
        { to: paths.mail(), text: copy.mail },
        { to: paths.issuedCertificates(), text: copy.certificates },
        { to: paths.settings(), text: copy.settings },
      ]
    : []),
  ...(session?.step === 'signed-in'
    ? [{ to: paths.training(), text: copy.training, also: /^\/(checks\/|question-banks|learning-log|certificates$|certificate\/)/ }]
    : []),
  { to: paths.framework(), text: copy.framework },
  ...(session?.step === 'signed-in' ? [] : [{ to: paths.signUp(), text: copy.join }]),
]

const Footer = () => (
  <footer className="app-footer">
    <div className="govuk-width-container">
      <ul>
        <li>
          <Link className="govuk-link" to={paths.worried()}>
            {copy.worried}
          </Link>
        </li>
        <li>
          <Link className="govuk-link" to={paths.verify()}>
            {copy.verify}
          </Link>
        </li>
        <li>
          <Link className="govuk-link" to={paths.accessibility()}>
            {copy.accessibility}
          </Link>
        </li>
        <li>
          <Link className="govuk-link" to={paths.privacy()}>
            {copy.privacy}
          </Link>
        </li>
      </ul>
      <p>{copy.footer}</p>
    </div>
  </footer>
)
