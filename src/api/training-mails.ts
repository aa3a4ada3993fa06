import { notice, type To } from './mails.ts'

interface Result {
  right: number
  from: number
  items: number
  passesNow: boolean
}

/** To somebody whose result rose because a question that they were asked is withdrawn. */
export const remarkedMail = (to: To, title: string, reasons: readonly string[], { right, from, items, passesNow }: Result) =>
  notice(to, 'Your result in a knowledge check went up', [
    `A question that you were asked in the knowledge check of “${title}” was a bad one, and we have withdrawn it. It now counts as right for everybody who was asked it.`,
    `Why it was withdrawn:\n${reasons.join('\n')}`,
    `Your result was ${from} of ${items} and is now ${right} of ${items}.${passesNow ? ' You have passed.' : ''} Nobody’s result went down.`,
    'You need not do anything. Sign in to Panel Pool and open Training to see the result.',
  ])
