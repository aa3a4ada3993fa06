import { createTransport } from 'nodemailer'
import type { Clock } from '#api/deps.ts'
import type { Db } from '#api/repository/database.ts'
import { claimMail, noteNotTaken, noteSent } from '#api/repository/mail.ts'

/** A mail server that says nothing for so long is taken to be away. Well under the time for which a mail is claimed. */
const patience = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 }

/**
 * Sends what is due in the outbox, oldest first, one after another. A mail that is not taken is tried again later, for more than a day.
 * @param report is told which mail was not taken and the code of the refusal, never to whom: mail servers repeat the address in theirs.
 */
export function mailSender(
  db: Db,
  clock: Clock,
  { address, from }: { address: string; from: string },
  report: (said: string) => void,
): () => Promise<void> {
  const transport = createTransport({ url: address, ...patience })
  return async () => {
    for (let mail = await claimMail(db, clock.now()); mail; mail = await claimMail(db, clock.now())) {
      try {
        await transport.sendMail({ from, to: mail.to_address, subject: mail.subject, text: mail.text })
      } catch (error) {
        await noteNotTaken(db, mail, clock.now())
        report(`The mail ${mail.id} was not taken at try ${mail.tries}: ${codeOf(error)}`)
        continue
      }
      await noteSent(db, mail.id, clock.now().toISOString())
    }
  }
}

const codeOf = (error: unknown): string => {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  return [code, responseCode].filter((part) => part !== undefined).join(' ') || 'no code was given'
}
