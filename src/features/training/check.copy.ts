import type { CheckRules } from '#domain/module.ts'
import type { ExtraTries } from '#domain/training.ts'
import { showDay, showMinutes } from '#lib/show.ts'

/** The words that come before a knowledge check: its rules and the tries so far. */
export const checkCopy = {
  rules: 'Before you begin',
  checkRules: ({ items, passPercent, tries, waitHours, minutes }: CheckRules) => [
    `${items} questions, drawn anew for each try so that they cover everything the module teaches. Most people need about ${showMinutes(minutes)}.`,
    `To pass, ${Math.ceil((items * passPercent) / 100)} of the ${items} have to be right (${passPercent}%). A blank counts as wrong.`,
    'There is no timer. Answers are kept as you choose them: you can leave, come back, and change them until you hand in.',
    `You have ${tries} tries. After the last of them the next opens ${waitHours} hours later.`,
    'A try that does not pass costs nothing but the try. Afterwards you see, for every answer, what it misses and where to read.',
  ],
  whoSees: 'Coordinators see whether you passed, your best result and how many tries it took. Your answers are yours alone.',
  extra: ({ tries, at, reason }: ExtraTries) => `On ${showDay(at)} a coordinator gave you ${tries} extra ${tries === 1 ? 'try' : 'tries'}: ${reason}`,
  beginCheck: (number: number) => (number === 1 ? 'Begin the knowledge check' : `Begin try ${number}`),
  tries: 'Your tries',
  tryResult: ({ number, right, items }: { number: number; right: number | null; items: number }) => `Try ${number}: ${right ?? 0} of ${items} right`,
}
