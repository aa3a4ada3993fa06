import type { StepDecision, StepState } from '#domain/development-plan.ts'
import { stale } from '../problem.ts'
import type { Db, Tx } from './database.ts'

/** A step as it is stored: what it is called follows from its key. */
export interface StoredStep {
  key: string
  version: number
  skills: string[]
  state: StepState
  dueOn: string | null
  reason: string | null
  updatedAt: string
}

const asStep = (row: {
  key: string
  version: number
  skills: string
  state: string
  due_on: string | null
  reason: string | null
  updated_at: string
}): StoredStep => ({
  key: row.key,
  version: row.version,
  skills: row.skills.split(','),
  state: row.state as StepState,
  dueOn: row.due_on,
  reason: row.reason,
  updatedAt: row.updated_at,
})

export const planStepsOf = async (db: Db, personId: string): Promise<StoredStep[]> =>
  (await db.selectFrom('plan_step').selectAll().where('person_id', '=', personId).orderBy('updated_at').orderBy('key').execute()).map(asStep)

/**
 * Keeps what somebody decided about a step and the skills that it is for, if nobody did so since `version` was read; 0 is a step nobody decided on yet.
 * @throws Problem 412 with the step as it is now.
 */
export async function decideStep(
  tx: Tx,
  personId: string,
  { key, skills }: { key: string; skills: readonly string[] },
  version: number,
  { state, dueOn, reason }: Pick<StepDecision, 'state' | 'dueOn' | 'reason'>,
  at: string,
): Promise<StoredStep> {
  const values = { skills: skills.join(','), state, due_on: dueOn, reason, updated_at: at }
  const row =
    version === 0
      ? await tx
          .insertInto('plan_step')
          .values({ person_id: personId, key, ...values })
          .onConflict((oc) => oc.doNothing())
          .returningAll()
          .executeTakeFirst()
      : await tx
          .updateTable('plan_step')
          .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
          .where('person_id', '=', personId)
          .where('key', '=', key)
          .where('version', '=', version)
          .returningAll()
          .executeTakeFirst()
  if (row) return asStep(row)
  throw stale((await planStepsOf(tx, personId)).find((step) => step.key === key))
}
