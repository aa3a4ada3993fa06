import type { CertificateVerdict, RevocationReason } from '#domain/certificate.ts'
import { revocationWords } from '#domain/certificate-words.ts'

type Verdict = CertificateVerdict['verdict']

const titles: Record<Verdict, string> = {
  valid: 'This certificate is valid',
  expired: 'This certificate has expired',
  revoked: 'This certificate was revoked',
  unknown: 'We hold no such certificate',
  altered: 'This is not what we signed',
  foreign: 'This was not signed by Panel Pool',
  unreadable: 'This is not a certificate',
}

const genuine = {
  signature: 'Its signature is genuine: nothing in it was changed since Panel Pool issued it.',
  code: 'Panel Pool issued a certificate with this code. Compare every line below with the copy that you were given: a code does not show whether a copy was changed.',
}

/** What each outcome means, in sentences; what comes of it for the reader is last. */
function meaning({ verdict, by, revoked }: CertificateVerdict, until: string, revokedOn: string): string[] {
  const why = (reason: RevocationReason) => revocationWords[reason].toLowerCase()
  const outcomes: Record<Verdict, string[]> = {
    valid: [genuine[by], `It has not been revoked, and it is valid until ${until}.`],
    expired: [genuine[by], `It ran out on ${until}. It showed what it says when it was issued, and no longer counts as current.`],
    revoked: [genuine[by], `It was revoked on ${revokedOn}. The reason given: ${revoked ? why(revoked.reason) : ''}. Do not rely on it.`],
    unknown:
      by === 'code'
        ? ['No certificate has this code. Compare it letter by letter with what you were given. A code has sixteen letters and digits.']
        : [
            'The signature is ours, and we no longer hold this certificate. Its holder may have asked for their data to be erased. We cannot say whether it still stands.',
          ],
    altered: [
      'It names one of our keys, and its signature does not fit. At least one character was changed, or the text was cut or copied badly.',
      'Ask for the file itself, and choose it here instead of copying its text.',
    ],
    foreign: ['It names no key of ours. Either it was changed, or somebody else issued it. If somebody else did, check it with them.'],
    unreadable: [
      'It is neither a code nor a credential. A code has sixteen letters and digits, such as 7K3M-Q9XV-2HTB-0WRD. A credential is one long line with two full stops in it.',
    ],
  }
  return outcomes[verdict]
}

export const verifyCopy = {
  title: 'Check a certificate',
  intro: 'See whether a certificate from Panel Pool is genuine, what it says, and whether it still stands. You need no account.',
  private: 'What you enter is checked and not kept.',
  file: 'The credential’s file',
  fileHint: 'A file that ends in .jwt. It is checked as soon as you choose it',
  fileTooLong: 'That file is too long to be a credential. Choose one that ends in .jwt',
  fileUnread: 'That file could not be read. Choose it again',
  text: 'Or its text, or a code',
  textHint: 'Paste the whole text of the credential, or enter the code on the certificate, such as 7K3M-Q9XV-2HTB-0WRD',
  check: 'Check',
  offline: 'Check with no network',
  offlineWhat:
    'Save this page as one file. Opened from your disk, it checks the signature of a credential by itself and sends nothing anywhere. It cannot tell whether a certificate was revoked.',
  saveOffline: 'Save the page (HTML)',
  offlineFailed: 'The page did not arrive. Try again in a moment.',
  others: 'For software',
  othersWhat: 'Credentials are Open Badges 3.0, signed as JSON Web Tokens with RS256.',
  keys: 'Our public keys (JSON Web Key set)',
  titles,
  meaning,
  checkedAt: (moment: string) => `Checked on ${moment}.`,
  another: 'Check another',
  stateLabel: 'Outcome',
  print: 'Print this page',
}
