import type { OrganisationRecord } from '#domain/organisation.ts'
import { showDate, showNumber } from '#lib/show.ts'

/** The words of the register of organisations. */
export const copy = {
  title: 'Organisations',
  intro:
    'The register that people’s affiliations point at: who serves which area, and who became part of whom. It ships with the product, and an administrator adds to it.',
  unmatchedLink: 'Match affiliations that nobody has matched yet',
  add: 'Add an organisation',
  filter: 'Filter organisations',
  search: 'Search by name',
  searchHint: 'Any part of any of its names, such as Kent or GMP.',
  kind: 'Kind',
  anyKind: 'Any kind',
  region: 'Region',
  anyRegion: 'Any region',
  national: 'The whole country',
  area: 'Serves the area of',
  anyArea: 'Any area',
  apply: 'Apply filters',
  clear: 'Clear filters',
  found: (total: number) => (total === 1 ? '1 organisation' : `${showNumber(total)} organisations`),
  nothing: 'No organisation matches these filters. Take one away, or clear them all.',
  columns: ['Name', 'Kind', 'Region', 'What became of it'],
  pages: 'Pages of the register',
  became: (names: readonly string[]) => `Part of ${names.join(' and ')}`,
  also: (names: readonly string[]) => `Also ${names.join(', ')}`,
  here: 'Added here',

  back: 'Organisations',
  details: 'Details',
  code: 'Code of the Office for National Statistics',
  otherNames: 'Other names',
  areas: 'Areas served',
  noAreas: 'None given',
  successor: 'Became part of',
  from: (name: string, day: string | null) => (day ? `${name}, from ${showDate(day)}` : name),
  predecessors: 'Took the place of',
  tied: 'People with a tie',
  tiedHow: (tied: number) =>
    tied === 0
      ? 'Nobody within your reach has declared one'
      : tied === 1
        ? '1 person within your reach, also under its old and new names'
        : `${showNumber(tied)} people within your reach, also under its old and new names`,
  seeThem: 'See them on the roster',
  noTie: 'Find people with no tie to it',
  noTieArea: 'Find people with no tie to any body that serves this area',
  servedBy: 'Who serves this area',
  servedByColumns: ['Organisation', 'Kind'],
  additions: 'Added here',
  additionKinds: { 'other-name': 'Other name', area: 'Area', successor: 'Became part of' } satisfies Record<
    OrganisationRecord['additions'][number]['kind'],
    string
  >,
  additionColumns: ['What', 'Added', 'Take back'],
  takeBack: 'Take back',
  tookBack: 'It is taken back',
  addName: 'Add another name',
  name: 'Name',
  addArea: 'Add an area served',
  chooseArea: 'Choose an area',
  addMerger: 'Record a merger',
  mergerIntro: (name: string) =>
    `From the day of the merger, a tie to ${name} is a tie to the body that it became part of. If it was split, record each body that followed.`,
  mergerDay: 'From which day?',
  which: 'Which organisation?',
  find: 'Find the organisation',
  hits: (shown: number, total: number) =>
    total === 0
      ? 'The register has no organisation by that name.'
      : shown < total
        ? `The first ${shown} of ${total}. Another word finds it sooner.`
        : total === 1
          ? 'One organisation'
          : `${total} organisations`,
  searchButton: 'Search',
  save: 'Save',
  saved: 'The register is changed',

  addTitle: 'Add an organisation',
  addIntro: 'Look it up first, also by its old names: one that stands twice hides ties. What you add can be found at once.',
  chooseKind: 'Choose a kind',
  addAreaHint: 'Further areas can be added on its page.',
  noArea: 'No area of its own',
  addNow: 'Add to the register',

  unmatchedTitle: 'Affiliations to match',
  unmatchedIntro:
    'People wrote these names because they did not find the organisation. Until each is matched, whether the person is tied to an organisation is not known.',
  unmatchedColumns: ['As it was written', 'Person', 'From', 'To', 'Match'],
  unmatchedCount: (total: number) => (total === 1 ? '1 affiliation' : `${showNumber(total)} affiliations`),
  allMatched: 'Every affiliation is matched to the register. There is nothing to do here.',
  goesOn: 'Goes on',
  match: 'Match',
  next: 'Pages of affiliations to match',
  matchTitle: (words: string) => `Match “${words}”`,
  matchIntro: (person: string) => `Written by or for ${person}. The words stay with the affiliation, so that the match can be looked at again.`,
  matchNow: 'Match',
  matched: (words: string, name: string) => `“${words}” is matched to ${name}`,
  notThere: 'If the register does not have it, ask an administrator to add it.',
  gone: 'This affiliation is matched or taken off already.',
}
