import { lazy } from 'react'
import type { Session } from '#domain/account.ts'
import { useSignInAsked } from '#lib/saving.ts'
import { IdleWarning } from './idle-warning.tsx'

const SignInAgain = lazy(() => import('#features/accounts/sign-in-again.tsx').then((module) => ({ default: module.SignInAgain })))

/** Whatever has to be asked about a session in the middle of a page; fetched only by those who may be asked. */
export function StaySignedIn({ session }: { session: Session | undefined }) {
  if (useSignInAsked()) return <SignInAgain />
  return session?.account && session.idleMinutes && <IdleWarning minutes={session.idleMinutes} account={session.account.id} />
}
