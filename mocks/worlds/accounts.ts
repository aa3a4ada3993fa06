import { emailKey, type HeldRole } from '#domain/account.ts'
import { after, dayOf } from '#domain/calendar.ts'
import { nameKey } from '#domain/person.ts'
import type { Region } from '#domain/region.ts'
import type { Draft } from './draft.ts'
import { emailFor } from './naming.ts'

interface NewAccount {
  personId: string
  email: string
  held: HeldRole
  createdAt: Date
  confirmedAt: Date
  invited: boolean
}

/** An account whose address is confirmed. The row can still be changed until the world is written. */
export function layAccount(draft: Draft, { personId, email, held, createdAt, confirmedAt, invited }: NewAccount) {
  const id = draft.chance.newId(createdAt)
  const staff = held.role !== 'learner'
  const account = {
    id,
    // Confirming is one change; staff then begin and finish their second factor.
    version: staff ? 4 : 2,
    person_id: personId,
    email_key: emailKey(email),
    confirmed_at: confirmedAt.toISOString(),
    invited_at: invited ? createdAt.toISOString() : null,
    passphrase: draft.passphraseFor(email),
    totp_secret: staff ? draft.totpSecret : null,
    totp_confirmed_at: staff ? after(confirmedAt, { minutes: 3 }).toISOString() : null,
    totp_last_step: null,
    suspended_at: null,
    suspended_reason: null,
    last_signed_in_at: confirmedAt.toISOString(),
    created_at: createdAt.toISOString(),
  }
  draft.rows.account.push(account)
  draft.rows.account_role.push({ account_id: id, ...held })
  return account
}

/** A person's row at its start: on the roster when they have a standing. */
export function layPerson(
  draft: Pick<Draft, 'chance' | 'rows'>,
  { name, email, standing, createdAt }: { name: string; email: string; standing: string | null; createdAt: Date },
) {
  const person = {
    id: draft.chance.newId(createdAt),
    version: 1,
    name,
    name_key: nameKey(name),
    email,
    phone: null as string | null,
    region: null as string | null,
    roles: '',
    standing,
    training: 'not-started',
    joined_on: dayOf(createdAt),
    created_at: createdAt.toISOString(),
    erased_at: null,
  }
  draft.rows.person.push(person)
  return person
}

export interface NewStaff {
  name: string
  role: 'assessor' | 'coordinator' | 'administrator'
  /** Only a coordinator is bound to one. */
  region?: Region | null
  invitedAt: Date
  /** Null for the first administrator, who came by a link of the server's own. */
  invitedBy: string | null
}

/** Someone who works here: invited, confirmed, with a second factor, and not on the roster. Returns their id. */
export function layStaff(draft: Draft, { name, role, region = null, invitedAt, invitedBy }: NewStaff): string {
  const email = emailFor(name)
  const person = layPerson(draft, { name, email, standing: null, createdAt: invitedAt })
  const confirmedAt = after(invitedAt, { minutes: draft.chance.whole(4, 20) })
  const held = { role, region }
  const account = layAccount(draft, { personId: person.id, email, held, createdAt: invitedAt, confirmedAt, invited: invitedBy !== null })
  const entry = { record: 'account', recordId: account.id, personId: person.id }
  if (invitedBy) draft.note(invitedAt, invitedBy, { ...entry, action: 'invitation-sent', changes: [{ field: 'role', from: null, to: role }] })
  draft.note(confirmedAt, person.id, { ...entry, action: 'invitation-accepted' })
  draft.note(after(confirmedAt, { minutes: 3 }), person.id, { ...entry, action: 'second-factor-set-up' })
  return person.id
}

/** Notes that an account was made by its owner and its address confirmed. */
export function noteSignUp(draft: Draft, account: { id: string; person_id: string }, createdAt: Date, confirmedAt: Date): void {
  const entry = { record: 'account', recordId: account.id, personId: account.person_id }
  draft.note(createdAt, account.person_id, { ...entry, action: 'account-created' })
  draft.note(confirmedAt, account.person_id, { ...entry, action: 'address-confirmed' })
}
