import { isMember } from '#domain/membership.ts'
import type { PoolRole, Standing, TrainingState } from '#domain/person.ts'
import { regions } from '#domain/region.ts'
import { poolRoleWords, standingWords, trainingWords } from '#domain/words.ts'
import { oneOf, searchCodec, text } from '#lib/search-params.ts'

// Each has one word for every value, as its type asks: the keys are the whole list.
export const poolRoles = Object.keys(poolRoleWords) as PoolRole[]
export const standings = Object.keys(standingWords) as Standing[]
export const trainingStates = Object.keys(trainingWords) as TrainingState[]

export const levels = ['1', '2', '3', '4'] as const

/** A role and a level: at that level or above in every core skill of the role. */
const coreAts = poolRoles.flatMap((role) => levels.map((level) => `${role}-${level}` as const))

/** Such as 3.3. One that the framework does not have finds nobody. */
const skillId = (value: string): string | null => (/^[1-9]\.[1-9]\d?$/.test(value) ? value : null)

export const tieStates = ['none', 'not-known', 'tie', 'any'] as const

/** Organisations and areas of the register, with commas between them. */
const asked = (value: string): string | null => (/^[a-z0-9:,-]{2,2000}$/.test(value) ? value : null)

/** What the roster keeps in its address. It opens on members; `who` adds those who are not members yet. */
export const rosterFilters = searchCodec({
  name: text,
  who: oneOf(['everyone']),
  role: oneOf(poolRoles),
  region: oneOf(regions),
  standing: oneOf(standings),
  training: oneOf(trainingStates),
  meets: oneOf(poolRoles),
  coreAt: oneOf(coreAts),
  skill: skillId,
  level: oneOf(levels),
  ties: asked,
  tied: oneOf(tieStates),
  tag: text,
  sort: oneOf(['name', '-name', 'joined', '-joined']),
  after: text,
  before: text,
})

export type Filters = ReturnType<typeof rosterFilters.read>

/** What is asked of the API. Somebody who chooses the status of a learner means learners. */
export function rosterQuery({ who, ...filters }: Filters) {
  const isLearners = filters.standing !== undefined && !isMember(filters.standing)
  return who === 'everyone' || isLearners ? filters : { ...filters, who: 'members' as const }
}

/** The list that somebody chooses people in: its filters, whatever it is sorted by and on whichever page. */
export const chosenList = ({ sort: _sort, after: _after, before: _before, ...filters }: Filters): string => rosterFilters.write(filters)
