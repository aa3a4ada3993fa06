const tries = (count: number) => (count === 1 ? '1 extra try' : `${count} extra tries`)

/** The words of giving somebody more tries at a knowledge check. */
export const copy = {
  title: (name: string) => `Extra tries for ${name}`,
  back: 'Back to the record',
  intro:
    'For somebody who was held up by something other than the questions: an illness, a failing connection, a need that the check did not meet. The tries can be used at once, without waiting.',
  used: (used: number, left: number) => `${used} ${used === 1 ? 'try' : 'tries'} used so far, ${left} left before the next wait.`,
  given: (count: number) => `${tries(count)} given before.`,
  none: 'There is nothing to give: the module was not started, or its check is passed.',
  many: 'How many',
  options: [
    { value: '1', text: '1 try' },
    { value: '2', text: '2 tries' },
    { value: '3', text: '3 tries' },
  ],
  reason: 'Why',
  reasonHint:
    'A sentence. The learner reads it, and it stays in their history, where coordinators see it. Leave out what is nobody’s business, such as a diagnosis.',
  give: 'Give the tries',
  done: (name: string, count: number, title: string) => `${name} has ${tries(count)} at the knowledge check of ${title}`,
}
