import { isMember } from '#domain/membership.ts'
import type { Person } from '#domain/person.ts'
import type { StandingMove } from '#domain/standing.ts'
import { askAcceptedMail } from './membership-mails.ts'
import { account, type Doer } from './repository/audit.ts'
import type { Tx } from './repository/database.ts'
import { endAsk, newestAsk } from './repository/membership-asks.ts'
import { tell } from './tell.ts'

/**
 * Somebody who is made a member has the answer to their ask, and is told.
 * @returns whether there was one to answer.
 */
export async function answerAsk(tx: Tx, before: Person, { to, reason }: StandingMove, doer: Doer): Promise<boolean> {
  const ask = await newestAsk(tx, before.id)
  if (ask?.state !== 'open' || isMember(before.standing) || !isMember(to) || to === 'removed') return false
  await endAsk(tx, ask, 'accepted', { at: doer.at, personId: doer.personId, reason })
  await account(tx, doer, { action: 'membership-ask-accepted', record: 'membership-ask', recordId: ask.id, personId: before.id })
  await tell(tx, before.id, (mailTo) => askAcceptedMail(mailTo, reason), doer.at)
  return true
}
