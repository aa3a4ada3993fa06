import { type RawBuilder, sql } from 'kysely'
import { checkKinds, type CheckPolicy, dbsLevels, recheckOn } from '#domain/pool-check.ts'
import type { Db, Tx } from './database.ts'
import { readSettings } from './settings.ts'

/** How long each kind of check counts, as the organisation has set it. */
export async function checkPolicy(db: Db): Promise<CheckPolicy> {
  const settings = await readSettings(db)
  const valueOf = (wanted: string) => settings.find(({ key }) => key === wanted)?.value ?? 0
  const months = Object.fromEntries(checkKinds.map((kind) => [kind, valueOf(`recheck-months-${kind}`)])) as CheckPolicy['months']
  return { months, dbsLevel: dbsLevels[valueOf('dbs-level') - 1] ?? 'enhanced' }
}

/** More days than this in one statement would bind too many values. */
const daysAtOnce = 2000

/**
 * Sees to it that the days of re-checks follow from the policy of today: derived afresh for the kinds whose months are not what they were derived from.
 * Cheap when they are, so whoever lists by these days asks for it first.
 */
export async function keepRechecks(db: Db, policy: CheckPolicy): Promise<void> {
  const kept = new Map((await db.selectFrom('check_policy').selectAll().execute()).map(({ kind, months }) => [kind, months]))
  const changed = checkKinds.filter((kind) => kept.get(kind) !== policy.months[kind])
  if (changed.length === 0) return
  const derive = async (tx: Tx) => {
    for (const kind of changed) {
      const months = policy.months[kind]
      await tx
        .insertInto('check_policy')
        .values({ kind, months })
        .onConflict((oc) => oc.column('kind').doUpdateSet({ months }))
        .execute()
      const days = await tx.selectFrom('pool_check').select('issued_on').distinct().where('kind', '=', kind).orderBy('issued_on').execute()
      for (let start = 0; start < days.length; start += daysAtOnce) {
        const due = days
          .slice(start, start + daysAtOnce)
          .map(({ issued_on }) => [issued_on, recheckOn({ kind, issuedOn: issued_on }, policy)] as const)
        await setDays(
          tx,
          kind,
          due.map(([issued, recheck]) => sql`(${issued}, ${recheck})`),
        )
      }
    }
  }
  if (db.isTransaction) await derive(db as Tx)
  else await db.transaction().execute(derive)
}

const setDays = (tx: Tx, kind: string, days: RawBuilder<unknown>[]) =>
  sql`
    with due (issued, recheck) as (values ${sql.join(days)})
    update pool_check set recheck_on = (select cast(recheck as text) from due where issued = issued_on)
    where kind = ${kind} and issued_on in (select issued from due)
  `.execute(tx)
