import { createTransport } from 'nodemailer'
import type { Clock } from '#api/deps.ts'
import type { Db } from '#api/repository/database.ts'
import { noteSent, unsentMail } from '#api/repository/mail.ts'

/** Sends what lies in the outbox, oldest first. A mail that is not taken is tried again the next time, ten times at most. */
export function mailSender(
  db: Db,
  clock: Clock,
  { address, from }: { address: string; from: string },
  report: (error: unknown) => void,
): () => Promise<void> {
  const transport = createTransport(address)
  return async () => {
    for (const mail of await unsentMail(db)) {
      try {
        await transport.sendMail({ from, to: mail.to_address, subject: mail.subject, text: mail.text })
        await noteSent(db, mail.id, clock.now().toISOString())
      } catch (error) {
        await noteSent(db, mail.id, null)
        report(error)
      }
    }
  }
}
