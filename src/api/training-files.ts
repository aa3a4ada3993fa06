import type { QuestionFault, ModuleStatistics } from '#domain/question-statistics.ts'
import { figuresForFile } from '#domain/progress-file.ts'
import type { StuckLearners } from '#domain/training-progress.ts'
import { regionWords } from '#domain/words.ts'
import type { Content } from './deps.ts'
import type { Db } from './repository/database.ts'
import { type Counted, countFunnel } from './repository/training-funnel.ts'
import { trainingProgress } from './training-progress.ts'

const notShown = 'not shown'
const figure = (number: number | null) => (number === null ? notShown : String(number))

/** How far people within reach came, module by module, as the rows of a file. What is withheld is said in words, never left blank. */
export async function funnelRows(db: Db, content: Content, counted: Counted): Promise<string[][]> {
  const { modules } = await trainingProgress(db, content, counted)
  const byRegion = await countFunnel(
    db,
    content.modules.map(({ module }) => module),
    counted,
    true,
  )
  const rows: string[][] = []
  for (const funnel of modules) {
    const { lessons } = await trainingProgress(db, content, { ...counted, moduleId: funnel.moduleId })
    const regions = byRegion.filter(({ moduleId }) => moduleId === funnel.moduleId)
    const file = figuresForFile({ funnel, regions, lessons })
    const { enrolled, started, halfWay, attempted, passed } = file.steps
    rows.push([
      file.title,
      'Everybody within reach',
      ...[enrolled, started, halfWay, attempted, passed].map(figure),
      file.medianDays === null ? notShown : String(file.medianDays),
    ])
    for (const one of file.regions)
      rows.push([file.title, one.region ? regionWords[one.region] : 'Region not given', figure(one.enrolled), '', '', '', figure(one.passed), ''])
    for (const { title, read } of file.lessons) rows.push([file.title, `Have read the lesson: ${title}`, figure(read), '', '', '', '', ''])
  }
  return [
    ['How far people on the roster came in their training'],
    ['Everybody within reach of whoever made this file, whatever the page was filtered by'],
    [`"${notShown}": fewer than 5 people on one side of the line, or a figure from which such a group could be worked out`],
    ['Module', 'Who', 'Enrolled', 'Started', 'Half-way', 'Tried the check', 'Passed', 'Days to pass (the middle value)'],
    ...rows,
  ]
}

const whereWords: Record<StuckLearners['learners'][number]['where'], string> = {
  'not-begun': 'no lesson read',
  'between-lessons': 'between lessons',
  'before-check': 'every lesson read, check not tried',
  'check-open': 'check begun and not handed in',
  'between-tries': 'check not passed',
}

/** People who are stuck, as the rows of a file for whoever may open their records. */
export const stuckRows = (learners: StuckLearners['learners'], more: boolean): string[][] => [
  ['Name', 'Region', 'Module', 'Where', 'Lessons read', 'Lessons', 'Tries used', 'No progress since', 'Days', 'Last message'],
  ...learners.map((one) => [
    one.name,
    one.region ? regionWords[one.region] : '',
    one.title,
    whereWords[one.where],
    String(one.lessonsRead),
    String(one.lessons),
    String(one.tries),
    one.since.slice(0, 10),
    String(one.days),
    one.lastMessageAt?.slice(0, 10) ?? '',
  ]),
  ...(more ? [[`Only the first ${learners.length} are listed: choose a region or a module for the others`]] : []),
]

const faultWords: Record<QuestionFault, string> = {
  'too-hard': 'too hard',
  'too-easy': 'too easy',
  misleads: 'those who do well get it wrong more often',
  'tells-little': 'hardly tells those who do well from others',
  'unused-option': 'an answer that nobody chooses',
}

/** How the questions of a module do, a row for each answer that can be chosen. */
export const statisticsRows = ({ title, moduleVersion, questions }: ModuleStatistics): string[][] => [
  [`Questions of “${title}”, version ${moduleVersion}: everybody’s first tries`],
  [`"${notShown}": fewer than 5 people, or a figure from which such a group could be worked out`],
  [
    'Facility: the share of right answers. Discrimination: point-biserial correlation with the rest of the check. Under 30 answers neither is judged.',
  ],
  ['Question', 'Version', 'Words', 'Answers', 'Facility from', 'Facility to', 'Discrimination', 'To look at', 'Answer', 'Right', 'Chosen by'],
  ...questions.flatMap((question) =>
    [...question.options, { id: '', text: 'Left blank', correct: false, chosen: question.blank }].map((option) => [
      question.id,
      String(question.version),
      question.stem,
      question.answers === null ? 'fewer than 5' : String(question.answers),
      question.facility ? question.facility.from.toFixed(2) : notShown,
      question.facility ? question.facility.to.toFixed(2) : notShown,
      question.discrimination === null ? notShown : String(question.discrimination),
      question.enough ? question.faults.map((fault) => faultWords[fault]).join('; ') : 'too few answers to judge',
      option.text,
      option.correct ? 'yes' : 'no',
      figure(option.chosen),
    ]),
  ),
]
