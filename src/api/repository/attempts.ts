import { v7 as newId } from 'uuid'
import type { DrawnItem, Marked } from '#domain/check.ts'
import type { AttemptSummary } from '#domain/training.ts'
import { conflict, stale } from '../problem.ts'
import type { AttemptTable, Db, Tx } from './database.ts'

type Row = Omit<AttemptTable, 'version'> & { version: number }

/** An attempt as it is stored: what was drawn, and what was chosen so far. */
export interface StoredAttempt extends AttemptSummary {
  version: number
  personId: string
  drawn: (DrawnItem & { position: number; chosen: string | null; flagged: boolean })[]
}

export const asSummary = (row: Row): AttemptSummary => ({
  id: row.id,
  number: row.number,
  moduleId: row.module_id,
  moduleVersion: row.module_version,
  startedAt: row.started_at,
  submittedAt: row.submitted_at,
  right: row.right,
  items: row.items,
  passed: row.passed === null ? null : row.passed === 1,
})

export async function attemptsOf(db: Db, personId: string): Promise<AttemptSummary[]> {
  const rows = await db.selectFrom('attempt').selectAll().where('person_id', '=', personId).orderBy('number').execute()
  return rows.map(asSummary)
}

export async function findAttempt(db: Db, id: string): Promise<StoredAttempt | undefined> {
  const row = await db.selectFrom('attempt').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const items = await db.selectFrom('attempt_item').selectAll().where('attempt_id', '=', id).orderBy('position').execute()
  const drawn = items.map((item) => ({
    position: item.position,
    question: item.question,
    questionVersion: item.question_version,
    options: item.options.split(','),
    chosen: item.chosen,
    flagged: item.flagged === 1,
  }))
  return { ...asSummary(row), version: row.version, personId: row.person_id, drawn }
}

/** The questions somebody was asked before in a module, so that the next draw prefers others. */
export async function questionsSeen(db: Db, personId: string, moduleId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('attempt_item')
    .innerJoin('attempt', 'attempt.id', 'attempt_item.attempt_id')
    .select('question')
    .where('person_id', '=', personId)
    .where('module_id', '=', moduleId)
    .execute()
  return new Set(rows.map(({ question }) => question))
}

export interface NewAttempt {
  personId: string
  enrolmentId: string
  moduleId: string
  moduleVersion: number
  number: number
  seed: number
  drawn: DrawnItem[]
  at: string
}

/** Keeps a drawn attempt. Undefined when one with this number was started at the same moment elsewhere. */
export async function addAttempt(tx: Tx, attempt: NewAttempt): Promise<string | undefined> {
  const id = newId()
  const added = await tx
    .insertInto('attempt')
    .values({
      id,
      person_id: attempt.personId,
      enrolment_id: attempt.enrolmentId,
      module_id: attempt.moduleId,
      module_version: attempt.moduleVersion,
      number: attempt.number,
      seed: attempt.seed,
      items: attempt.drawn.length,
      started_at: attempt.at,
      submitted_at: null,
      right: null,
      passed: null,
    })
    .onConflict((oc) => oc.columns(['person_id', 'module_id', 'number']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return undefined
  const items = attempt.drawn.map(({ question, questionVersion, options }, index) => ({
    attempt_id: id,
    position: index + 1,
    question,
    question_version: questionVersion,
    options: options.join(','),
    chosen: null,
    flagged: 0,
  }))
  await tx.insertInto('attempt_item').values(items).execute()
  return id
}

/** Moves the version on, if the attempt is still open and nobody changed it. @throws Problem 412, or 409 once it is submitted. */
async function claim(tx: Tx, id: string, version: number, values: Partial<Pick<AttemptTable, 'submitted_at' | 'right' | 'passed'>>): Promise<void> {
  const claimed = await tx
    .updateTable('attempt')
    .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('submitted_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (claimed) return
  const now = await findAttempt(tx, id)
  if (now?.submittedAt) throw conflict('This check has been submitted, so its answers can no longer change', ['read'])
  throw stale(now && { id: now.id, version: now.version })
}

export async function keepAnswer(
  tx: Tx,
  id: string,
  version: number,
  position: number,
  answer: { chosen: string | null; flagged: boolean },
): Promise<void> {
  await claim(tx, id, version, {})
  await tx
    .updateTable('attempt_item')
    .set({ chosen: answer.chosen, flagged: answer.flagged ? 1 : 0 })
    .where('attempt_id', '=', id)
    .where('position', '=', position)
    .execute()
}

export const submit = (tx: Tx, id: string, version: number, { right, passed }: Marked, at: string): Promise<void> =>
  claim(tx, id, version, { submitted_at: at, right, passed: passed ? 1 : 0 })
