import type { Tx } from '#api/repository/database.ts'
import { learnerStandings } from '#domain/membership.ts'
import type { PoolRole, Standing } from '#domain/person.ts'
import type { Region } from '#domain/region.ts'
import type { Chance } from './chance.ts'
import { layMember } from './member-history.ts'
import { noRows, writeRows } from './rows.ts'

const atOnce = 3_000

/** Gives every member of a big pool what a member of an ordinary week has: what they offer, when they are away, what they have in hand. */
export async function fillMembers(tx: Tx, chance: Chance, now: Date): Promise<void> {
  for (let after = ''; ;) {
    const people = await tx
      .selectFrom('person')
      .select(['id', 'standing', 'region', 'roles', 'created_at'])
      .where('standing', 'not in', learnerStandings)
      .where('id', '>', after)
      .orderBy('id')
      .limit(atOnce)
      .execute()
    const rows = noRows()
    for (const { id, standing, region, roles, created_at: since } of people)
      layMember(
        rows,
        chance,
        // The database holds only words that its schema allows.
        {
          id,
          standing: standing as Standing,
          region: region as Region | null,
          roles: roles.split(',').filter(Boolean) as PoolRole[],
          since: new Date(since),
        },
        now,
      )
    await writeRows(tx, rows)
    const last = people.at(-1)
    if (!last) return
    after = last.id
  }
}
