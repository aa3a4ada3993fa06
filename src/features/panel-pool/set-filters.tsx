import { Link } from 'react-router'
import type { Roster, RosterFilter } from '#domain/person.ts'
import { poolRoleWords, regionWords, rosterTrainingWords, standingWords } from '#domain/words.ts'
import { showDate } from '#lib/show.ts'
import type { Counts } from './facet-counts.ts'
import { type Filters, onFirstPage, setFilters, without } from './roster-filters.ts'
import { rosterCopy } from './roster.copy.ts'
import { setCopy as copy } from './set-filters.copy.ts'
import { tieCopy } from './tie-filters.copy.ts'
import { timeCopy } from './time-filters.copy.ts'
import './set-filters.scss'

interface Props {
  filters: Filters
  asked: Roster['asked']
  counts: Counts
  /** The same page with other filters. */
  addressOf: (filters: Filters) => string
  onChange: (filters: Filters) => void
  /** The filters as they are now. */
  now: () => Filters
}

/** The filters that are set, each a link that takes it away and says how many more there would be. */
export function SetFilters({ filters, asked, counts, addressOf, onChange, now }: Props) {
  const set = setFilters(filters)
  if (set.length === 0) return null
  return (
    <nav aria-label={copy.setFilters} className="app-set-filters">
      <ul>
        {set.map((filter) => {
          const people = counts?.without.find((one) => one.filter === filter)?.people
          return (
            <li key={filter}>
              <Link
                to={addressOf(without(filters, filter))}
                preventScrollReset
                onClick={(event) => {
                  // Into another tab it goes as it stands; here it keeps what was chosen a moment ago.
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return
                  event.preventDefault()
                  onChange(without(onFirstPage(now()), filter))
                }}
              >
                <span className="govuk-visually-hidden">{copy.remove} </span>
                {copy.filterNames[filter]}: {valueWords(filter, filters, asked)}
                <span aria-hidden="true"> ×</span>
              </Link>
              {people !== undefined && counts && <span className="app-set-filters__more">{copy.more(people, counts.total)}</span>}
            </li>
          )
        })}
      </ul>
      <Link className="govuk-link" to={addressOf({})}>
        {copy.clear}
      </Link>
    </nav>
  )
}

/** What a filter asks for, in words. */
export function valueWords(filter: RosterFilter, filters: Filters, asked: Roster['asked']): string {
  const { name, role, region, standing, training, meets, coreAt, skill, level, specialism, tag, ready, freeFrom, freeTo, days, left, load, due } =
    filters
  const words: Record<RosterFilter, () => string | undefined> = {
    name: () => name && `“${name}”`,
    who: () => rosterCopy.everyone,
    role: () => role && poolRoleWords[role],
    region: () => region && copy.inRegion(regionWords[region], filters.travels),
    standing: () => standing && standingWords[standing],
    training: () => training && rosterTrainingWords[training],
    meets: () => meets && poolRoleWords[meets],
    coreAt: () => {
      const [core, lowest] = coreAt?.split('-') ?? []
      return `${poolRoleWords[core as keyof typeof poolRoleWords]}, ${copy.orAbove(lowest ?? '')}`
    },
    skill: () => `${skill}, ${copy.orAbove(level ?? '1')}`,
    ties: () =>
      copy.tiesTo(
        tieCopy.shows.find(({ value }) => value === (filters.tied ?? 'none'))?.text ?? '',
        asked.map(({ name: body }) => body),
      ),
    specialism: () => specialism && `“${specialism}”`,
    tag: () => tag && `“${tag}”`,
    ready: () => ready && `${showDate(ready, 'short')}${filters.readiness ? `, ${timeCopy.readiness[filters.readiness].toLowerCase()}` : ''}`,
    free: () =>
      freeFrom &&
      freeTo &&
      copy.between(showDate(freeFrom, 'short'), showDate(freeTo, 'short'), days, filters.free && timeCopy.free[filters.free].toLowerCase()),
    left: () => left && rosterCopy.rooms[left].toLowerCase(),
    load: () => load && rosterCopy.loads[load].toLowerCase(),
    due: () => due && rosterCopy.spans[due].toLowerCase(),
  }
  return words[filter]() ?? ''
}
