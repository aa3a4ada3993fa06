import { useMutation, useQuery } from '@tanstack/react-query'
import { Navigate, useNavigate, useSearchParams } from 'react-router'
import type { Session } from '#domain/account.ts'
import { save } from '#lib/saving.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { InsetText } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { copy } from './accounts.copy.ts'
import { CodeForm } from './code-form.tsx'
import { sessionQuery } from './session.queries.ts'
import { wanted } from './wanted-page.ts'

/** The second half of a staff sign-in: the code of an app, or the setting up of one. */
export function SecondFactorPage() {
  const { data: session } = useQuery(sessionQuery)
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const goOn = () => void navigate(wanted(search), { replace: true })
  if (!session) return null
  if (session.step === 'signed-out') return <Navigate to={paths.signIn()} replace />
  if (session.step === 'signed-in') return <Navigate to={wanted(search)} replace />
  if (session.step === 'set-up-second-factor') return <SetUp onSignedIn={goOn} />
  return (
    <Page title={copy.codeTitle}>
      <div className="app-measure">
        <CodeForm kind="give" demoCode={session.demoCode} onSignedIn={goOn} />
        <p className="govuk-body">{copy.codeLost}</p>
      </div>
    </Page>
  )
}

function SetUp({ onSignedIn }: { onSignedIn: (session: Session) => void }) {
  const { data: app, mutate, isPending } = useMutation({ mutationFn: () => save('POST', '/api/second-factor', {}) })
  return (
    <Page title={copy.setUpTitle}>
      <div className="app-measure">
        <p className="govuk-body">{copy.setUpWhy}</p>
        {app ? (
          <>
            <p className="govuk-body">{copy.setUpHow}</p>
            <SummaryList rows={[{ key: copy.secret, value: <code>{app.secret.replace(/(.{4})/g, '$1 ').trim()}</code> }]} />
            <p className="govuk-body">
              <a className="govuk-link" href={app.address}>
                {copy.openApp}
              </a>
            </p>
            <CodeForm kind="confirm" onSignedIn={onSignedIn} />
          </>
        ) : (
          <>
            <InsetText>{copy.setUpNeeds}</InsetText>
            <Button busy={isPending} onClick={() => mutate()}>
              {copy.setUpBegin}
            </Button>
          </>
        )}
      </div>
    </Page>
  )
}
