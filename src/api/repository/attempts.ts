import { v7 as newId } from 'uuid'
import type { DrawnItem, Marked } from '#domain/check.ts'
import type { AttemptSummary } from '#domain/training.ts'
import { conflict, stale } from '../problem.ts'
import type { AttemptTable, Db, Tx } from './database.ts'

type Row = Omit<AttemptTable, 'version' | 'kind'> & { version: number; kind: string }

/** An attempt as it is stored: what was drawn, and what was chosen so far. */
export interface StoredAttempt extends AttemptSummary {
  version: number
  personId: string
  /** The pass mark that it was begun under, where that is not the module's own. */
  passPercent: number | null
  /** That the result rose since it was handed in, and what it was then. */
  remarked: { at: string; from: number } | null
  drawn: StoredItem[]
}

interface StoredItem extends DrawnItem {
  position: number
  chosen: string | null
  flagged: boolean
  /** That its question was withdrawn, and why. */
  withdrawn: { at: string; reason: string } | null
  /** When it was counted as right for that. */
  countedAt: string | null
}

export const asSummary = (row: Row): AttemptSummary => ({
  id: row.id,
  kind: row.kind === 'diagnostic' ? 'diagnostic' : 'check',
  number: Math.abs(row.number),
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

/** The attempts of several people, by person. */
export async function attemptsOfEach(db: Db, personIds: readonly string[]): Promise<Map<string, AttemptSummary[]>> {
  if (personIds.length === 0) return new Map()
  const rows = await db.selectFrom('attempt').selectAll().where('person_id', 'in', personIds).orderBy('number').execute()
  return new Map([...Map.groupBy(rows, (row) => row.person_id)].map(([id, own]) => [id, own.map(asSummary)]))
}

export async function findAttempt(db: Db, id: string): Promise<StoredAttempt | undefined> {
  const row = await db.selectFrom('attempt').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const items = await db
    .selectFrom('attempt_item')
    .leftJoin('withdrawn_question as gone', (join) =>
      join
        .onRef('gone.question', '=', 'attempt_item.question')
        .onRef('gone.question_version', '=', 'attempt_item.question_version')
        .on('gone.module_id', '=', row.module_id),
    )
    .selectAll('attempt_item')
    .select(['gone.at as gone_at', 'gone.reason as gone_reason'])
    .where('attempt_id', '=', id)
    .orderBy('position')
    .execute()
  const drawn = items.map((item) => ({
    position: item.position,
    question: item.question,
    questionVersion: item.question_version,
    options: item.options.split(','),
    chosen: item.chosen,
    flagged: item.flagged === 1,
    withdrawn: item.gone_at === null ? null : { at: item.gone_at, reason: item.gone_reason ?? '' },
    countedAt: item.counted_at,
  }))
  const remarked = row.remarked_at === null ? null : { at: row.remarked_at, from: row.first_right ?? 0 }
  return { ...asSummary(row), version: row.version, personId: row.person_id, passPercent: row.pass_percent, remarked, drawn }
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
  /** As it is stored: below zero for a diagnostic. */
  number: number
  /** The pass mark of a diagnostic; null for a try at the check, whose module says it. */
  passPercent: number | null
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
      kind: attempt.number < 0 ? 'diagnostic' : 'check',
      pass_percent: attempt.passPercent,
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
    counted_at: null,
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

/** Hands an attempt in. Items whose question is withdrawn are noted as counted for that. */
export async function submit(tx: Tx, { id, version, drawn }: StoredAttempt, { right, passed }: Marked, at: string): Promise<void> {
  await claim(tx, id, version, { submitted_at: at, right, passed: passed ? 1 : 0 })
  await countItems(tx, id, drawn, at)
}

/** Notes which items were counted as right because their question is withdrawn. False when nothing is left to note. */
async function countItems(tx: Tx, id: string, drawn: readonly StoredItem[], at: string): Promise<boolean> {
  const positions = drawn.flatMap((item) => (item.withdrawn && !item.countedAt ? [item.position] : []))
  if (positions.length === 0) return false
  await tx.updateTable('attempt_item').set({ counted_at: at }).where('attempt_id', '=', id).where('position', 'in', positions).execute()
  return true
}

/**
 * Keeps what a re-mark made of an attempt that was handed in. False when there was nothing to count, or somebody else has it: then the next run finds what
 * is left.
 */
export async function keepRemark(tx: Tx, attempt: StoredAttempt, { right, passed }: Marked, at: string): Promise<boolean> {
  const { id, version, drawn, remarked } = attempt
  const rose = right > (attempt.right ?? 0) ? { first_right: remarked?.from ?? attempt.right, remarked_at: at } : {}
  const claimed = await tx
    .updateTable('attempt')
    .set((eb) => ({ ...rose, right, passed: passed ? 1 : 0, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('submitted_at', 'is not', null)
    .returning('id')
    .executeTakeFirst()
  return claimed !== undefined && countItems(tx, id, drawn, at)
}
