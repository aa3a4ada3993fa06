import type { Agreement } from '#domain/agreement.ts'

const number = (value: number, digits: number) => value.toFixed(digits).replace('-', '−')
const share = (part: number, of: number) => `${part} of ${of} (${Math.round((100 * part) / of)}%)`

/** The words of the figures: a sentence first, then the same facts in a table. */
export const agreementCopy = {
  title: 'How your levels compare',
  none: 'Nothing to compare yet. Hand in a first dossier, and this shows how near your levels are to the reference.',
  columns: ['Measure', 'With the reference', 'With other assessors'],
  caption: 'Agreement in figures',
  ratings: 'Ratings compared',
  exact: 'The same level',
  withinOne: 'Within one level',
  severity: 'Average difference',
  kappa: 'Weighted kappa',
  noOthers: 'Shown when two other assessors have rated a dossier that you have',
  others: (assessors: number, { ratings, comparisons }: Agreement) => `${ratings}, with ${assessors} others (${comparisons} comparisons)`,
  exactly: ({ exact, comparisons }: Agreement) => share(exact, comparisons),
  nearly: ({ withinOne, comparisons }: Agreement) => share(withinOne, comparisons),
  average: ({ severity }: Agreement) => {
    const words = number(Math.abs(severity ?? 0), 2)
    return isLevel(severity) ? 'None' : `${words} of a level ${(severity ?? 0) < 0 ? 'lower' : 'higher'}`
  },
  kappaOf: ({ kappa, ratings }: Agreement) => {
    if (kappa.state === 'too-few') return `Shown from ${kappa.from} ratings on. So far: ${ratings}`
    if (kappa.state === 'no-variation') return `Cannot be worked out: all ${ratings} ratings are one and the same level`
    return `${number(kappa.value, 2)}, from ${ratings} ratings`
  },
  kappaTitle: 'What weighted kappa says',
  kappaText: [
    'It says how far two sets of levels agree beyond what chance would bring about: 1 is full agreement, 0 is no better than chance. Being two levels apart counts four times as much as being one level apart (quadratic weights, after Cohen 1968 and Fleiss and Cohen 1973).',
    'With few ratings it swings widely, so it is shown only from 20 on, always with the number behind it. It is for you to learn from. No one else sees it and no rule depends on it.',
  ],
  pictureCaption: 'Your levels against the reference',
  pictureText: 'On the diagonal you and the reference agree. Above and to the right of it you gave less; below and to the left, more.',
  you: 'You',
  reference: 'Reference',
  zero: '0 is “not enough to decide”.',
}

const isLevel = (severity: number | null) => Math.abs(severity ?? 0) < 0.05

/** What the figures come to, in two sentences. */
export function finding({ exact, comparisons, furthest, severity }: Agreement): string {
  const apart = furthest === 0 ? '' : `; the furthest apart was ${furthest === 1 ? 'one level' : `${furthest ?? 0} levels`}`
  const agreed = `The same level as the reference in ${exact} of ${comparisons} ratings${apart}.`
  if (isLevel(severity)) return `${agreed} On average you rate neither higher nor lower.`
  const by = number(Math.abs(severity ?? 0), 1)
  return (severity ?? 0) < 0
    ? `${agreed} On average you rate ${by} of a level lower: you are the more severe.`
    : `${agreed} On average you rate ${by} of a level higher: you are the more lenient.`
}
