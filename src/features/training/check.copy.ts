/** The words that come before a knowledge check: its rules and the tries so far. */
export const checkCopy = {
  checkRules: ({ items, passPercent, tries, waitHours }: { items: number; passPercent: number; tries: number; waitHours: number }) => [
    `${items} questions, drawn anew for each try.`,
    `${passPercent}% right to pass.`,
    `${tries} tries, then a wait of ${waitHours} hours before the next.`,
    'No timer. Answers are kept as you choose them, and you can change them until you hand in.',
    'Afterwards you see, for every answer, what it misses and where to read.',
  ],
  beginCheck: (number: number) => (number === 1 ? 'Begin the knowledge check' : `Begin try ${number}`),
  tries: 'Your tries',
  tryResult: ({ number, right, items }: { number: number; right: number | null; items: number }) => `Try ${number}: ${right ?? 0} of ${items} right`,
}
