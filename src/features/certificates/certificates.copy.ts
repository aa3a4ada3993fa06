import type { CertificateState, RevocationReason } from '#domain/certificate.ts'
import { revocationWords } from '#domain/certificate-words.ts'

export const copy = {
  certificates: 'Certificates',
  certificate: 'Certificate',
  intro:
    'When you have passed the knowledge check of every module of the common core, a certificate is issued to you at once. It says what you have shown, and what you have not.',
  whoSees:
    'You, an administrator and the coordinators of your region can open your certificates. Nobody else can, unless you give them the file or its code.',
  none: 'You have no certificate yet. Each check below that is not passed is still to do.',
  leading: 'What leads to it',
  renewing: 'Renew your certificate',
  renewingWhat:
    'Each check can be passed again from 90 days before it runs out. When all are passed again, a new certificate is issued to you at once, with a code of its own. The one you have stays as it is, and can still be checked.',
  toTraining: 'Go to your training',
  passedOn: (day: string) => `Passed on ${day}`,
  notPassed: 'Not passed yet',
  stateLabel: 'State',
  state: (state: CertificateState, until: string) => ({ valid: `until ${until}`, expired: `on ${until}`, revoked: '' })[state],
  revokedOn: (day: string, reason: RevocationReason) => `Revoked on ${day}. ${revocationWords[reason]}.`,
  revokedWords: 'What the administrator wrote. Somebody who checks the certificate is not shown this',
  expiredWhat:
    'It no longer counts as current, and whoever checks it is told so. What was passed stays on the record. When every check is passed again a new certificate is issued.',
  handOut: 'Hand it out',
  handOutWhat:
    'Download the credential and send it with an application, or give its code. Whoever has either sees everything on this page, with your name. Neither can be taken back, so give them only to people who need to know.',
  download: 'Download the credential (.jwt)',
  downloadWhat: 'An Open Badges 3.0 credential: one line of text that is signed, so that a single changed character is noticed.',
  downloadPdf: 'Download the certificate (PDF)',
  pdfWhat: 'The PDF has the words of this page, to print or to attach. Anybody can alter a PDF, so whoever is sent one should check its code.',
  downloadFailed: (kind: 'pdf' | 'jwt' | undefined) =>
    kind === 'pdf' ? 'The PDF did not arrive. Try again in a moment.' : 'The credential did not arrive. Try again in a moment.',
  copyCode: 'Copy the code',
  copied: 'The code is copied',
  copyFailed: 'Your browser did not let us copy. Select the code above and copy it.',
  print: 'Print this page',
  checkAt: 'It can be checked at',
  reminders: 'Reminders',
  remindersAre: (on: boolean) =>
    on ? 'We write to you 90, 30 and 7 days before it runs out, once each.' : 'You asked us not to remind you before it runs out.',
  stopReminders: 'Stop these reminders',
  startReminders: 'Remind me again',
  revoke: 'Revoke this certificate',
  revokeWhat: 'This cannot be undone. The holder is told by e-mail, and whoever checks the certificate from now on is told that it was revoked.',
  reason: 'Reason',
  reasonHint: 'Whoever checks the certificate is shown this',
  reasons: Object.entries(revocationWords).map(([value, text]) => ({ value, text })),
  words: 'What happened',
  wordsHint: 'The holder is sent this, and it stays on their history. Write nothing about anybody else',
  revokeNow: 'Revoke the certificate',
  revoked: (name: string) => `The certificate of ${name} is revoked`,
  changed: 'Somebody changed this certificate while you were looking at it. It is shown as it is now: look again, then send what you wrote.',
  issued: 'Issued certificates',
  issuedIntro: 'Open a certificate to see what it says, or to revoke it.',
  search: 'Name or code',
  find: 'Find',
  clear: 'Clear the search',
  searchLabel: 'Find certificates',
  found: (count: number) => (count === 1 ? '1 certificate' : `${count.toLocaleString('en-GB')} certificates`),
  nothingFound: 'No certificate matches. Try fewer letters of the name, or the whole code.',
  nothingIssued: 'No certificate has been issued yet. One is issued to each person who passes every check of the common core.',
  issuedColumns: ['Name', 'State', 'Issued', 'Code'],
}
