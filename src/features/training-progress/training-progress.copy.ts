import type { Step, TrainingProgress } from '#domain/training-progress.ts'
import { showNumber } from '#lib/show.ts'

type Drop = NonNullable<TrainingProgress['drop']>

const people = (number: number) => (number === 1 ? '1 person' : `${showNumber(number)} people`)

const came: Record<Step, string> = {
  enrolled: 'who enrolled',
  started: 'who started',
  halfWay: 'who came half-way',
  attempted: 'who tried the check',
  passed: 'who passed',
}
const hasNot: Record<Step, [one: string, more: string]> = {
  enrolled: ['has not enrolled', 'have not enrolled'],
  started: ['has not read a lesson', 'have not read a lesson'],
  halfWay: ['has not come half-way', 'have not come half-way'],
  attempted: ['has not tried the check', 'have not tried the check'],
  passed: ['has not passed', 'have not passed'],
}

/** The words of how far people come in their training. */
export const copy = {
  title: 'Training progress',
  intro:
    'How far people on the roster have come in each module. You see what was completed and tried; never wrong answers, reflections or the learning log.',
  parts: 'Parts of training progress',
  part: { funnel: 'How far people come', stuck: 'People who are stuck', questions: 'How the questions do' },
  filter: 'Whose progress is shown',
  role: 'Role',
  anyRole: 'Any role',
  region: 'Region',
  anyRegion: 'Any region',
  module: 'Module',
  allModules: 'All modules',
  show: 'Show',
  drop: ({ title, from, to, lost, of }: Drop, only: boolean) =>
    `${only ? '' : `“${title}”: `}${showNumber(lost)} of the ${people(of)} ${came[from]} ${hasNot[to][lost === 1 ? 0 : 1]} yet. No other step${only ? '' : ', of any module,'} loses a larger share.`,
  noDrop: 'Too few people, or nobody who stops: no step stands out.',
  nobody: 'Nobody who matches has started a module yet. People appear here once they press “Start this module”.',
  picture: 'How far people came',
  steps: { enrolled: 'Enrolled', started: 'Started', halfWay: 'Half-way', attempted: 'Tried the check', passed: 'Passed' } satisfies Record<
    Step,
    string
  >,
  caption: 'People who came to each step, by module',
  medianDays: 'Days to pass',
  noMedian: '–',
  days: (days: number) => (days < 1 ? 'under 1' : showNumber(Math.round(days))),
  count: (number: number, of: number) => (of === 0 ? showNumber(number) : `${showNumber(number)} (${Math.round((number / of) * 100)}%)`),
  meanings: 'What the steps mean',
  meaningsList: [
    'Enrolled: pressed “Start this module”.',
    'Started: has read a lesson, or tried the check.',
    'Half-way: has read half of the lessons, or tried the check.',
    'Tried the check: has begun the knowledge check at least once.',
    'Passed: has passed the knowledge check.',
    'Days to pass: from enrolling to the pass, the middle value of all who passed.',
  ],
  lessons: 'Where readers stop, lesson by lesson',
  lessonsCaption: 'Readers of each lesson',
  lessonColumns: ['Lesson', 'Have read it', 'Fewer than the lesson before'],
  lessonDrop: (title: string, lost: number, before: number) =>
    `The most readers are lost at “${title}”: ${showNumber(lost)} of the ${people(before)} before it.`,
  download: 'Download as a file (CSV)',
  downloadWhat:
    'The file counts everybody whose record you may open, by module and region, whatever you chose above. Files travel, so it never shows a group under 5. Downloading is noted in your history.',
  downloadFailed: 'The file could not be made just now. Try again in a moment.',
}
