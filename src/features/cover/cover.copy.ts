import type { Cover } from '#domain/cover.ts'
import { regionWords } from '#domain/words.ts'
import { showDate, showMoment, showNumber } from '#lib/show.ts'

type Figures = Cover['regions'][number]['figures']
type RoleFigures = Figures['chair']

const tenth = (value: number) => showNumber(Math.round(value * 10) / 10)
const perCent = (share: number | null) => (share === null ? 'no work expected' : `${showNumber(Math.round(share * 100))}%`)

export const copy = {
  title: 'Cover',
  intro:
    'Whether the pool can staff the reviews that a busy year brings, region by region. Only people who could be appointed on the day count, and what each of them can take is spent once.',
  on: 'On which day',
  onHint: 'From today on. People are counted as the record stands now, so a check that runs out before that day no longer counts.',
  show: 'Show',
  figuresFor: (on: string) => `The figures are for ${showDate(on)}.`,
  finding: 'What it comes to',
  estimate: 'These figures are an estimate: they rest on assumptions, which are listed below with their sources.',
  map: 'Cover by region',
  mapHint: 'Each tile is one region. Its edge and ground say how its worse covered role stands; the words say the same.',
  tile: (figures: Figures) => [`Chairs ${perCent(figures.chair.whole.cover)}`, `Authors ${perCent(figures.author.whole.cover)}`],
  states: { 'no-work': 'No work expected', short: 'Short', thin: 'Thin', met: 'Covered' } satisfies Record<RoleFigures['state'], string>,
  tableOf: { chair: 'Panel chairs', author: 'Overview report authors' },
  columns: ['Region', 'Could be appointed', 'Needed', 'Cover', 'Which figure binds', 'Free capacity for new work', 'State'],
  england: 'England',
  withNeighbours: (region: string, regions: readonly string[]) => `${region}, shared with ${regions.join(', ')}`,
  ready: ({ ready, supervised }: RoleFigures) =>
    supervised > 0 ? `${showNumber(ready)}, and ${showNumber(supervised)} under supervision` : showNumber(ready),
  cover: (whole: RoleFigures['whole']) =>
    whole.cover === null
      ? 'No work expected'
      : `${perCent(whole.cover)}: ${tenth(whole.capacity)} for ${tenth(whole.work)} ${whole.binds === 'days' ? 'days a year' : 'seats at once'}`,
  binds: { load: 'Reviews at once', days: 'Days a year' },
  free: (free: RoleFigures['free']) =>
    free.cover === null ? 'No new work expected' : `${perCent(free.cover)}: ${tenth(free.capacity)} for ${tenth(free.work)} seats`,
  reviews: 'Reviews',
  reviewColumns: [
    'Region',
    'Started in a year',
    'In a busy year',
    'In hand at once in a busy year',
    'Can run at once, two different people on each',
    'Checks due in 90 days',
  ],
  figure: tenth,
  rests: 'Rests on',
  estimateShort: 'Estimate',
  facts: 'Facts alone',
  reach: ({ chair, author, of, choices }: Cover['reach']) =>
    `${chair} of ${of} ${of === 1 ? 'region has' : 'regions have'} at least ${choices} chairs to choose from, and ${author} of ${of} at least ${choices} authors.`,
  spread: (spread: number | null) =>
    spread === null
      ? 'Nobody here has taken on a review in the last two years, as far as commitments were entered.'
      : `The five busiest people hold ${spread}% of what was taken on in the last two years${spread > 35 ? ': more than the 35% at which the model warns.' : '.'}`,
  independence: 'Once affiliations rule people out',
  independenceIntro:
    'For each authority: of the people who could be appointed and live in its region or travel there, how many have no tie on record to any body that serves it. Nobody is ever called clear: a tie may exist that nobody declared.',
  authorityTile: (could: { chair: { could: number }; author: { could: number } }) => [`Chairs ${could.chair.could}`, `Authors ${could.author.could}`],
  authorityTable: 'Authorities, with who is tied and who is not known',
  authorityColumns: [
    'Authority',
    'Bodies that serve it',
    'Chairs: no tie on record',
    'Chairs: tied',
    'Chairs: not known',
    'Authors: no tie on record',
    'Authors: tied',
    'Authors: not known',
  ],
  authoritiesOf: (region: string) => `Authorities of ${region}`,
  noAuthorities: 'The register has no authority of the regions you keep.',
  inputs: 'What the figures rest on',
  inputsIntro:
    'Every number of the model, where it comes from, and whether it is a fact or an assumption. Replace one with your own and say where yours comes from.',
  inputColumns: ['Number', 'For', 'Value', 'Kind', 'Source', 'As of', 'Action'],
  everywhere: 'Everywhere',
  basis: { fact: 'Fact', assumption: 'Assumption' },
  derived: 'Assumption: a share by where children live',
  change: 'Change',
  changeWhat: (what: string, region: string) => ` ${what}, ${region}`,
  notKnown: 'What is not known',
  notKnownOf: ({ noRegion, noCapacity, notDeclared }: Cover['notKnown']) => [
    `${showNumber(noRegion)} of those who could be appointed have no home region, so no region counts them.`,
    `${showNumber(noCapacity)} have not said how many days or reviews they can take; they count with what the model assumes.`,
    `${showNumber(notDeclared)} have never declared their affiliations.`,
  ],
  model:
    'Cover is capacity over work, both counted the same way: reviews that people can run at once against reviews in hand in a busy year, and days a year against days those reviews take. The smaller of the two stands. Free capacity is compared with the work still to come.',
  print: 'Print this page',
  download: 'Download as CSV',
  downloadFailed: 'The file could not be made. Try again.',
  keep: 'Keep as it stands today',
  keepHint: 'Kept pictures of cover never change. Take one for each board meeting.',
  kept: 'Kept pictures of cover',
  keptIntro: 'Cover as it stood, for the record of a board.',
  keptColumns: ['Cover on', 'Kept', 'By'],
  noneKept: 'No picture of cover has been kept yet.',
  keptBy: (at: string, by: string) => `Kept on ${showMoment(at)} by ${by || 'somebody whose record was erased'}. It does not change.`,
  snapshotTitle: (on: string) => `Cover on ${showDate(on)}`,
  back: 'Cover',
  inputTitle: 'Change a number of the model',
  value: (unit: string) => `Value, in ${unit}`,
  between: (least: number, most: number) => `From ${least} to ${most}.`,
  basisOf: 'Is it a fact or an assumption?',
  basisOptions: [
    { value: 'fact', text: 'A fact', hint: 'Somebody counted it, and the source can be looked up.' },
    { value: 'assumption', text: 'An assumption', hint: 'A judgement. Figures that rest on it say “estimate”.' },
  ],
  source: 'Where it comes from',
  sourceHint: 'A return, a count, a decision of the board, with its date.',
  asOf: 'Which year or day it speaks of',
  save: 'Save the number',
  saved: (what: string) => `Saved: ${what}. The figures are worked out anew.`,
  noSuch: 'The model has no such number for this place.',
  regionName: (region: keyof typeof regionWords | null) => (region ? regionWords[region] : 'Everywhere'),
}
