import { sql } from 'kysely'
import type { Tx } from '#api/repository/database.ts'
import { after, dayOf } from '#domain/calendar.ts'
import { checkKinds, type PoolCheckKind, recheckOn } from '#domain/pool-check.ts'
import type { Chance } from './chance.ts'
import { months } from './pool-check-history.ts'

const four: readonly PoolCheckKind[] = ['dbs', 'references', 'insurance', 'data-protection']

/** How many sets of four checks are drawn; everyone has one of them. */
const sets = 200
const atOnce = 4_000

/**
 * Gives everyone on the roster four checks, most of them within their time. Hundreds of thousands of rows: so they are drawn as sets, each person is given
 * the number of one, and the database itself writes out what follows.
 */
export async function fillChecks(tx: Tx, chance: Chance, now: Date): Promise<void> {
  await sql`create temporary table set_of_checks (number integer, place text, kind text, level text, issued_on text, recheck_on text, seen_at text)`.execute(
    tx,
  )
  await sql`create temporary table checks_of_person (person_id text, number integer)`.execute(tx)
  const drawn = Array.from({ length: sets }, (_, number) => four.map((kind, place) => drawOne(chance, kind, number, `c${place}`, now))).flat()
  await sql`insert into set_of_checks (number, place, kind, level, issued_on, recheck_on, seen_at) values ${sql.join(drawn)}`.execute(tx)
  for (let last = ''; ;) {
    const people = await tx
      .selectFrom('person')
      .select('id')
      .where('standing', 'is not', null)
      .where('id', '>', last)
      .orderBy('id')
      .limit(atOnce)
      .execute()
    if (people.length === 0) break
    const given = people.map(({ id }) => sql`(${id}, ${chance.whole(0, sets - 1)})`)
    await sql`insert into checks_of_person (person_id, number) values ${sql.join(given)}`.execute(tx)
    last = people.at(-1)?.id ?? last
  }
  // The person's id with its end replaced is an id that no other check has.
  await sql`
    insert into pool_check (id, person_id, kind, level, issued_on, recheck_on, seen_at)
    select substr(person_id, 1, 34) || place, person_id, kind, level, issued_on, recheck_on, seen_at
    from checks_of_person join set_of_checks on set_of_checks.number = checks_of_person.number
  `.execute(tx)
  await sql`drop table checks_of_person`.execute(tx)
  await sql`drop table set_of_checks`.execute(tx)
  // The days of re-checks follow from what ships, so nothing need derive them afresh.
  await tx
    .insertInto('check_policy')
    .values(checkKinds.map((kind) => ({ kind, months: months[kind] })))
    .execute()
}

function drawOne(chance: Chance, kind: PoolCheckKind, number: number, place: string, now: Date) {
  // Up to a sixteenth longer ago than it counts.
  const seenAt = after(now, { days: -chance.whole(1, months[kind] * 32) })
  const issuedOn = dayOf(seenAt)
  const due = recheckOn({ kind, issuedOn }, { months })
  return sql`(${number}, ${place}, ${kind}, ${kind === 'dbs' ? 'enhanced' : null}, ${issuedOn}, ${due}, ${seenAt.toISOString()})`
}
