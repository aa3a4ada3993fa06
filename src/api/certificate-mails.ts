import type { CertificateClaims, RevocationReason } from '#domain/certificate.ts'
import { revocationWords } from '#domain/certificate-words.ts'
import type { NewMail } from './repository/mail.ts'

interface To {
  accountId: string
  name: string
  email: string
}

const day = (moment: string) =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/London' }).format(new Date(moment))

const mail = ({ accountId, name, email }: To, subject: string, paragraphs: string[]): NewMail => ({
  accountId,
  to: email,
  subject,
  text: [`Hello ${name}`, ...paragraphs, 'You get this message because you have an account with Panel Pool.\n\nPanel Pool'].join('\n\n'),
})

export const certificateIssuedMail = (to: To, { title, provesNot, validUntil }: CertificateClaims) =>
  mail(to, 'Your certificate is ready', [
    `You have passed every knowledge check of the common core. Your certificate “${title}” is ready, and valid until ${day(validUntil)}.`,
    provesNot,
    'Sign in to Panel Pool and open Certificates to see it, print it, or download a copy that anybody can check.',
  ])

export const certificateRevokedMail = (to: To, title: string, { reason, words }: { reason: RevocationReason; words: string }) =>
  mail(to, 'Your certificate was revoked', [
    `Your certificate “${title}” is no longer valid. Anybody who checks it is told that it was revoked, and this reason: ${revocationWords[reason].toLowerCase()}.`,
    `What the administrator wrote to you, which nobody is shown who checks the certificate:\n${words}`,
    'What you passed stays on your record. If you think that this is wrong, reply to the people who run your pool.',
  ])

export const certificateRunsOutMail = (to: To, title: string, validUntil: string) =>
  mail(to, 'Your certificate runs out soon', [
    `Your certificate “${title}” is valid until ${day(validUntil)}. After that, anybody who checks it is told that it has expired. What you passed stays on your record.`,
    'To stop these reminders, sign in to Panel Pool, open Certificates, and choose to stop them.',
  ])
