import type { RosterFilter } from '#domain/person.ts'
import { showNumber } from '#lib/show.ts'

/** The words of filters that are set. */
export const setCopy = {
  inRegion: (region: string, travels: string | undefined) => (travels ? `${region}, or travels there` : region),
  setFilters: 'Filters that are set',
  clear: 'Clear filters',
  remove: 'Remove',
  more: (people: number, total: number) => (people > total ? `${showNumber(people - total)} more without it` : 'nobody more without it'),
  filterNames: {
    name: 'Name',
    who: 'Whom to show',
    role: 'Role',
    region: 'Region',
    standing: 'Status',
    training: 'Core training',
    meets: 'At every level asked',
    coreAt: 'In every core skill',
    skill: 'Skill',
    specialism: 'Knows well',
    ties: 'Ties',
    tag: 'Tag',
    ready: 'Ready to appoint',
    free: 'Free',
    left: 'Room for more reviews',
    load: 'Reviews in hand',
    due: 'A check due',
  } satisfies Record<RosterFilter, string>,
  orAbove: (level: string) => (level === '4' ? 'at level 4' : `at level ${level} or above`),
  tiesTo: (show: string, bodies: readonly string[]) =>
    `${show.toLowerCase()}: ${bodies.length > 2 ? `${bodies.slice(0, 2).join(', ')} and ${bodies.length - 2} more` : bodies.join(', ')}`,
  between: (from: string, to: string, days: string | undefined, show: string | undefined) =>
    `${from} to ${to}${days ? `, ${days} days a month` : ''}${show ? `, ${show}` : ''}`,
}
