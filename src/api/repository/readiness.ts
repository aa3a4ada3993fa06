import { dayOf } from '#domain/calendar.ts'
import { needsOf } from '#domain/framework.ts'
import type { Person, PoolRole, Standing } from '#domain/person.ts'
import type { AvailabilityFact, ReadinessFacts, ReadinessRules } from '#domain/readiness.ts'
import { coreFor } from '#domain/training-path.ts'
import type { Content } from '../deps.ts'
import { checkPolicy } from './check-policy.ts'
import type { Db } from './database.ts'
import { currentFramework } from './frameworks.ts'
import { asFacts, checksOf } from './pool-checks.ts'
import { settingValue } from './settings.ts'
import { verifiedLevelsOf } from './verified-levels.ts'

const dayIn = (moment: string): string => dayOf(new Date(moment))

/** Everything on record of somebody that says whether they may be appointed. */
export async function readinessFacts(db: Db, { id, roles }: Person): Promise<ReadinessFacts> {
  const standings = await db.selectFrom('person_standing').select(['id', 'standing', 'at']).where('person_id', '=', id).orderBy('id').execute()
  const passes = await db
    .selectFrom('attempt')
    .select(['module_id', 'submitted_at'])
    .where('person_id', '=', id)
    .where('passed', '=', 1)
    .where('submitted_at', 'is not', null)
    .orderBy('submitted_at')
    .execute()
  const certificates = await db
    .selectFrom('certificate')
    .select(['code', 'issued_at', 'valid_until', 'revoked_at'])
    .where('person_id', '=', id)
    .orderBy('issued_at')
    .execute()
  return {
    roles,
    standings: standings.map((row) => ({ id: row.id, standing: row.standing as Standing, on: dayIn(row.at) })),
    passes: passes.map((row) => ({ module: row.module_id, on: dayIn(row.submitted_at ?? '') })), // asked for above
    certificates: certificates.map((row) => ({
      id: row.code,
      on: dayIn(row.issued_at),
      validUntil: dayIn(row.valid_until),
      revokedOn: row.revoked_at && dayIn(row.revoked_at),
    })),
    checks: asFacts(await checksOf(db, id)),
    declarations: await declarationsOf(db, id),
    verified: (await verifiedLevelsOf(db, id)).map(({ skill, level, at }) => ({ skill, level, on: dayIn(at) })),
    availability: await availabilityFacts(db, id),
    commitments: await commitmentFacts(db, id),
    mostReviews: await mostReviewsOf(db, id),
  }
}

/** Also what was taken away since: it stood on the days before. */
async function availabilityFacts(db: Db, personId: string): Promise<AvailabilityFact[]> {
  const rows = await db.selectFrom('availability').selectAll().where('person_id', '=', personId).orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    from: row.from_on,
    to: row.to_on,
    state: row.state as AvailabilityFact['state'],
    roles: (row.roles ? row.roles.split(',') : []) as PoolRole[],
    on: dayIn(row.at),
    removedOn: row.removed_at && dayIn(row.removed_at),
  }))
}

async function commitmentFacts(db: Db, personId: string): Promise<ReadinessFacts['commitments']> {
  const rows = await db.selectFrom('commitment').selectAll().where('person_id', '=', personId).orderBy('id').execute()
  return rows.map((row) => ({ id: row.id, from: row.from_on, to: row.to_on, on: dayIn(row.at), removedOn: row.removed_at && dayIn(row.removed_at) }))
}

/** What a member offers has no past here: it is as they said last, so it was known on every day. */
const always = '0000-01-01'

async function mostReviewsOf(db: Db, personId: string): Promise<ReadinessFacts['mostReviews']> {
  const member = await db.selectFrom('member').select(['days_a_month', 'most_reviews']).where('person_id', '=', personId).executeTakeFirst()
  if (!member || member.days_a_month === null || member.most_reviews === null) return []
  const months = await db.selectFrom('capacity_month').select(['month', 'most_reviews']).where('person_id', '=', personId).execute()
  return [
    { most: member.most_reviews, month: null, on: always },
    ...months.flatMap(({ month, most_reviews }) => (most_reviews === null ? [] : [{ most: most_reviews, month, on: always }])),
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
