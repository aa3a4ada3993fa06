import type { z } from 'zod'
import type * as schema from './names-warning.schema.ts'

export type NamesWarning = z.infer<typeof schema.NamesWarning>

const word = String.raw`\p{Lu}(?:[’']\p{Lu})?[\p{Ll}’']{1,30}(?:-\p{Lu}\p{Ll}{1,30})?`
const relation =
  '[Cc]hild|[Ss]on|[Dd]aughter|[Bb]aby|[Bb]oy|[Gg]irl|[Ii]nfant|[Tt]oddler|[Tt]win|[Ss]ibling|[Bb]rother|[Ss]ister|[Mm]other|[Ff]ather|[Mm]um|[Dd]ad|[Ss]tepson|[Ss]tepdaughter|[Gg]randmother|[Gg]randfather|[Pp]upil'
const month = 'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec'
const date = String.raw`(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{1,2}(?:st|nd|rd|th)? (?:${month}),? \d{4}|(?:${month}) \d{1,2}(?:st|nd|rd|th)?,? \d{4})`
const street = 'Street|Road|Avenue|Lane|Close|Drive|Crescent|Terrace|Court|Place|Grove|Gardens|Way|Walk|Row|Mews|Hill|Square'

/** Words with a capital that stand beside "child" or "mother" and name nobody. */
const common = new Set(
  (
    'Protection Safeguarding Practice Death Deaths Health Services Service Welfare Act Court Board Boards Review Reviews Support Safety Trust Care ' +
    'Development Poverty Exploitation Abuse Sexual Neglect Commissioner Minister Secretary Social Local Serious The This That They Then There He She It We I A An In And Or But ' +
    'For If As At On To Not No Was Is Had Has Who When Where What Which Why How Early Help Team Plan Conference Level Skills Voice First Second ' +
    `Monday Tuesday Wednesday Thursday Friday Saturday Sunday England Wales Scotland Christmas Easter ${month.replaceAll('|', ' ')} GP NHS Your My Our Their His Her`
  ).split(' '),
)

interface Pattern {
  kind: NamesWarning['kind']
  pattern: RegExp
  /** Whether a match is one after all; all are when there is nothing to ask. */
  isOne?: (match: RegExpMatchArray) => boolean
}

const isName = (text: string | undefined) => text !== undefined && !text.split(/[ ’']/).some((part) => common.has(part))

/** Every pattern is bounded, so that a long text takes no longer than its length. */
const patterns: readonly Pattern[] = [
  // "Child A", "Baby P", "Mother B2": the labels of a published case. "child I" is somebody who speaks of their own childhood.
  {
    kind: 'label',
    pattern:
      /\b(?:child|baby|sibling|mother|father|parent|adult|subject|family|boy|girl|young person|twin)\s{1,3}(\p{Lu}{1,2}\d{0,2})(?![\p{L}\d’'])/giu,
    // Without case, capitals and small letters match alike; "child A" with a small c is seldom a label.
    isOne: ([whole, letter = '']) => letter === letter.toUpperCase() && letter !== 'GP' && (!['A', 'I'].includes(letter) || /^\p{Lu}/u.test(whole)),
  },
  {
    kind: 'initials',
    pattern: new RegExp(
      String.raw`(?<![\p{L}])(?:\p{Lu}\.? ?){2,3}[,(\s]{0,3}(?:was )?(?:aged? \d{1,2}\b|(?:born|[Dd]\.?[Oo]\.?[Bb]\.?:?|date of birth:?)[^\n]{0,8} ?${date})`,
      'gu',
    ),
  },
  { kind: 'birth-date', pattern: new RegExp(String.raw`\b(?:born|d\.?o\.?b\.?|date of birth|birthday)\b[^\n]{0,12}?${date}`, 'giu') },
  {
    kind: 'name',
    pattern: new RegExp(String.raw`(?<!\p{L})(?:${relation})s?,? (?:called |named |is |was |, )?(${word}(?: ${word}){0,2})`, 'gu'),
    isOne: ([, name]) => isName(name),
  },
  {
    kind: 'name',
    pattern: new RegExp(
      String.raw`(?<!\p{L})(${word}(?: ${word}){1,2})(?:[’']s?)?,? (?:\(\d{1,2}\)|aged? \d{1,2}\b|(?:and )?(?:his|her|their|the) (?:${relation})|(?:${relation})\b)`,
      'gu',
    ),
    isOne: ([, name]) => isName(name?.replace(/[’']s?$/, '')),
  },
  { kind: 'address', pattern: new RegExp(String.raw`\b\d{1,4}[a-zA-Z]?,? (?:\p{Lu}[\p{Ll}’']{1,20} ){1,3}(?:${street})\b`, 'gu') },
  { kind: 'address', pattern: /\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})\b/g },
  { kind: 'number', pattern: /\b\d{3}[ -]?\d{3}[ -]?\d{4}\b/g, isOne: ([digits]) => isNhsNumber(digits.replace(/\D/g, '')) },
  {
    kind: 'number',
    pattern:
      /\b(?:NHS|case|court|police|hospital|crime|file|custody)\s{0,2}(?:number|no\.?|ref(?:erence)?\.?|id)\s{0,2}[:#]?\s{0,2}[A-Z]{0,5}[-/ ]?\d[\dA-Z/-]{2,20}/gi,
  },
  { kind: 'number', pattern: /\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/g },
]

/**
 * What in a text looks as if it named a child, a family or a case. It may be wrong either way, so it only warns: a person reads it and decides.
 * Source: the rule that case data is never stored; the labels, numbers and addresses are those that reviews and agencies use.
 * @returns each thing found once, in the order of the text, ten at most.
 */
export function namesWarnings(text: string): NamesWarning[] {
  const found = patterns.flatMap(({ kind, pattern, isOne }) =>
    [...text.matchAll(pattern)].filter((match) => isOne?.(match) ?? true).map((match) => ({ kind, found: match[0].trim(), at: match.index })),
  )
  const first = new Map(
    found
      .toSorted((a, b) => a.at - b.at)
      .map((one) => [one.found, one] as const)
      .toReversed(),
  )
  return [...first.values()]
    .toSorted((a, b) => a.at - b.at)
    .slice(0, 10)
    .map(({ kind, found: words }) => ({ kind, found: words.slice(0, 80) }))
}

/**
 * What stands between words and sending them, while they look as if they named somebody: their writer has not said yet that they do not. It lists what was
 * found, and asks rather than accuses.
 */
export function namesFaults(warnings: readonly NamesWarning[], readWarning: boolean | undefined): { pointer: string; detail: string }[] {
  if (readWarning || warnings.length === 0) return []
  const found = warnings.map((warning) => `“${warning.found}”`)
  return [
    {
      pointer: '/readWarning',
      detail: `Some words look as if they name a child, a family or a case: ${found.join(', ')}. Take them out, or say that they name nobody`,
    },
  ]
}

/** Ten digits whose last is the check digit, modulo 11. Source: NHS Data Dictionary, NHS number. */
function isNhsNumber(digits: string): boolean {
  const sum = digits
    .slice(0, 9)
    .split('')
    .reduce((total, digit, index) => total + Number(digit) * (10 - index), 0)
  const check = (11 - (sum % 11)) % 11
  return digits.length === 10 && check === Number(digits[9]) && !/^(\d)\1{9}$/.test(digits)
}
