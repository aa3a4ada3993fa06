import { type RawBuilder, sql } from 'kysely'
import { type Framework, needsOf } from '#domain/framework.ts'
import type { PoolRole } from '#domain/person.ts'
import type { Db, Tx } from './database.ts'

const roles: readonly PoolRole[] = ['chair', 'author', 'adviser']

interface BarNeed {
  role: string
  skill: string
  level: number
}

/** What the core skills of a role are kept under, beside the bar of the role. Whoever has all of them above "not yet" has a row, with the lowest level. */
export const coreOf = (role: PoolRole) => `${role} core`

const needsIn = (framework: Framework): BarNeed[] =>
  roles.flatMap((role) => {
    const needs = needsOf(framework, role)
    const core = needs.filter(({ weight }) => weight === 'core')
    return [
      ...needs.map(({ skill, level }) => ({ role, skill: skill.id, level })),
      ...core.map(({ skill }) => ({ role: coreOf(role), skill: skill.id, level: 1 })),
    ]
  })

const asText = (needs: readonly BarNeed[]) =>
  needs
    .map(({ role, skill, level }) => `${role} ${skill} ${level}`)
    .toSorted()
    .join()

/**
 * Sees to it that `person_bar` speaks of this framework: derived afresh when what the roles ask is not what it was derived from. Cheap when it is, so
 * whoever reads the table asks for it first, and a framework that is published or retired in any way is followed.
 */
export async function keepBars(db: Db, framework: Framework): Promise<void> {
  const kept = await db.selectFrom('bar_need').selectAll().execute()
  if (asText(kept) === asText(needsIn(framework))) return
  if (db.isTransaction) await rebuildBars(db as Tx, framework)
  else await db.transaction().execute((tx) => rebuildBars(tx, framework))
}

/** Derives afresh who was verified at every level that a role asks; for a new framework, and for worlds that write levels directly. */
export async function rebuildBars(tx: Tx, framework: Framework): Promise<void> {
  const needs = needsIn(framework)
  await tx.deleteFrom('person_bar').execute()
  await tx.deleteFrom('bar_need').execute()
  if (needs.length === 0) return
  await tx
    .insertInto('bar_need')
    .values(needs)
    // Two servers that start at once write the same.
    .onConflict((oc) => oc.doNothing())
    .execute()
  await derive(tx, sql`1 = 1`)
}

/** Derives afresh what one person was verified at, after a level of theirs changed. */
export async function rebuildBarsOf(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('person_bar').where('person_id', '=', personId).execute()
  await derive(tx, sql`person_skill.person_id = ${personId}`)
}

/** Somebody is at a bar when as many of their levels reach it as it asks for. */
async function derive(tx: Tx, people: RawBuilder<unknown>): Promise<void> {
  await sql`
    insert into person_bar (person_id, role, level)
    select person_skill.person_id, bar_need.role, min(person_skill.level)
    from person_skill join bar_need on bar_need.skill = person_skill.skill and person_skill.level >= bar_need.level
    where ${people}
    group by person_skill.person_id, bar_need.role
    having count(*) = (select count(*) from bar_need as asked where asked.role = bar_need.role)
    on conflict do nothing
  `.execute(tx)
}
