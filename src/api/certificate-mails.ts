import type { CertificateClaims, RevocationReason } from '#domain/certificate.ts'
import { revocationWords } from '#domain/certificate-words.ts'
import { notice, type To } from './mails.ts'

const day = (moment: string) =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/London' }).format(new Date(moment))

export const certificateIssuedMail = (to: To, { title, provesNot, validUntil }: CertificateClaims) =>
  notice(to, 'Your certificate is ready', [
    `You have passed every knowledge check of the common core. Your certificate “${title}” is ready, and valid until ${day(validUntil)}.`,
    provesNot,
    'Sign in to Panel Pool and open Certificates to see it, print it, or download a copy that anybody can check.',
  ])

export const certificateRevokedMail = (to: To, title: string, { reason, words }: { reason: RevocationReason; words: string }) =>
  notice(to, 'Your certificate was revoked', [
    `Your certificate “${title}” is no longer valid. Anybody who checks it is told that it was revoked, and this reason: ${revocationWords[reason].toLowerCase()}.`,
    `What the administrator wrote to you, which nobody is shown who checks the certificate:\n${words}`,
    'What you passed stays on your record. If you think that this is wrong, reply to the people who run your pool.',
  ])

export const certificateRunsOutMail = (to: To, title: string, validUntil: string) =>
  notice(to, 'Your certificate runs out soon', [
    `Your certificate “${title}” is valid until ${day(validUntil)}. After that, anybody who checks it is told that it has expired. What you passed stays on your record.`,
    'To stop these reminders, sign in to Panel Pool, open Certificates, and choose to stop them.',
  ])
