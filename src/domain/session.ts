import type { Role, Session } from './account.ts'

/** Whether somebody holds a role; what a page offers follows from it, what it may do is decided by the API. */
export const holds = (session: Session | undefined, ...roles: Role[]): boolean =>
  session?.step === 'signed-in' && (session.account?.roles.some(({ role }) => roles.includes(role)) ?? false)
