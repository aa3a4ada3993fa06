import { sql } from 'kysely'
import type { Answered } from '#domain/question-statistics.ts'
import type { Db } from './database.ts'

/** The answers to one question in one version. */
export type AnsweredQuestion = Answered & { question: string; questionVersion: number }

/**
 * How the questions of a module were answered, by everybody and as sums alone. Only first tries that were handed in: at a later one people have read what
 * they missed, and whoever tries often would count often.
 */
export const countAnswers = (db: Db, moduleId: string): Promise<AnsweredQuestion[]> =>
  db
    .selectFrom('attempt')
    .innerJoin('attempt_item', 'attempt_item.attempt_id', 'attempt.id')
    .select([
      'attempt_item.question',
      'attempt_item.question_version as questionVersion',
      'attempt_item.chosen',
      'attempt.items',
      sql<number>`cast(count(*) as integer)`.as('answers'),
      // Squares of many thousand checks do not fit into an integer.
      sql<number>`cast(sum(attempt."right") as double precision)`.as('right'),
      sql<number>`cast(sum(attempt."right" * attempt."right") as double precision)`.as('rightSquared'),
    ])
    .where('attempt.module_id', '=', moduleId)
    .where('attempt.kind', '=', 'check')
    .where('attempt.number', '=', 1)
    .where('attempt.submitted_at', 'is not', null)
    .groupBy(['attempt_item.question', 'attempt_item.question_version', 'attempt_item.chosen', 'attempt.items'])
    .execute()
