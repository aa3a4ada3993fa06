import type { QuestionFault, QuestionStatistics } from '#domain/question-statistics.ts'
import { showNumber } from '#lib/show.ts'

const percent = (share: number) => `${Math.round(share * 100)}%`

/** The words of how the questions of a module do. */
export const copy = {
  title: 'How the questions do',
  intro:
    'How each question of a module’s knowledge check was answered, by everybody in the pool at their first try. Nobody sees another’s answers: a figure that stands for fewer than 5 people is “not shown”, and neither is one from which such a group could be worked out.',
  module: 'Module',
  filter: 'Whose questions are shown',
  show: 'Show',
  taking: (title: string) => `You are taking “${title}” yourself. Its questions are yours to see once you have passed.`,
  noneAnswered: 'Nobody has handed in a first try yet. The figures appear here once people do.',
  found: (toFix: number, of: number) =>
    toFix === 0
      ? `None of the ${of} questions stands out.`
      : toFix === 1
        ? `1 of the ${of} questions needs a look.`
        : `${toFix} of the ${of} questions need a look.`,
  few: (count: number, of: number) =>
    count === of
      ? 'Every question has fewer than 30 answers: too few to judge by. Read the figures with care.'
      : `${count} of the questions ${count === 1 ? 'has' : 'have'} fewer than 30 answers: too few to judge by. Read those figures with care.`,
  toFix: 'Questions to fix',
  nothingToFix: 'No question with enough answers stands out.',
  caption: (title: string) => `All questions of “${title}”`,
  columns: ['Question', 'Answers', 'Facility', 'Discrimination', 'To look at'],
  answers: (number: number | null) => (number === null ? 'Fewer than 5' : showNumber(number)),
  fewTag: 'Few answers',
  facility: (share: QuestionStatistics['facility']) =>
    share === null ? 'Not shown' : percent(share.from) === percent(share.to) ? percent(share.from) : `${percent(share.from)} to ${percent(share.to)}`,
  discrimination: (r: number | null) => (r === null ? 'Not shown' : r.toFixed(2).replace('-', '−')),
  chosen: (number: number | null, answers: number | null) =>
    number === null || answers === null ? 'not shown' : `${showNumber(number)} (${percent(number / answers)})`,
  openInBank: 'Open it in the question bank',
  rightAnswer: 'Right answer',
  blank: 'Left blank',
  optionColumns: ['Answer', 'Chosen by'],
  optionsOf: 'How it was answered',
  faults: {
    'too-hard': 'Too hard: under 30% get it right.',
    'too-easy': 'Too easy: over 95% get it right.',
    misleads: 'Those who do well in the rest get it wrong more often: the right answer may be wrong, or the words mislead.',
    'tells-little': 'Hardly tells those who do well in the rest from the others: discrimination is under 0.20.',
    'unused-option': 'An answer that nobody chooses: a more likely mistake would do more.',
  } satisfies Record<QuestionFault, string>,
  faultNames: {
    'too-hard': 'Too hard',
    'too-easy': 'Too easy',
    misleads: 'Misleads',
    'tells-little': 'Tells little',
    'unused-option': 'Unused answer',
  } satisfies Record<QuestionFault, string>,
  meanings: 'What the figures mean',
  meaningsList: [
    'Facility: the share of answers that are right. One left blank is wrong.',
    'Discrimination: the point-biserial correlation between getting this question right and the share of the check’s other questions got right. It runs from −1 to 1; 0.20 or more is good, under 0 is a warning.',
    'Only first tries that were handed in are counted. At a later try people have read what they missed.',
    'Under 30 answers nothing is judged. These bounds are conventions of item analysis (Ebel and Frisbie), not rules.',
  ],
  downloadWhat: 'The file holds the figures of this page, with the words of each answer. Downloading is noted in your history.',
}
