import { sql } from 'kysely'
import type { Tx } from '#api/repository/database.ts'
import type { Framework } from '#domain/framework.ts'
import type { PoolRole, Standing } from '#domain/person.ts'
import type { Chance } from './chance.ts'
import { drawSkills } from './skill-history.ts'

/** How many sets of levels are drawn for each kind of person; everyone of a kind has one of them. */
const sets = 24
const atOnce = 4_000

/**
 * Gives everyone on the roster the levels that people of their standing, roles and region have. Millions of rows: so the levels are drawn as sets, each
 * person is given the number of one, and the database itself writes out what follows.
 */
export async function fillSkills(tx: Tx, chance: Chance, framework: Framework): Promise<void> {
  await sql`create temporary table set_of_levels (number integer, place text, skill text, level integer)`.execute(tx)
  await sql`create temporary table set_of_person (person_id text, number integer)`.execute(tx)
  await handOut(tx, await drawSets(tx, chance, framework), chance)
  // The person's id with its end replaced is an id that nobody else has, of the moment they came.
  await sql`
    insert into verified_level (id, person_id, framework_version, skill, level, at)
    select substr(person.id, 1, 34) || place, person.id, cast(${framework.version} as integer), skill, level, person.created_at
    from set_of_person join set_of_levels on set_of_levels.number = set_of_person.number join person on person.id = set_of_person.person_id
  `.execute(tx)
  await sql`
    insert into person_skill (person_id, skill, level)
    select person_id, skill, level from set_of_person join set_of_levels on set_of_levels.number = set_of_person.number
  `.execute(tx)
  await sql`drop table set_of_person`.execute(tx)
  await sql`drop table set_of_levels`.execute(tx)
}

/** The number of the first set of each kind. A kind is a standing, some roles and a region, as `kindOf` writes it. */
async function drawSets(tx: Tx, chance: Chance, framework: Framework): Promise<Map<string, number>> {
  const kinds = await tx.selectFrom('person').select(['standing', 'roles', 'region']).distinct().where('standing', 'is not', null).execute()
  const first = new Map<string, number>()
  // In one order, so that every database draws alike.
  for (const kind of kinds.map(kindOf).toSorted()) {
    const start = first.size * sets
    first.set(kind, start)
    const [standing, roles = '', region] = kind.split('|')
    const holder = { standing: standing as Standing, roles: roles.split(',').filter(Boolean) as PoolRole[], region: region || null }
    const rows = Array.from({ length: sets }, (_, index) =>
      drawSkills(chance, framework, holder).map(({ skill, level }, place) => ({ number: start + index, place: hex(place), skill, level })),
    ).flat()
    for (let from = 0; from < rows.length; from += atOnce / 2)
      await sql`insert into set_of_levels (number, place, skill, level) values ${sql.join(
        rows.slice(from, from + atOnce / 2).map(({ number, place, skill, level }) => sql`(${number}, ${place}, ${skill}, ${level})`),
      )}`.execute(tx)
  }
  return first
}

async function handOut(tx: Tx, first: ReadonlyMap<string, number>, chance: Chance): Promise<void> {
  for (let last = ''; ;) {
    const people = await tx
      .selectFrom('person')
      .select(['id', 'standing', 'roles', 'region'])
      .where('standing', 'is not', null)
      .where('id', '>', last)
      .orderBy('id')
      .limit(atOnce)
      .execute()
    if (people.length === 0) return
    const given = people.map((person) => sql`(${person.id}, ${(first.get(kindOf(person)) ?? 0) + chance.whole(0, sets - 1)})`)
    await sql`insert into set_of_person (person_id, number) values ${sql.join(given)}`.execute(tx)
    last = people.at(-1)?.id ?? last
  }
}

const kindOf = ({ standing, roles, region }: { standing: string | null; roles: string; region: string | null }) =>
  [standing ?? '', roles, region ?? ''].join('|')

/** The last two figures of an id. */
const hex = (place: number) => place.toString(16).padStart(2, '0')
