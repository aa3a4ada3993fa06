import { v7 as newId } from 'uuid'
import { addCheck } from '#api/repository/pool-checks.ts'
import { checkPolicy } from '#api/repository/check-policy.ts'
import { checkKinds } from '#domain/pool-check.ts'
import type { PoolRole, Standing } from '#domain/person.ts'
import type { Region } from '#domain/region.ts'
import type { StartedApi } from './api.ts'

export interface ReadyMember {
  name?: string
  region?: Region
  roles?: PoolRole[]
  standing?: Standing
  mostReviews?: number
  daysAMonth?: number
  /** The day of each check. */
  checkedOn?: string
}

/** A member who lacks nothing for an appointment: trained, checked, declared; what is not named is made up. */
export async function aReadyMember(api: StartedApi, member: ReadyMember = {}): Promise<string> {
  const { name, region = 'north-east', roles = ['chair'], standing = 'active', mostReviews, daysAMonth, checkedOn = '2026-10-05' } = member
  const { person } = await api.add({ ...(name ? { name } : {}), standing, profile: { region, roles } })
  const at = api.clock.now().toISOString()
  await api.db.updateTable('person').set({ training: 'completed' }).where('id', '=', person.id).execute()
  await api.db.insertInto('affiliation_declaration').values({ person_id: person.id, declared_at: at }).execute()
  if (mostReviews !== undefined)
    await api.db
      .insertInto('member')
      .values({
        person_id: person.id,
        specialisms: '[]',
        languages: '[]',
        days_a_month: daysAMonth ?? 10,
        most_reviews: mostReviews,
        confirmed_at: at,
      })
      .execute()
  const policy = await checkPolicy(api.db)
  await api.db.transaction().execute(async (tx) => {
    for (const kind of checkKinds) {
      const given = { kind, level: kind === 'dbs' ? policy.dbsLevel : null, number: null, issuedOn: checkedOn, note: null }
      await addCheck(tx, { personId: person.id, given, policy, by: person.id, at })
    }
  })
  return person.id
}

/** A review that somebody has in hand. */
export async function aCommitment(api: StartedApi, personId: string, role: PoolRole = 'chair', from = '2026-10-01'): Promise<void> {
  const entered = { entered_by: null, at: api.clock.now().toISOString(), removed_at: null }
  await api.db
    .insertInto('commitment')
    .values({ id: newId(), person_id: personId, reference: 'R-1', authority: 'kent', role, from_on: from, to_on: null, days: 3, ...entered })
    .execute()
}
