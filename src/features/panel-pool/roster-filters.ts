import type { PoolRole, Standing, TrainingState } from '#domain/person.ts'
import { regions } from '#domain/region.ts'
import { poolRoleWords, standingWords, trainingWords } from '#domain/words.ts'
import { oneOf, searchCodec, text } from '#lib/search-params.ts'

// Each has one word for every value, as its type asks: the keys are the whole list.
export const poolRoles = Object.keys(poolRoleWords) as PoolRole[]
export const standings = Object.keys(standingWords) as Standing[]
export const trainingStates = Object.keys(trainingWords) as TrainingState[]

/** What the roster keeps in its address. */
export const rosterFilters = searchCodec({
  name: text,
  role: oneOf(poolRoles),
  region: oneOf(regions),
  standing: oneOf(standings),
  training: oneOf(trainingStates),
  sort: oneOf(['name', '-name', 'joined', '-joined']),
  after: text,
  before: text,
})

export type Filters = ReturnType<typeof rosterFilters.read>
