import { sql } from 'kysely'
import { questionKey } from '#domain/check.ts'
import type { Db, Tx } from './database.ts'

export interface WithdrawnQuestion {
  question: string
  questionVersion: number
  moduleId: string
  reason: string
  at: string
}

/** What was withdrawn, of every module or of one. */
export async function withdrawnQuestions(db: Db, moduleId?: string): Promise<WithdrawnQuestion[]> {
  const rows = await db
    .selectFrom('withdrawn_question')
    .selectAll()
    .$if(moduleId !== undefined, (query) => query.where('module_id', '=', moduleId ?? ''))
    .execute()
  return rows.map(({ question, question_version, module_id, reason, at }) => ({
    question,
    questionVersion: question_version,
    moduleId: module_id,
    reason,
    at,
  }))
}

/** The questions of a module that are drawn no more, as `questionKey` names them. */
export const withdrawnOf = async (db: Db, moduleId: string): Promise<Set<string>> =>
  new Set((await withdrawnQuestions(db, moduleId)).map(({ question, questionVersion }) => questionKey(question, questionVersion)))

/** False when it was withdrawn before. */
export async function withdrawQuestion(tx: Tx, { question, questionVersion, moduleId, reason, at }: WithdrawnQuestion): Promise<boolean> {
  const added = await tx
    .insertInto('withdrawn_question')
    .values({ question, question_version: questionVersion, module_id: moduleId, reason, at })
    .onConflict((oc) => oc.columns(['module_id', 'question', 'question_version']).doNothing())
    .returning('question')
    .executeTakeFirst()
  return added !== undefined
}

/** How often each question of a module was asked in tries that were handed in, by `questionKey`. */
export async function timesAsked(db: Db, moduleId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('attempt_item as item')
    .innerJoin('attempt', 'attempt.id', 'item.attempt_id')
    .select(['item.question', 'item.question_version', sql<number>`cast(count(*) as integer)`.as('asked')])
    .where('attempt.module_id', '=', moduleId)
    .where('attempt.submitted_at', 'is not', null)
    .groupBy(['item.question', 'item.question_version'])
    .execute()
  return new Map(rows.map(({ question, question_version, asked }) => [questionKey(question, question_version), asked]))
}

/**
 * What withdrawing a question would do: in how many tries it was asked, how many of those would rise, and how many would pass that did not. `key` is the
 * correct option; `passPercent` is the module's own pass mark in one of its versions.
 */
export async function effectOf(
  db: Db,
  { question, questionVersion, moduleId }: Pick<WithdrawnQuestion, 'question' | 'questionVersion' | 'moduleId'>,
  key: string,
  moduleVersion: number,
  passPercent: number,
): Promise<{ asked: number; rises: number; passes: number }> {
  const wrong = sql<boolean>`item.counted_at is null and (item.chosen is null or item.chosen <> ${key})`
  const enough = sql<boolean>`attempt.passed = 0 and (attempt.right + 1) * 100 >= coalesce(attempt.pass_percent, ${sql.lit(passPercent)}) * attempt.items`
  const row = await db
    .selectFrom('attempt_item as item')
    .innerJoin('attempt', 'attempt.id', 'item.attempt_id')
    .select([
      sql<number>`cast(count(*) as integer)`.as('asked'),
      sql<number>`cast(coalesce(sum(case when ${wrong} then 1 else 0 end), 0) as integer)`.as('rises'),
      sql<number>`cast(coalesce(sum(case when ${wrong} and ${enough} then 1 else 0 end), 0) as integer)`.as('passes'),
    ])
    .where('item.question', '=', question)
    .where('item.question_version', '=', questionVersion)
    .where('attempt.module_id', '=', moduleId)
    .where('attempt.module_version', '=', moduleVersion)
    .where('attempt.submitted_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return row
}

/** Tries that were handed in and hold a withdrawn question that was not counted for it yet, oldest first. */
export async function attemptsToRemark(db: Db, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('withdrawn_question as gone')
    .innerJoin('attempt_item as item', (join) =>
      join
        .onRef('item.question', '=', 'gone.question')
        .onRef('item.question_version', '=', 'gone.question_version')
        .on('item.counted_at', 'is', null),
    )
    .innerJoin('attempt', (join) => join.onRef('attempt.id', '=', 'item.attempt_id').onRef('attempt.module_id', '=', 'gone.module_id'))
    .select('attempt.id')
    .distinct()
    .where('attempt.submitted_at', 'is not', null)
    .orderBy('attempt.id')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}
