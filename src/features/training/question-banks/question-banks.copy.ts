import type { BankQuestion, QuestionInBank } from '#domain/question-bank.ts'
import { showDay, showNumber } from '#lib/show.ts'

const versions = (numbers: readonly number[]) =>
  `${numbers.length === 1 ? 'version' : 'versions'} ${numbers.join(', ').replace(/, (\d+)$/, ' and $1')} of the module`
const tries = (count: number) => `${showNumber(count)} ${count === 1 ? 'try' : 'tries'}`
const questions = (count: number) => `${showNumber(count)} ${count === 1 ? 'question' : 'questions'}`

/** The words of the question banks, for those who keep them. */
export const copy = {
  training: 'Training',
  title: 'Question banks',
  intro:
    'The questions that knowledge checks and diagnostics are drawn from, with their answers. Do not show them to people who are still to take a check.',
  banksCaption: 'The banks, by module',
  banksColumns: ['Module', 'Newest version', 'Questions in use', 'Withdrawn'],
  back: 'Question banks',
  bankCaption: 'Question bank',
  found: (inUse: number, withdrawn: number) =>
    `${questions(inUse)} in use${withdrawn === 0 ? '' : `, and ${showNumber(withdrawn)} withdrawn`}, over every version of the module.`,
  which: 'Show',
  all: 'Every question',
  inUse: 'In use',
  withdrawn: 'Withdrawn',
  apply: 'Show these',
  none: 'No question of this module was withdrawn.',
  question: ({ id, version }: BankQuestion) => (version === 1 ? id : `${id}, version ${version}`),
  about: ({ standsIn, asked }: BankQuestion) =>
    `In ${versions(standsIn)}. ${asked === 0 ? 'Not asked yet in a try that was handed in.' : `Asked in ${tries(asked)} that ${asked === 1 ? 'was' : 'were'} handed in.`}`,
  read: 'Where to read:',
  answers: 'Answers, reasons and sources',
  right: 'The right answer',
  sources: (count: number) => (count === 1 ? 'Source:' : 'Sources:'),
  withdrawLink: 'Withdraw this question',
  withdrawnOn: ({ at, reason }: { at: string; reason: string }) => `Withdrawn on ${showDay(at)}: ${reason}`,
  withdrawTitle: 'Withdraw a question',
  what: 'What happens',
  always: [
    'It is never drawn again. A question that is withdrawn stays so: a better one comes with a new version of the module.',
    'It counts as right for everybody who was asked it, whatever they answered, also in a check that is open now. Nobody’s result goes down.',
    'Whoever’s result goes up is told by e-mail, and reads your reason there and beside the question. If they pass by it, their training and their certificate follow.',
  ],
  effect: ({ asked, rises, passes }: QuestionInBank['effect']) =>
    asked === 0
      ? 'It was not asked yet in any try that was handed in.'
      : `It was asked in ${tries(asked)} that ${asked === 1 ? 'was' : 'were'} handed in. ${rises === 0 ? 'None of them goes up: everybody had it right.' : `${showNumber(rises)} of them ${rises === 1 ? 'goes' : 'go'} up by one, and ${passes === 0 ? 'none of those passes by it' : `${showNumber(passes)} of those ${passes === 1 ? 'passes' : 'pass'} by it`}.`}`,
  reason: 'What is wrong with it',
  reasonHint: 'Everybody who was asked it can read this. Do not name anybody.',
  withdraw: 'Withdraw the question',
  cannot: 'It cannot be withdrawn now',
  lack: (lack: QuestionInBank['lacks'][number], outcome: string) =>
    lack.kind === 'too-few'
      ? `${questions(lack.left)} would be left, and a knowledge check asks ${lack.needs}.`
      : `${questions(lack.left)} would be left on “${outcome}”, and ${lack.needs} are needed.`,
  first: 'Publish a new version of the module with more questions first.',
  already: 'This question is withdrawn.',
  done: (id: string) => `The question ${id} is withdrawn`,
  backToBank: 'Back to the bank',
}
