import { commonPassphrases, commonWords } from './common-passphrases.ts'

const shortest = 12
/** Ways along a keyboard and other things that fingers know. Any three or more neighbours in one of them, in either direction, are one part. */
const walks = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1q2w3e4r5t6y7u8i9o0p',
].flatMap((walk) => [walk, Array.from(walk).toReversed().join('')])
/** So many parts are tried in minutes; four words that have nothing to do with each other are not. */
const fewestParts = 3

/**
 * What is wrong with a passphrase, in words for the person who chose it; an empty list means it will do.
 * Length rather than kinds of character, and what is common refused: passphrases from breaches, and what is put together from one or two common words,
 * years, ways along the keyboard, repetitions and the person's own name or address. Source: NIST SP 800-63B and OWASP.
 */
export function passphraseFaults(passphrase: string, about: { name: string; email: string }): string[] {
  if (passphrase.length < shortest) return [`Use ${shortest} characters or more. Four unrelated words are easy to remember and hard to guess`]
  const mine = ownWords(about)
  const plain = plainOf(passphrase)
  const left = [...mine].filter((word) => word.length >= 4).reduce((rest, word) => rest.replaceAll(word, ''), plain)
  if (left.length < 6 && left !== plain) return ['Choose something that is not mostly your own name or e-mail address']
  if ([plain, plainOf(withoutDisguise(passphrase))].some((text) => isCommon(text, mine)))
    return ['Choose something less common: this one is easy to guess for people who break in']
  return []
}

const plainOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '')

const disguises: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' }
/** Letters behind the signs that stand for them: p4$$w0rd. Digits at the end are a year or a count, and stay. */
const withoutDisguise = (text: string): string => text.replace(/[013457@$!](?=.*\p{Letter})/gu, (sign) => disguises[sign] ?? sign)

function ownWords({ name, email }: { name: string; email: string }): Set<string> {
  const [local = '', domain = ''] = email.split('@')
  return new Set([local, name, ...`${name} ${local} ${domain}`.split(/[^\p{Letter}\p{Number}]+/u)].map(plainOf).filter((word) => word.length >= 3))
}

function isCommon(text: string, mine: ReadonlySet<string>): boolean {
  if (commonPassphrases.has(text) || new Set(text).size < 5) return true
  const once = withoutRepetition(text)
  return once.length < 7 || parts(once, mine) < fewestParts
}

/** The block that a text consists of when it is nothing but that block again and again, whole or cut off: herons for heronsheronsher. */
function withoutRepetition(text: string): string {
  for (let length = 1; length <= text.length / 2; length++) {
    const block = text.slice(0, length)
    if (block.repeat(Math.ceil(text.length / length)).startsWith(text)) return block
  }
  return text
}

/** The fewest parts that a text can be put together from; Infinity when something in it is no common part. A year, or as much, costs nothing. */
function parts(text: string, mine: ReadonlySet<string>): number {
  const fewest = [0, ...Array.from({ length: text.length }, () => Infinity)]
  for (let start = 0; start < text.length; start++) {
    const so = fewest[start] ?? Infinity
    if (so === Infinity) continue
    for (let end = start + 1; end <= text.length; end++) {
      const cost = costOf(text.slice(start, end), mine)
      fewest[end] = Math.min(fewest[end] ?? Infinity, so + cost)
    }
  }
  return fewest[text.length] ?? Infinity
}

function costOf(part: string, mine: ReadonlySet<string>): number {
  if (mine.has(part)) return 0
  if (/^\d+$/.test(part)) return part.length <= 4 ? 0.25 : part.length <= 8 ? 1 : 2
  if (commonWords.has(part)) return 1
  if (part.length >= 3 && walks.some((walk) => walk.includes(part))) return 1
  return part.length === 1 ? 0.75 : Infinity
}
