import { sql } from 'kysely'
import type { Need } from '#domain/framework.ts'
import type { PoolRole } from '#domain/person.ts'
import type { Region } from '#domain/region.ts'
import type { Counted } from '#domain/skills-map.ts'
import type { Db } from './database.ts'

/**
 * How many people on the roster prepare for or serve in a role, by region and by whether they are active, and how many of them were verified at the level
 * asked of each skill. One statement, so that all of it is of one moment. The people come from the tally; only those verified are counted.
 */
export async function countVerified(db: Db, role: PoolRole, needs: readonly Need[]): Promise<Counted[]> {
  const people = db
    .selectFrom('person_tally')
    .select([
      sql<string>`''`.as('skill'),
      'region',
      sql<number>`case when standing = 'active' then 1 else 0 end`.as('active'),
      sql<number>`cast(sum(people) as integer)`.as('people'),
    ])
    .where(sql<string>`',' || roles || ','`, 'like', `%,${role},%`)
    .groupBy(['region', sql`case when standing = 'active' then 1 else 0 end`])
  const rows = await (needs.length === 0 ? people : people.unionAll(verified(db, role, needs))).execute()
  return rows
    .filter((row) => row.people > 0)
    .map((row) => ({ skill: row.skill || null, region: (row.region || null) as Region | null, active: row.active === 1, people: row.people }))
}

const verified = (db: Db, role: PoolRole, needs: readonly Need[]) =>
  db
    .selectFrom('person_skill as held')
    .innerJoin('person', 'person.id', 'held.person_id')
    .innerJoin('person_role', 'person_role.person_id', 'held.person_id')
    .select([
      'held.skill',
      sql<string>`coalesce(person.region, '')`.as('region'),
      sql<number>`case when person.standing = 'active' then 1 else 0 end`.as('active'),
      sql<number>`cast(count(*) as integer)`.as('people'),
    ])
    .where('person_role.role', '=', role)
    .where('person.standing', 'is not', null)
    .where((eb) =>
      // By level, so that the condition stays short however many skills there are.
      eb.or(
        [...Map.groupBy(needs, ({ level }) => level)].map(([level, of]) =>
          eb.and([
            eb('held.level', '>=', level),
            eb(
              'held.skill',
              'in',
              of.map(({ skill }) => skill.id),
            ),
          ]),
        ),
      ),
    )
    .groupBy(['held.skill', sql`coalesce(person.region, '')`, sql`case when person.standing = 'active' then 1 else 0 end`])
