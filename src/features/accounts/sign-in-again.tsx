import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Session } from '#domain/account.ts'
import { ApiError } from '#lib/api-error.ts'
import { useSignInAsked } from '#lib/saving.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { copy } from './accounts.copy.ts'
import { CodeForm } from './code-form.tsx'
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
  const [half, setHalf] = useState<Session | null>(null)
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
  return (
    <Dialog title={copy.again.title} onClose={leave}>
      <p className="govuk-body">{copy.again.text}</p>
      {half ? <CodeForm kind="give" demoCode={half.demoCode} onSignedIn={went} /> : <SignInForm onSignedIn={went} />}
      <Button variant="secondary" onClick={leave}>
        {copy.again.leave}
      </Button>
    </Dialog>
  )
}
