import { type Expression, sql } from 'kysely'
import type { PoolRole } from '#domain/person.ts'
import { coreFor, type TrainingPath } from '#domain/training-path.ts'
import type { Db, Tx } from './database.ts'
import { recount } from './tally.ts'

const everyRole: readonly PoolRole[] = ['chair', 'author', 'adviser']

const stepsIn = (paths: readonly TrainingPath[]) => everyRole.flatMap((role) => coreFor(paths, [role]).map((module_id) => ({ role, module_id })))

const asText = (steps: readonly { role: string; module_id: string }[]) =>
  steps
    .map(({ role, module_id }) => `${role} ${module_id}`)
    .toSorted()
    .join()

/**
 * Sees to it that the training states on the roster speak of the common core that ships: derived afresh for everyone when it is not the one they were
 * derived from. Asked once, at the start; a person's own steps keep their own state.
 */
export async function keepTrainingStates(db: Db, paths: readonly TrainingPath[]): Promise<void> {
  const kept = await db.selectFrom('core_module').selectAll().execute()
  if (asText(kept) === asText(stepsIn(paths))) return
  await db.transaction().execute(async (tx) => {
    await noteCore(tx, paths)
    const people = await tx.selectFrom('person').select('roles').distinct().execute()
    for (const { roles } of people) await derive(tx, roles, coreFor(paths, (roles ? roles.split(',') : []) as PoolRole[]))
    await recount(tx)
  })
}

/** Notes which common core the states were derived from; for worlds, which derive them themselves. */
export async function noteCore(tx: Tx, paths: readonly TrainingPath[]): Promise<void> {
  await tx.deleteFrom('core_module').execute()
  const steps = stepsIn(paths)
  if (steps.length === 0) return
  await tx
    .insertInto('core_module')
    .values(steps)
    // Two servers that start at once write the same.
    .onConflict((oc) => oc.doNothing())
    .execute()
}

/** The rule of `trainingState`, for everyone who prepares for the same roles at once. */
async function derive(tx: Tx, roles: string, core: readonly string[]): Promise<void> {
  const begun: Expression<unknown> = sql`exists (select 1 from enrolment where enrolment.person_id = person.id)`
  const passed = sql`(select count(distinct module_id) from attempt where attempt.person_id = person.id and passed = 1 and module_id in (${sql.join(core)}))`
  const completed = core.length === 0 ? sql`1 = 0` : sql`${passed} = ${core.length}`
  await sql`
    update person set training = case when ${completed} then 'completed' when ${begun} then 'in-progress' else 'not-started' end where roles = ${roles}
  `.execute(tx)
}
