import type { Availability, Commitment, Member, StripMonth } from '#domain/member.ts'
import { lookOf } from '#domain/month-look.ts'
import type { PoolRole } from '#domain/person.ts'
import { sectors, specialismWords } from '#domain/specialism.ts'
import { availabilityWords, regionWords, shortPoolRoleWords } from '#domain/words.ts'
import { showDate, showDay, showMonth } from '#lib/show.ts'

const list = (words: readonly string[]) => words.join(', ')
const days = (many: number) => (many === 1 ? '1 day' : `${many} days`)
const reviews = (many: number) => (many === 1 ? '1 review' : `${many} reviews`)

export const rolesIn = (roles: readonly PoolRole[]) => (roles.length === 0 ? copy.everyRole : list(roles.map((role) => shortPoolRoleWords[role])))
export const fromTo = (from: string, to: string | null) =>
  to === null ? `from ${showDate(from)}` : from === to ? showDate(from) : `${showDate(from)} to ${showDate(to)}`

/** An entry of availability as a sentence. */
export const entryWords = ({ state, from, to, roles }: Pick<Availability, 'state' | 'from' | 'to' | 'roles'>) =>
  `${availabilityWords[state]}, ${fromTo(from, to)}${roles.length > 0 ? ` (${rolesIn(roles)})` : ''}`

export const reviewWords = ({ reference, authorityName, role, from, to, days: many }: Commitment) =>
  `${reference} for ${authorityName} as ${shortPoolRoleWords[role].toLowerCase()}, ${fromTo(from, to)}, ${days(many)} a month`

export const offerWords = ({ daysAMonth, mostReviews, months }: Pick<Member, 'daysAMonth' | 'mostReviews' | 'months'>) =>
  daysAMonth === null || mostReviews === null
    ? copy.notSaid
    : `${days(daysAMonth)} a month, at most ${reviews(mostReviews)} at once${months.length > 0 ? `; other figures for ${list(months.map(({ month }) => showMonth(month)))}` : ''}`

export const backgroundWords = ({ sector, specialisms, languages }: Pick<Member, 'sector' | 'specialisms' | 'languages'>) =>
  [sector && sectors[sector], list(specialisms.map(specialismWords)), list(languages)].filter(Boolean).join('; ') || copy.nothingSaid

export const regionList = (regions: Member['regions']) => list(regions.map((region) => regionWords[region])) || copy.homeOnly

/** What the strip shows, as a sentence: from when somebody could take on something, and when not. */
export function findingOf({ strip }: Member): string {
  if (strip[0]?.offered === null) return copy.findingUnknown
  const hasRoom = (month: StripMonth) => ['some', 'free'].includes(lookOf(month))
  const first = strip.findIndex(hasRoom)
  const at = strip[first]
  if (!at) return copy.findingNone(strip.length)
  const next = strip.slice(first).find((one) => !hasRoom(one))
  return copy.finding(first === 0 ? null : showMonth(at.month), days(at.left.days), next ? showMonth(next.month) : null)
}

/** The words of a member’s capacity: of their own page and of the coordinator’s. */
export const copy = {
  capacityStrip: 'Capacity by month',
  stripNote:
    'Days left are the days offered less those that reviews in hand take. A review takes its days from one capacity, whatever the role, and counts for the whole of a month that it begins or ends in.',
  findingUnknown: 'Nothing is known yet of what this person can give, so nobody can say when they are free.',
  findingNone: (months: number) => `No room for another review in the next ${months} months.`,
  finding: (from: string | null, left: string, until: string | null) =>
    `Room for another review ${from ? `from ${from}` : 'now'} (${left} left in that month)${until ? `; none in ${until}` : ''}.`,
  month: ({ offered, taken, left }: StripMonth) =>
    offered === null
      ? 'Not said'
      : taken.days > offered.days
        ? `${days(taken.days - offered.days)} over`
        : `${left.days} of ${days(offered.days)} left`,
  monthReviews: ({ offered, taken }: StripMonth) =>
    offered === null ? `${reviews(taken.reviews)} in hand` : `${taken.reviews} of ${reviews(offered.reviews)} in hand`,
  otherFigures: 'Other figures this month',
  awayIn: ({ state, from, to, roles }: StripMonth['away'][number]) =>
    `${availabilityWords[state]} ${Number(from.slice(8))}${from === to ? '' : `–${Number(to.slice(8))}`}${roles.length > 0 ? ` (${rolesIn(roles)})` : ''}`,

  offer: 'Days and reviews offered',
  offerTitle: 'How much can you give?',
  offerTitleOf: (name: string) => `How much ${name} can give`,
  daysAMonth: 'Days a month',
  daysHint: 'Working days you can give to reviews in an ordinary month, such as 6.',
  mostReviews: 'Most reviews at once',
  mostHint: 'Whatever your role in them.',
  months: 'Months that differ',
  monthsHint: 'Choose “No month” to take one out.',
  noMonth: 'No month',
  monthLabel: (place: number) => `Month ${place}`,
  monthDays: (place: number) => `Days in month ${place}`,
  monthMost: (place: number) => `Most reviews in month ${place} (if not the usual)`,
  oneMore: 'Add another month',
  notSaid: 'Not said yet',
  nothingSaid: 'Nothing said yet',
  homeOnly: 'None beside the home region',

  regions: 'Regions travelled to',
  regionsTitle: 'Where do you travel to?',
  regionsTitleOf: (name: string) => `Where ${name} travels to`,
  regionsHint: (home: string | null) => (home ? `Beside your home region, ${home}.` : 'Give your home region in your details.'),
  homeRegion: 'Home region',
  noRegion: 'Not given',

  background: 'Background',
  backgroundTitle: 'Where you come from, and what you know',
  backgroundTitleOf: (name: string) => `Background of ${name}`,
  sector: 'Sector you worked in longest',
  sectorNone: 'Choose a sector',
  specialisms: 'What do you know especially well?',
  specialismsHint: 'Boards ask for these. Choose any.',
  ownSpecialisms: 'Anything else?',
  ownSpecialismsHint: 'In a few words each, with commas between, such as: forced marriage, fabricated illness.',
  languages: 'Languages you can work in, beside English',
  languagesHint: 'With commas between, such as: Welsh, British Sign Language.',

  availability: 'Availability',
  availabilityNote: 'Anything that is not here counts as available, as far as days and reviews allow.',
  noAvailability: 'Nothing is entered: available throughout, as far as days and reviews allow.',
  availabilityColumns: ['When', 'How free', 'Roles', 'Note', 'Change'],
  addAvailability: 'Add a time away or free',
  changeAvailability: 'Change a time away or free',
  comingEntries: 'Now and later',
  past: 'Past entries',
  everyRole: 'Every role',
  state: 'How free?',
  stateHints: {
    available: 'Free, as far as days and reviews allow.',
    limited: 'Some work is possible: ask.',
    unavailable: 'No review work at all.',
    tentative: 'Ask again nearer the time.',
  } satisfies Record<Availability['state'], string>,
  from: 'First day',
  to: 'Last day',
  toHint: 'To end it early, choose an earlier last day.',
  forRoles: 'For which roles?',
  forRolesHint: 'Choose none for all of them.',
  note: 'Note',
  noteHint: 'Optional, for coordinators. Name no child, no family and no case. It never goes into a calendar feed.',
  readAgain: 'I have read the note again: it names no child, family or case',
  readAgainLabel: 'The note',

  commitments: 'Reviews in hand',
  commitmentsNote: 'What load is counted from. References are neutral: they name nobody.',
  noCommitments: 'No review is in hand.',
  inHandNow: 'Reviews in hand now and later',
  pastReviews: 'Reviews that are over',
  commitmentColumns: ['Reference', 'Authority', 'Role', 'When', 'Days a month', 'Change'],
  addCommitment: 'Add a review in hand',
  changeCommitment: 'Change a review in hand',
  reference: 'Reference',
  referenceHint: 'A neutral one, such as NE-2026-014. Never a name or a date of birth.',
  find: 'Find the authority by any of its names',
  findHint: 'The local authority, partnership or board that the review is for.',
  search: 'Search',
  hits: (shown: number, total: number) =>
    total === 0 ? 'None has that name. Try fewer letters.' : total > shown ? `The first ${shown} of ${total}` : `${total} found`,
  authority: 'Which authority?',
  role: 'Role',
  began: 'When did it begin?',
  ends: 'When does it end?',
  endsHint: 'Leave this empty while nobody knows.',
  takes: 'Days a month it takes',
  takesHint: 'About; a panel chair often gives 2 or 3, an author 3 to 5. Change it when it changes.',

  save: 'Save',
  change: 'Change',
  remove: 'Take it back',
  removeWhy: 'For something that was entered by mistake. To end it, change its last day: what was true stays on the record.',
  saved: 'Saved',
  removed: 'Taken back',
  enteredBy: (name: string, at: string) => `Entered by ${name} on ${showDay(at)}`,
  back: 'Back',
  theirs: (what: string) => `Somebody else changed this meanwhile, to: ${what}. What you typed is still here. Save again to put yours in its place.`,
  theirsGone: 'Somebody else took this back meanwhile. What you typed is still here: go back and add it anew.',
}
