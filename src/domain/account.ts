import type { z } from 'zod'
import type * as schema from './account.schema.ts'
import { commonPassphrases } from './common-passphrases.ts'

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

const shortestPassphrase = 12

/**
 * What is wrong with a passphrase, in words for the person who chose it; an empty list means it will do.
 * Length rather than kinds of character, and a list of common ones refused. Source: NIST SP 800-63B and OWASP.
 */
export function passphraseFaults(passphrase: string, about: { name: string; email: string }): string[] {
  const plain = passphrase.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, '')
  if (passphrase.length < shortestPassphrase)
    return [`Use ${shortestPassphrase} characters or more. Four unrelated words are easy to remember and hard to guess`]
  if (commonPassphrases.has(plain) || new Set(plain).size < 5)
    return ['Choose something less common: this one is on the lists that people who break in try first']
  const mine = [about.email.split('@')[0] ?? '', ...about.name.split(/\s+/)].map((word) => word.toLowerCase()).filter((word) => word.length >= 4)
  const left = mine.reduce((rest, word) => rest.replaceAll(word, ''), plain)
  if (left.length < 6) return ['Choose something that is not mostly your own name or e-mail address']
  return []
}

/** An address as accounts are found by it: people type capitals and spaces. */
export const emailKey = (email: string): string => email.trim().toLowerCase()

/** The moves an account can make. Suspending ends every session; lifting a suspension restores what the account was. */
export const accountMoves: Record<AccountState, readonly AccountState[]> = {
  invited: ['active', 'suspended'],
  unconfirmed: ['active', 'suspended'],
  active: ['suspended'],
  suspended: ['active'],
}
