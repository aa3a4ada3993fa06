import { v7 as newId } from 'uuid'
import { namesWarnings } from '#domain/names-warning.ts'
import type { PoolRole } from '#domain/person.ts'
import type { AnswerGiven, Rating, SelfAssessment, SelfAssessmentState, SkillAnswer } from '#domain/self-assessment.ts'
import { stale } from '../problem.ts'
import type { Db, RatingTable, SelfAssessmentTable, Tx } from './database.ts'

type Row = Omit<SelfAssessmentTable, 'version'> & { version: number }

/** An assessment as it is stored: what is asked follows from its framework and its roles. */
export type StoredAssessment = Omit<SelfAssessment, 'asked' | 'newerFramework'>

async function withAnswers(db: Db, rows: Row[]): Promise<StoredAssessment[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const answers = await db.selectFrom('skill_answer').selectAll().where('assessment_id', 'in', ids).execute()
  const byAssessment = Map.groupBy(answers, (answer) => answer.assessment_id)
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    personId: row.person_id,
    frameworkVersion: row.framework_version,
    roles: row.roles.split(',') as PoolRole[],
    state: row.state as SelfAssessmentState,
    startedAt: row.started_at,
    submittedAt: row.submitted_at,
    answers: (byAssessment.get(row.id) ?? []).map(asAnswer),
  }))
}

const asAnswer = (row: {
  skill: string
  version: number
  level: number | null
  confidence: string | null
  reflection: string
  updated_at: string
}): SkillAnswer => ({
  skill: row.skill,
  version: row.version,
  level: row.level,
  confidence: row.confidence as SkillAnswer['confidence'],
  reflection: row.reflection,
  warnings: namesWarnings(row.reflection),
  updatedAt: row.updated_at,
})

/** Newest first. */
export const assessmentsOf = async (db: Db, personId: string): Promise<StoredAssessment[]> =>
  withAnswers(db, await db.selectFrom('self_assessment').selectAll().where('person_id', '=', personId).orderBy('id', 'desc').execute())

export async function findAssessment(db: Db, id: string): Promise<StoredAssessment | undefined> {
  return (await withAnswers(db, await db.selectFrom('self_assessment').selectAll().where('id', '=', id).execute()))[0]
}

/** Starts an assessment, or finds the one under way: nobody has two at once. */
export async function startAssessment(
  tx: Tx,
  personId: string,
  frameworkVersion: number,
  roles: readonly PoolRole[],
  at: string,
): Promise<{ id: string; created: boolean }> {
  const id = newId()
  const created = await tx
    .insertInto('self_assessment')
    .values({
      id,
      person_id: personId,
      framework_version: frameworkVersion,
      roles: [...new Set(roles)].toSorted().join(','),
      state: 'in-progress',
      started_at: at,
      submitted_at: null,
    })
    .onConflict((oc) => oc.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (created) return { id, created: true }
  const open = await tx
    .selectFrom('self_assessment')
    .select('id')
    .where('person_id', '=', personId)
    .where('state', '=', 'in-progress')
    .executeTakeFirstOrThrow()
  return { id: open.id, created: false }
}

/**
 * Keeps the answer to one skill, if nobody did so since `version` was read; 0 is an answer that was not there.
 * @throws Problem 412 with the answer as it is now.
 */
export async function keepAnswer(tx: Tx, assessmentId: string, skill: string, version: number, given: AnswerGiven, at: string): Promise<SkillAnswer> {
  const kept =
    version === 0
      ? await tx
          .insertInto('skill_answer')
          .values({ assessment_id: assessmentId, skill, ...given, updated_at: at })
          .onConflict((oc) => oc.columns(['assessment_id', 'skill']).doNothing())
          .returningAll()
          .executeTakeFirst()
      : await tx
          .updateTable('skill_answer')
          .set((eb) => ({ ...given, updated_at: at, version: eb('version', '+', 1) }))
          .where('assessment_id', '=', assessmentId)
          .where('skill', '=', skill)
          .where('version', '=', version)
          .returningAll()
          .executeTakeFirst()
  if (kept) return asAnswer(kept)
  const now = await tx.selectFrom('skill_answer').selectAll().where('assessment_id', '=', assessmentId).where('skill', '=', skill).executeTakeFirst()
  throw stale(now && asAnswer(now))
}

/** Ends an assessment, if nobody changed its state since it was read. @throws Problem 412 with the assessment as it is now. */
export async function endAssessment(tx: Tx, id: string, version: number, state: 'submitted' | 'withdrawn', at: string): Promise<void> {
  const ended = await tx
    .updateTable('self_assessment')
    .set((eb) => ({ state, submitted_at: state === 'submitted' ? at : null, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'in-progress')
    .returning('id')
    .executeTakeFirst()
  if (!ended) throw stale(await findAssessment(tx, id))
}

/** Appends what was answered as ratings. */
export async function appendRatings(tx: Tx, assessment: StoredAssessment, at: string): Promise<void> {
  const rows = assessment.answers.flatMap(({ skill, level, confidence, reflection }) =>
    level === null
      ? []
      : [
          {
            id: newId(),
            person_id: assessment.personId,
            assessment_id: assessment.id,
            framework_version: assessment.frameworkVersion,
            skill,
            level,
            confidence,
            reflection,
            at,
          },
        ],
  )
  if (rows.length > 0) await tx.insertInto('rating').values(rows).execute()
}

export const asRating = (row: RatingTable): Rating => ({
  id: row.id,
  skill: row.skill,
  frameworkVersion: row.framework_version,
  level: row.level,
  confidence: row.confidence as Rating['confidence'],
  reflection: row.reflection,
  at: row.at,
})

/** Every rating that somebody handed in, oldest first. */
export const ratingsOf = async (db: Db, personId: string): Promise<Rating[]> =>
  (await db.selectFrom('rating').selectAll().where('person_id', '=', personId).orderBy('id').execute()).map(asRating)
