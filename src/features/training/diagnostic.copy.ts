import type { Diagnostic } from '#domain/training.ts'
import { showMinutes } from '#lib/show.ts'

/** The words of testing out of a module. */
export const diagnosticCopy = {
  title: 'Test out of this module',
  caption: 'Diagnostic',
  intro:
    'You may know what this module teaches from work you have done. A diagnostic lets you show it in one sitting. If you pass, the module is done, and you need not read its lessons.',
  rules: 'Before you begin',
  rulesOf: ({ items, passPercent, minutes, tries }: Diagnostic, checkItems: number) => [
    `${items} questions, where the knowledge check has ${checkItems}. Everything the module teaches is asked about at least twice. Most people need about ${showMinutes(minutes)}.`,
    `To pass, ${Math.ceil((items * passPercent) / 100)} of the ${items} have to be right (${passPercent}%). A blank counts as wrong.`,
    'There is no timer. Answers are kept as you choose them: you can leave, come back, and change them until you hand in.',
    tries === 1 ? 'You can take it once.' : `You can take it ${tries} times.`,
    'It is for before the knowledge check: once you have begun that, you go on with it.',
  ],
  after: 'What comes of it',
  outcomes: [
    'If you pass, the module counts as passed, and your record says that you passed it by diagnostic. You can still read every lesson.',
    'If you do not pass, nothing is lost. You see which lessons to read, and the lessons and the knowledge check are open to you with all their tries. You do not see the answers, since the same questions may be asked in the check.',
    'Coordinators see that you passed by diagnostic. That you did not pass is seen by nobody but you.',
  ],
  begin: 'Begin the diagnostic',
  goOn: 'Go on with the diagnostic',
  underWay: 'You have begun. Your answers are kept.',
  used: 'You have taken the diagnostic of this module. The lessons and the knowledge check are open to you.',
  seeResult: 'See which lessons to read',
  toModule: 'Back to the module',
  closed: {
    passed: 'You have passed this module.',
    'check-begun': 'You have begun the knowledge check of this module, so the diagnostic is closed. Go on with the check.',
    'not-offered': 'Your organisation does not offer diagnostics: modules are passed by their knowledge checks.',
  },
}
