import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Session } from '#domain/account.ts'
import { answer, api } from '#lib/api-client.ts'
import { ApiError } from '#lib/api-error.ts'
import { useSignInAsked } from '#lib/saving.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorSummary, type FieldError } from '#ui/error-summary.tsx'
import { Details } from '#ui/notes.tsx'
import { copy } from './accounts.copy.ts'
import { CodeForm } from './code-form.tsx'
import { LinkForm } from './link-form.tsx'
import { sessionQuery } from './session.queries.ts'
import { SignInForm } from './sign-in-form.tsx'

/** Signing in again in the middle of a form: in place, so that what was typed stays where it is and is sent afterwards. */
export function SignInAgain() {
  const asked = useSignInAsked()
  if (!asked) return null
  return <Asking {...asked} />
}

function Asking({ done, give }: { done: () => void; give: (error: ApiError) => void }) {
  const client = useQueryClient()
  const { data: before } = useQuery({ ...sessionQuery, enabled: false })
  const [owner] = useState(before?.account?.id)
  const [email] = useState(before?.account?.email ?? undefined)
  const [half, setHalf] = useState<Session | null>(null)
  const [notYet, setNotYet] = useState<FieldError[]>([])
  const leave = () => give(new ApiError({ status: 401, title: copy.signedOut }))
  const went = (session: Session) => {
    if (session.step !== 'signed-in') setHalf(session)
    // What one person typed is never sent as another.
    else if (owner !== undefined && session.account?.id !== owner) give(new ApiError({ status: 422, title: copy.again.other }))
    else {
      client.setQueryData(sessionQuery.queryKey, session)
      done()
    }
  }
  /** Somebody who opened a link has signed in in another tab; both share one session. */
  const tryAgain = async () => {
    try {
      const session = await answer(api.GET('/api/session'))
      if (session.step === 'signed-out') setNotYet([{ pointer: '', detail: copy.again.notYet }])
      else went(session)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setNotYet([{ pointer: '', detail: error.message }])
    }
  }
  return (
    <Dialog title={copy.again.title} onClose={leave}>
      <p className="govuk-body">{copy.again.text}</p>
      {half ? (
        <CodeForm kind="give" demoCode={half.demoCode} onSignedIn={went} />
      ) : (
        <>
          <SignInForm onSignedIn={went} email={email} />
          <Details summary={copy.linkInstead}>
            <LinkForm email={email} then={copy.again.thenBack} />
          </Details>
        </>
      )}
      <ErrorSummary errors={notYet} />
      <Actions>
        <Button variant="secondary" onClick={() => void tryAgain()}>
          {copy.again.tryAgain}
        </Button>
        <Button variant="secondary" onClick={leave}>
          {copy.again.leave}
        </Button>
      </Actions>
    </Dialog>
  )
}
