import { sql } from 'kysely'
import type { Person } from '#domain/person.ts'
import type { Tx } from './database.ts'

/** How many people there are of each kind that the roster filters by, kept as people change, so that no list has to count them. */
interface Kind {
  region: string | null
  standing: string | null
  training: string
  roles: string
}

const kindOf = ({ region, standing, training, roles }: Person): Kind => ({ region, standing, training, roles: roles.toSorted().join(',') })
const keyOf = (kind: Kind) => [kind.region ?? '', kind.standing, kind.training, kind.roles].join('|')

async function add(tx: Tx, kind: Kind, people: number): Promise<void> {
  if (!kind.standing) return
  await tx
    .insertInto('person_tally')
    .values({ region: kind.region ?? '', standing: kind.standing, training: kind.training, roles: kind.roles, people })
    .onConflict((oc) => oc.columns(['region', 'standing', 'training', 'roles']).doUpdateSet({ people: sql`person_tally.people + excluded.people` }))
    .execute()
}

export const countIn = (tx: Tx, kind: Kind, people = 1): Promise<void> => add(tx, kind, people)

export async function moveInTally(tx: Tx, before: Person, after: Person): Promise<void> {
  const steps = [
    { kind: kindOf(before), by: -1 },
    { kind: kindOf(after), by: 1 },
  ]
  if (keyOf(kindOf(before)) === keyOf(kindOf(after))) return
  // In one order always, so that two changes that cross do not wait for each other.
  steps.sort((a, b) => (keyOf(a.kind) < keyOf(b.kind) ? -1 : 1))
  for (const { kind, by } of steps) await add(tx, kind, by)
}

/** The same for many people at once. */
export async function moveAllInTally(tx: Tx, moves: readonly { before: Person; after: Person }[]): Promise<void> {
  const sums = new Map<string, { kind: Kind; by: number }>()
  const sum = (kind: Kind, by: number) => sums.set(keyOf(kind), { kind, by: (sums.get(keyOf(kind))?.by ?? 0) + by })
  for (const { before, after } of moves) {
    sum(kindOf(before), -1)
    sum(kindOf(after), 1)
  }
  for (const [, { kind, by }] of [...sums].toSorted(([one], [other]) => (one < other ? -1 : 1))) if (by !== 0) await add(tx, kind, by)
}

/** Counts everyone afresh; for worlds and imports that write people directly. */
export async function recount(tx: Tx): Promise<void> {
  await tx.deleteFrom('person_tally').execute()
  await tx
    .insertInto('person_tally')
    .columns(['region', 'standing', 'training', 'roles', 'people'])
    .expression((eb) =>
      eb
        .selectFrom('person')
        .select((person) => [
          sql<string>`coalesce(region, '')`.as('region'),
          sql<string>`standing`.as('standing'),
          person.ref('training').as('training'),
          person.ref('roles').as('roles'),
          sql<number>`cast(${person.fn.countAll()} as integer)`.as('people'),
        ])
        .where('standing', 'is not', null)
        .groupBy([sql`coalesce(region, '')`, 'standing', 'training', 'roles']),
    )
    .execute()
}
