import type { Standing } from '#domain/person.ts'
import { regions } from '#domain/region.ts'
import { oneOf, searchCodec, text } from '#lib/search-params.ts'

export const poolRoles = ['chair', 'author', 'adviser'] as const
export const trainingStates = ['not-started', 'in-progress', 'completed'] as const
export const standings = [
  'enquirer',
  'applicant',
  'in-checks',
  'in-training',
  'supervised',
  'active',
  'paused',
  'refresher-due',
  'expired',
  'suspended',
  'retired',
  'removed',
] as const satisfies readonly Standing[]

export const levels = ['1', '2', '3', '4'] as const

/** Such as 3.3. One that the framework does not have finds nobody. */
const skillId = (value: string): string | null => (/^[1-9]\.[1-9]\d?$/.test(value) ? value : null)

/** What the roster keeps in its address. */
export const rosterFilters = searchCodec({
  name: text,
  role: oneOf(poolRoles),
  region: oneOf(regions),
  standing: oneOf(standings),
  training: oneOf(trainingStates),
  meets: oneOf(poolRoles),
  skill: skillId,
  level: oneOf(levels),
  sort: oneOf(['name', '-name', 'joined', '-joined']),
  after: text,
  before: text,
})

export type Filters = ReturnType<typeof rosterFilters.read>
