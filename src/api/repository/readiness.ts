import type { Selectable } from 'kysely'
import { dayOf } from '#domain/calendar.ts'
import type { Offer } from '#domain/capacity.ts'
import { needsOf } from '#domain/framework.ts'
import type { Person, PoolRole, Standing } from '#domain/person.ts'
import type { AvailabilityFact, ReadinessFacts, ReadinessRules } from '#domain/readiness.ts'
import { coreFor } from '#domain/training-path.ts'
import type { Content } from '../deps.ts'
import { checkPolicy } from './check-policy.ts'
import type { Database, Db } from './database.ts'
import { currentFramework } from './frameworks.ts'
import { offersOf } from './offers.ts'
import { asFacts, checksOfAll } from './pool-checks.ts'
import { settingValue } from './settings.ts'

const dayIn = (moment: string): string => dayOf(new Date(moment))

/** Everything on record of somebody that says whether they may be appointed. */
export async function readinessFacts(db: Db, person: Person): Promise<ReadinessFacts> {
  const facts = (await readinessFactsOf(db, [person])).get(person.id)
  if (!facts) throw new Error('Facts were read of everybody but of whom they were asked')
  return facts
}

/** The same of several people at once, in as many statements as of one. */
export async function readinessFactsOf(db: Db, people: readonly Pick<Person, 'id' | 'roles'>[]): Promise<Map<string, ReadinessFacts>> {
  const ids = people.map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const standings = await db
    .selectFrom('person_standing')
    .select(['id', 'person_id', 'standing', 'at'])
    .where('person_id', 'in', ids)
    .orderBy('id')
    .execute()
  const passes = await db
    .selectFrom('attempt')
    .select(['person_id', 'module_id', 'submitted_at'])
    .where('person_id', 'in', ids)
    .where('passed', '=', 1)
    .where('submitted_at', 'is not', null)
    .orderBy('submitted_at')
    .execute()
  const certificates = await db
    .selectFrom('certificate')
    .select(['code', 'person_id', 'issued_at', 'valid_until', 'revoked_at'])
    .where('person_id', 'in', ids)
    .orderBy('issued_at')
    .execute()
  const checks = await checksOfAll(db, ids)
  const declarations = await db.selectFrom('affiliation_declaration').select(['person_id', 'declared_at']).where('person_id', 'in', ids).execute()
  const verified = await db
    .selectFrom('verified_level')
    .select(['person_id', 'skill', 'level', 'at'])
    .where('person_id', 'in', ids)
    .orderBy('id')
    .execute()
  // Also what was taken away since: it stood on the days before.
  const availability = await db.selectFrom('availability').selectAll().where('person_id', 'in', ids).orderBy('id').execute()
  const commitments = await db.selectFrom('commitment').selectAll().where('person_id', 'in', ids).orderBy('id').execute()
  const offers = await offersOf(db, ids)
  const of = <T extends { person_id: string }>(rows: readonly T[]) => Map.groupBy(rows, ({ person_id }) => person_id)
  const [standingsOf, passesOf, certificatesOf, checksOf, declarationsOfAll, verifiedOf, availabilityOf, commitmentsOf] = [
    of(standings),
    of(passes),
    of(certificates),
    of(checks),
    of(declarations),
    of(verified),
    of(availability),
    of(commitments),
  ]
  return new Map(
    people.map(({ id, roles }) => [
      id,
      {
        roles,
        standings: (standingsOf.get(id) ?? []).map((row) => ({ id: row.id, standing: row.standing as Standing, on: dayIn(row.at) })),
        passes: (passesOf.get(id) ?? []).map((row) => ({ module: row.module_id, on: dayIn(row.submitted_at ?? '') })), // asked for above
        certificates: (certificatesOf.get(id) ?? []).map((row) => ({
          id: row.code,
          on: dayIn(row.issued_at),
          validUntil: dayIn(row.valid_until),
          revokedOn: row.revoked_at && dayIn(row.revoked_at),
        })),
        checks: asFacts(checksOf.get(id) ?? []),
        declarations: (declarationsOfAll.get(id) ?? []).map((row) => dayIn(row.declared_at)),
        verified: (verifiedOf.get(id) ?? []).map(({ skill, level, at }) => ({ skill, level, on: dayIn(at) })),
        availability: (availabilityOf.get(id) ?? []).map(asAvailabilityFact),
        commitments: (commitmentsOf.get(id) ?? []).map((row) => ({
          id: row.id,
          from: row.from_on,
          to: row.to_on,
          on: dayIn(row.at),
          removedOn: row.removed_at && dayIn(row.removed_at),
        })),
        mostReviews: mostReviewsOf(offers.get(id)),
      },
    ]),
  )
}

const asAvailabilityFact = (row: Selectable<Database['availability']>): AvailabilityFact => ({
  id: row.id,
  from: row.from_on,
  to: row.to_on,
  state: row.state as AvailabilityFact['state'],
  roles: (row.roles ? row.roles.split(',') : []) as PoolRole[],
  on: dayIn(row.at),
  removedOn: row.removed_at && dayIn(row.removed_at),
})

/** What a member offers has no past here: it is as they said last, so it was known on every day. */
const always = '0000-01-01'

function mostReviewsOf(offer: Offer | undefined): ReadinessFacts['mostReviews'] {
  if (!offer || offer.daysAMonth === null || offer.mostReviews === null) return []
  return [
    { most: offer.mostReviews, month: null, on: always },
    ...offer.months.flatMap(({ month, mostReviews }) => (mostReviews === null ? [] : [{ most: mostReviews, month, on: always }])),
  ]
}

/** The days on which somebody declared, here, that their affiliations are complete. */
export async function declarationsOf(db: Db, personId: string): Promise<string[]> {
  const rows = await db.selectFrom('affiliation_declaration').select('declared_at').where('person_id', '=', personId).execute()
  return rows.map((row) => dayIn(row.declared_at))
}

/** What is asked of somebody with these roles before they are appointed, as it is asked now. */
export async function readinessRules(db: Db, content: Content, roles: readonly PoolRole[]): Promise<ReadinessRules> {
  const framework = await currentFramework(db, content)
  const bar = (role: PoolRole) => needsOf(framework, role).map(({ skill, level }) => ({ skill: skill.id, level }))
  return {
    core: coreFor(content.paths, roles),
    bars: { chair: bar('chair'), author: bar('author'), adviser: bar('adviser') },
    skillsCount: (await settingValue(db, 'skills-before-appointment')) === 1,
    checks: await checkPolicy(db),
  }
}
