import { isMember } from '#domain/membership.ts'
import type { PoolRole, RosterFilter, RosterTraining, Standing } from '#domain/person.ts'
import { regions } from '#domain/region.ts'
import { poolRoleWords, rosterTrainingWords, standingWords } from '#domain/words.ts'
import { isoDay, oneOf, searchCodec, text } from '#lib/search-params.ts'

// Each has one word for every value, as its type asks: the keys are the whole list.
export const poolRoles = Object.keys(poolRoleWords) as PoolRole[]
export const standings = Object.keys(standingWords) as Standing[]
export const trainings = Object.keys(rosterTrainingWords) as RosterTraining[]

export const levels = ['1', '2', '3', '4'] as const

/** A role and a level: at that level or above in every core skill of the role. */
const coreAts = poolRoles.flatMap((role) => levels.map((level) => `${role}-${level}` as const))

/** Such as 3.3. One that the framework does not have finds nobody. */
const skillId = (value: string): string | null => (/^[1-9]\.[1-9]\d?$/.test(value) ? value : null)

export const tieStates = ['none', 'not-known', 'tie', 'any'] as const

export const readinessStates = ['ready', 'not-ready', 'any'] as const
export const freeStates = ['free', 'not-free', 'any'] as const
export const rooms = ['1', '2', '3', 'none', 'not-said'] as const
export const loads = ['0', '1', '2', '3'] as const
export const spans = ['0', '30', '60', '90', '180'] as const

/** Days a month that work would ask. */
const dayCount = (value: string): string | null => (/^(?:[1-9]|1\d|2[0-2])$/.test(value) ? value : null)

/** Organisations and areas of the register, with commas between them. */
const asked = (value: string): string | null => (/^[a-z0-9:,-]{2,2000}$/.test(value) ? value : null)

/** What the roster keeps in its address. It opens on members; `who` adds those who are not members yet. */
export const rosterFilters = searchCodec({
  name: text,
  who: oneOf(['everyone']),
  role: oneOf(poolRoles),
  region: oneOf(regions),
  travels: oneOf(['yes']),
  standing: oneOf(standings),
  training: oneOf(trainings),
  meets: oneOf(poolRoles),
  coreAt: oneOf(coreAts),
  skill: skillId,
  level: oneOf(levels),
  specialism: text,
  ties: asked,
  tied: oneOf(tieStates),
  tag: text,
  ready: isoDay,
  readiness: oneOf(readinessStates),
  freeFrom: isoDay,
  freeTo: isoDay,
  days: dayCount,
  free: oneOf(freeStates),
  left: oneOf(rooms),
  load: oneOf(loads),
  due: oneOf(spans),
  sort: oneOf(['name', '-name', 'joined', '-joined']),
  after: text,
  before: text,
})

export type Filters = ReturnType<typeof rosterFilters.read>

/** What stands together in the address, and is taken out of it together. */
const together = {
  name: ['name'],
  who: ['who'],
  role: ['role'],
  region: ['region', 'travels'],
  standing: ['standing'],
  training: ['training'],
  meets: ['meets'],
  coreAt: ['coreAt'],
  skill: ['skill', 'level'],
  specialism: ['specialism'],
  ties: ['ties', 'tied'],
  tag: ['tag'],
  ready: ['ready', 'readiness'],
  free: ['freeFrom', 'freeTo', 'days', 'free'],
  left: ['left'],
  load: ['load'],
  due: ['due'],
} as const satisfies Record<RosterFilter, readonly (keyof Filters)[]>

/** The filters that are set, in the order of their names in the address. */
export const setFilters = (filters: Filters): RosterFilter[] =>
  (Object.keys(together) as RosterFilter[]).filter((filter) => filters[together[filter][0]] !== undefined)

/** The filters without one of them. */
export const without = (filters: Filters, filter: RosterFilter): Filters => {
  const gone: readonly string[] = together[filter]
  return Object.fromEntries(Object.entries(filters).filter(([key]) => !gone.includes(key)))
}

/** The filters without the place in the list: where somebody is does not matter once they ask for something else. */
export const onFirstPage = ({ after: _after, before: _before, ...filters }: Filters): Filters => filters

/** What is asked of the API. Somebody who chooses the status of a learner means learners. */
export function rosterQuery({ who, ...filters }: Filters) {
  const isLearners = filters.standing !== undefined && !isMember(filters.standing)
  return who === 'everyone' || isLearners ? filters : { ...filters, who: 'members' as const }
}

/** The list that somebody chooses people in: its filters, whatever it is sorted by and on whichever page. */
export const chosenList = ({ sort: _sort, after: _after, before: _before, ...filters }: Filters): string => rosterFilters.write(filters)
