import type { AuthoritiesCover, Cover } from '#domain/cover.ts'
import { coverFinding } from '#domain/cover-finding.ts'
import { regionWords } from '#domain/words.ts'

type Figures = Cover['regions'][number]['figures']

const percent = (share: number | null) => (share === null ? '' : String(Math.round(share * 100)))
const tenth = (value: number) => String(Math.round(value * 10) / 10)
const states = { 'no-work': 'no work expected', short: 'short', thin: 'thin', met: 'met' }

const line = (name: string, figures: Figures, due: string): string[] => [
  name,
  figures.estimate ? 'estimate' : 'from facts alone',
  tenth(figures.reviewsAYear),
  tenth(figures.busyInHand),
  String(figures.reviewsAtOnce),
  ...(['chair', 'author'] as const).flatMap((seat) => [
    String(figures[seat].ready),
    String(figures[seat].supervised),
    String(figures[seat].needed.people),
    percent(figures[seat].whole.cover),
    figures[seat].whole.binds === 'days' ? 'days a year' : 'reviews at once',
    percent(figures[seat].free.cover),
    states[figures[seat].state],
  ]),
  due,
]

/** Cover as the rows of a file for a board: the finding, the regions, the authorities, then every number it rests on and what is not known. */
export function coverAsRows({ on, regions, england, inputs, notKnown }: Cover, { authorities }: AuthoritiesCover): string[][] {
  const role = (name: string) =>
    ['ready', 'ready under supervision', 'needed', 'cover, per cent', 'which binds', 'cover of new work by what is free, per cent', 'state'].map(
      (what) => `${name}: ${what}`,
    )
  return [
    [`Cover on ${on}`],
    ...coverFinding({ regions, england }).map((sentence) => [sentence]),
    [''],
    [
      'Region',
      'Rests on',
      'Reviews a year',
      'In hand in a busy year',
      'Can run at once',
      ...role('Chair'),
      ...role('Author'),
      'Checks due in 90 days',
    ],
    ...regions.map(({ region, figures, checksDue }) => line(regionWords[region], figures, String(checksDue))),
    ...regions.flatMap(({ region, withNeighbours }) =>
      withNeighbours ? [line(`${regionWords[region]} with its neighbours`, withNeighbours.figures, '')] : [],
    ),
    ...(england ? [line('England', england, '')] : []),
    [''],
    ['Authority', 'Region', 'Bodies', ...['Chair', 'Author'].flatMap((name) => [`${name}: no tie on record`, `${name}: tied`, `${name}: not known`])],
    ...authorities.map(({ name, region, bodies, chair, author }) => [
      name,
      regionWords[region],
      String(bodies),
      ...[chair, author].flatMap(({ could, tied, notKnown: unknown }) => [could, tied, unknown].map(String)),
    ]),
    [''],
    ['Number', 'For', 'Value', 'Unit', 'Fact or assumption', 'Source', 'As of'],
    ...inputs.map(({ what, region, value, unit, basis, source, asOf, derived }) => [
      what,
      region ? regionWords[region] : 'everywhere',
      tenth(value),
      unit,
      derived ? 'assumption: a share by where children live' : basis,
      source,
      asOf,
    ]),
    [''],
    ['Not known: people who could be appointed but have no home region', String(notKnown.noRegion)],
    ['Not known: people who have not said what they offer', String(notKnown.noCapacity)],
    ['Not known: people who never declared their affiliations', String(notKnown.notDeclared)],
  ]
}
