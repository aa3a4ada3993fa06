import { showDay } from '#lib/show.ts'

/** The words of a result. */
export const resultCopy = {
  passedTitle: 'You passed',
  failedTitle: 'Not passed yet',
  result: (right: number, of: number) => `${right} of ${of} right`,
  needed: (percent: number) => `${percent}% is needed to pass.`,
  diagnosticPassed: (title: string, version: number) =>
    `You tested out of ${title}, version ${version}: the module is done, and your record says that you passed it by diagnostic. It shows that you know what the module teaches; it does not verify a skill.`,
  diagnosticFailed: 'Not this time',
  diagnosticNoHarm:
    'Nothing is lost. The lessons and the knowledge check are open to you with all their tries, and nobody but you sees that you took this. The answers are not shown, since the same questions may be asked in the check.',
  toRead: 'What to read',
  missed: (missed: number) => `${missed} ${missed === 1 ? 'question' : 'questions'} missed`,
  readLessons: 'To the lessons',
  remarked: (at: string, from: number, right: number) =>
    `On ${showDay(at)} your result went up from ${from} to ${right}, because a question that you were asked was withdrawn.`,
  withdrawn: 'Withdrawn: counts as right',
  whyWithdrawn: (at: string, reason: string) => `This question was withdrawn on ${showDay(at)}: ${reason}`,
  onRecord: (title: string, version: number) =>
    `It is on your record: ${title}, version ${version}. It shows that you know what the module teaches; it does not verify a skill.`,
  rightAnswer: 'Right',
  wrongAnswer: 'Not right',
  yourAnswer: 'Your answer',
  correctAnswer: 'The right answer',
  noAnswer: 'You gave no answer.',
  otherOptions: 'The other answers',
  readAt: 'Read again:',
  sources: (count: number) => (count === 1 ? 'Source:' : 'Sources:'),
  tryAgain: 'Try again',
  backToModule: 'Back to the module',
}
