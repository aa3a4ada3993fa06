import type { BoardMonth } from '#domain/planning-board.ts'
import { availabilityWords, checkKindWords, shortPoolRoleWords } from '#domain/words.ts'
import { showDate, showMonth } from '#lib/show.ts'

const days = (many: number) => (many === 1 ? '1 day' : `${many} days`)
const reviews = (many: number) => (many === 1 ? '1 review' : `${many} reviews`)
const dayIn = (day: string) => Number(day.slice(8))
const roles = (away: BoardMonth['away'][number]) => away.roles.map((role) => shortPoolRoleWords[role].toLowerCase()).join(' and ')

/** What is left of a month, in a few words. */
const left = ({ offered, taken, left: rest }: BoardMonth): string =>
  offered === null ? 'Not said' : taken.days > offered.days ? `${days(taken.days - offered.days)} over` : `${rest.days} of ${days(offered.days)} left`

/** A month of somebody in full sentences: for those who listen, and where there is no room for a table. */
function sentences(month: BoardMonth): string {
  const { offered, taken, left: rest, away, reviews: inHand, checks } = month
  const said = [
    offered === null
      ? 'They have not said what they offer.'
      : taken.days > offered.days
        ? `Reviews in hand take ${days(taken.days - offered.days)} more than the ${offered.days} offered.`
        : `${rest.days} of ${days(offered.days)} and ${rest.reviews} of ${reviews(offered.reviews)} left.`,
    ...away.map((one) => {
      const when = one.from === one.to ? `on the ${dayIn(one.from)}` : `from the ${dayIn(one.from)} to the ${dayIn(one.to)}`
      return `${availabilityWords[one.state]} ${when}${one.roles.length > 0 ? ` as ${roles(one)}` : ''}.`
    }),
    ...inHand.map(
      ({ reference, role, to }) =>
        `Review ${reference} in hand as ${shortPoolRoleWords[role].toLowerCase()}, ${to === null ? 'with no end yet' : `until ${showDate(to)}`}.`,
    ),
    ...checks.map(({ kind, on, overdue }) => `${checkKindWords[kind]}: re-check ${overdue ? 'was due' : 'due'} on ${showDate(on)}.`),
  ]
  return said.join(' ')
}

export const copy = {
  title: 'Planning board',
  intro:
    'The people of the roster by months: what each has left to give, when they are away, the reviews they have in hand and the checks that fall due. A review counts for the whole of a month that it begins or ends in.',
  toRoster: 'See these people as a list',
  caption: (first: string, last: string) => `People by months, ${showMonth(first)} to ${showMonth(last)}`,
  person: 'Name',
  month: (month: string) => showMonth(month, 'short'),
  monthInFull: (month: string) => showMonth(month),
  left,
  sentences,
  away: ({ state, from, to }: BoardMonth['away'][number]) =>
    from === to ? `${availabilityWords[state]} ${dayIn(from)}` : `${availabilityWords[state]} ${dayIn(from)}–${dayIn(to)}`,
  check: ({ kind, on, overdue }: BoardMonth['checks'][number]) => `${checkKindWords[kind]} ${overdue ? 'overdue' : dayIn(on)}`,
  steps: 'Which months',
  earlier: 'Earlier months',
  later: 'Later months',
  now: 'From this month',
  span: (months: string) => `${months} months`,
  key: 'What the lines above the months mean',
  keyOf: {
    free: 'Nothing taken',
    some: 'Some left',
    full: 'Nothing left',
    over: 'More taken than offered',
    away: 'Away throughout',
    unknown: 'Not said',
  },
  print: 'Print this page',
  pages: 'Pages of the board',
}
