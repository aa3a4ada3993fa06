import type { z } from 'zod'
import type * as schema from './account.schema.ts'

export type Role = z.infer<typeof schema.Role>
export type HeldRole = z.infer<typeof schema.HeldRole>
export type Account = z.infer<typeof schema.Account>
export type AccountState = z.infer<typeof schema.AccountState>
export type AccountFilters = z.infer<typeof schema.AccountFilters>
export type LinkKind = z.infer<typeof schema.LinkKind>
export type LinkView = z.infer<typeof schema.LinkView>
export type Session = z.infer<typeof schema.Session>
export type SessionStep = z.infer<typeof schema.SessionStep>
export type Mail = z.infer<typeof schema.Mail>
export type Setting = z.infer<typeof schema.Setting>

const staffRoles: readonly Role[] = ['assessor', 'coordinator', 'administrator']

/** Staff see other people's records, so they need a second factor and are signed out when idle. */
export const isStaff = (roles: readonly HeldRole[]): boolean => roles.some(({ role }) => staffRoles.includes(role))

/** An address as accounts are found by it: people type capitals and spaces. */
export const emailKey = (email: string): string => email.trim().toLowerCase()

/** The moves an account can make. Suspending ends every session; lifting a suspension restores what the account was. */
export const accountMoves: Record<AccountState, readonly AccountState[]> = {
  invited: ['active', 'suspended'],
  unconfirmed: ['active', 'suspended'],
  active: ['suspended'],
  suspended: ['active'],
}
