import type { Roster } from '#domain/person.ts'
import { showDate } from '#lib/show.ts'

type Asked = Roster['asked'][number]

/** The words of asking the roster about ties. Nobody is ever called clear. */
export const tieCopy = {
  title: 'No tie on record with',
  hint: 'Add the organisations of a review one by one, or an area for every body that serves it. Only people from checks on are found.',
  asked: 'Asked about',
  nameOf: ({ id, name, bodies }: Asked, region: string | undefined) =>
    id.includes(':') ? `${region ?? name}, every body that serves it (${bodies})` : name,
  remove: 'Remove',
  show: 'Show people',
  shows: [
    { value: 'none', text: 'With no tie on record' },
    { value: 'not-known', text: 'Of whom it is not known' },
    { value: 'tie', text: 'With a tie on record' },
    { value: 'any', text: 'All of these' },
  ] as const,
  find: 'Organisation or area',
  findForm: 'Find what to ask about',
  findHint: 'Any part of a name, such as Kent or GMP.',
  search: 'Search',
  hits: (shown: number, total: number) =>
    total === 0
      ? 'The register has nothing by that name.'
      : shown < total
        ? `The first ${shown} of ${total}. Another word finds it sooner.`
        : total === 1
          ? 'One found. Choose it to add it.'
          : `${total} found. Choose one to add it.`,
  area: (area: string) => `${area}: every body that serves it`,
  region: (region: string) => `${region}: every body that serves it`,
  none: (day: string) => `No tie on record (declared ${showDate(day)})`,
  tie: ({ organisation, why }: { organisation: string; why: 'goes-on' | 'ended-lately' }, how: string) =>
    why === 'goes-on' ? `${organisation}: ${how}` : `${organisation}: ${how}, ended, and still counts`,
  tied: 'Tie:',
  notKnown: 'Not known',
  why: {
    'never-declared': 'never said that their affiliations are complete',
    unmatched: 'an affiliation is not matched to the register',
  },
}
