import type { Certificate } from '#domain/certificate.ts'
import { claimsWords as words } from '#domain/certificate-claims-words.ts'
import { certificateStateWords, revocationWords } from '#domain/certificate-words.ts'
import { type Block, canDraw, taggedPdf } from '../pdf/tagged-pdf.ts'

const inWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' })
const day = (moment: string) => inWords.format(new Date(moment))

const said = {
  state: 'State when this file was made',
  check: 'Check it',
  checkWhat:
    'Anybody can alter a PDF. Nothing in this file proves that it is genuine, or that it still stands. Its code shows both, with no account needed, at',
  revokedNow: 'Do not rely on it.',
  expiredNow: 'It no longer counts as current.',
  letters:
    'Some letters of the name cannot be drawn in this file, and stand in it as circles of dots. Copied out or read aloud they are right, and the address at the end of this file shows them.',
}

/** How the certificate stands, in a sentence. What an administrator wrote about a revocation is for its holder, and stays out of a file that is handed on. */
function standing({ state, claims, revoked }: Pick<Certificate, 'state' | 'claims' | 'revoked'>, on: string): string {
  if (state === 'revoked' && revoked)
    return `${certificateStateWords.revoked} on ${day(revoked.at)}. ${revocationWords[revoked.reason]}. ${said.revokedNow}`
  if (state === 'expired') return `${certificateStateWords.expired} on ${day(claims.validUntil)}. ${said.expiredNow}`
  return `${certificateStateWords.valid} on ${on}`
}

/** A certificate as a tagged PDF, in the words of its page. `now` is the moment of which it says how the certificate stands. */
export async function certificatePdf(
  { claims, state, revoked }: Pick<Certificate, 'claims' | 'state' | 'revoked'>,
  origin: string,
  now: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const on = inWords.format(now)
  const address = `${origin}/verify#${claims.code}`
  const blocks: Block[] = [
    { kind: 'title', text: claims.title },
    ...(state === 'valid' ? [] : [{ kind: 'strong' as const, text: standing({ state, claims, revoked }, on) }]),
    {
      kind: 'table',
      rows: [
        [words.name, claims.name],
        [words.title, claims.title],
        [said.state, standing({ state, claims, revoked }, on)],
        [words.issued, day(claims.issuedAt)],
        [words.validUntil, day(claims.validUntil)],
        [words.code, claims.code],
      ],
    },
    ...((await canDraw(claims.name)) ? [] : [{ kind: 'paragraph' as const, text: said.letters }]),
    { kind: 'heading', text: words.proves },
    { kind: 'paragraph', text: claims.proves },
    { kind: 'heading', text: words.provesNot },
    { kind: 'strong', text: claims.provesNot },
    {
      kind: 'table',
      caption: words.modules(claims.modules.length),
      columns: words.moduleColumns,
      rows: claims.modules.map(({ title, version, passedAt }) => [words.module(title, version), day(passedAt)]),
    },
    { kind: 'heading', text: words.regimes },
    { kind: 'list', items: claims.regimes.map(({ code, name, edition }) => words.regime(name, code, edition)) },
    { kind: 'heading', text: words.skills },
    { kind: 'paragraph', text: words.skillsWhat(claims.frameworkVersion) },
    { kind: 'list', items: claims.skills.map(({ id, name }) => `${id} ${name}`) },
    { kind: 'heading', text: said.check },
    { kind: 'link', before: said.checkWhat, text: address, href: address },
  ]
  return taggedPdf({
    title: `${words.title}: ${claims.title}, ${claims.name}`,
    author: 'Panel Pool',
    made: now.toISOString(),
    foot: `Panel Pool – ${claims.code}`,
    blocks,
  })
}
