import type { SelectQueryBuilder } from 'kysely'
import { beforeChecks } from '#domain/affiliation.ts'
import type { Reach } from '../policy.ts'
import type { Database } from './database.ts'

type People = SelectQueryBuilder<Database, 'person', object>

/** Only the people who lie within reach. */
export const within = <T extends People>(people: T, reach: Reach): T =>
  reach.any ? people : (people.where('person.region', 'in', reach.regions.size > 0 ? [...reach.regions] : ['']) as T)

/** Only the people whose affiliations coordinators may see: from checks on. Until then they are the person's own. */
export const coordinatorsSee = <T extends People>(people: T): T =>
  people.where('person.standing', 'is not', null).where('person.standing', 'not in', [...beforeChecks]) as T
