import type { ApiDeps } from './deps.ts'
import { type alreadyMail, stillInvitedMail } from './mails.ts'
import type { AccountRow } from './repository/accounts.ts'
import type { Tx } from './repository/database.ts'
import { addLink } from './repository/links.ts'
import { queueMail } from './repository/mail.ts'
import { settingValue } from './repository/settings.ts'

/**
 * Sends the owner of an account the link that gets them on: to sign in, to confirm the address, or to accept an invitation that is still open. Nothing to
 * somebody who is suspended. True when a mail was queued.
 */
export async function queueLink(tx: Tx, { clock, site }: ApiDeps, account: AccountRow, words: typeof alreadyMail): Promise<boolean> {
  const { id, name, email } = account
  if (!email || account.suspended_at) return false
  const to = { accountId: id, name, email }
  const invited = !account.confirmed_at && account.invited_at !== null
  const token = await addLink(tx, invited ? 'invitation' : account.confirmed_at ? 'sign-in' : 'confirm', id, clock.now())
  const mail = invited
    ? stillInvitedMail(site, to, token, await settingValue(tx, 'invitation-days'))
    : words(site, to, token, await settingValue(tx, 'sign-in-link-minutes'))
  await queueMail(tx, mail, clock.now().toISOString())
  return true
}
