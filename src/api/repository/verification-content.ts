import type { Experience } from '#domain/experience.ts'
import type { EvidenceKind } from '#domain/evidence.ts'
import type { Rating } from '#domain/self-assessment.ts'
import type { SentEvidence } from '#domain/verification.ts'
import { conflict } from '../problem.ts'
import type { Db, Tx } from './database.ts'
import { evidenceVersion } from './evidence.ts'
import { asRating } from './self-assessments.ts'

/** What somebody sent with a request, as it was. */
export interface RequestContent {
  ratings: Rating[]
  evidence: SentEvidence[]
  experience: Pick<Experience, 'publisher' | 'year' | 'role' | 'url'>[]
  answers: { skill: string; text: string; at: string }[]
}

/** Everything that was sent with a request. Evidence that its owner closed since is named, and empty. */
export async function contentOf(db: Db, requestId: string): Promise<RequestContent> {
  const ratings = await db
    .selectFrom('verification_skill')
    .innerJoin('rating', 'rating.id', 'verification_skill.rating_id')
    .selectAll('rating')
    .where('request_id', '=', requestId)
    .orderBy('rating.skill')
    .execute()
  const pieces = await db
    .selectFrom('verification_evidence')
    .innerJoin('evidence', 'evidence.id', 'verification_evidence.evidence_id')
    .selectAll('verification_evidence')
    .select('evidence.kind')
    .where('request_id', '=', requestId)
    .orderBy('evidence_id')
    .execute()
  const evidence = []
  for (const row of pieces) {
    const version = await evidenceVersion(db, row.evidence_id, row.number)
    const { storedAs: _storedAs, ...readable } = version ?? { storedAs: null }
    evidence.push({
      id: row.evidence_id,
      kind: row.kind as EvidenceKind,
      title: row.title,
      skills: row.skills ? row.skills.split(',') : [],
      version: version ? (readable as typeof version) : null,
    })
  }
  const experience = await db.selectFrom('verification_experience').selectAll().where('request_id', '=', requestId).orderBy('position').execute()
  const answers = await db.selectFrom('verification_answer').selectAll().where('request_id', '=', requestId).orderBy('skill').execute()
  return {
    ratings: ratings.map(asRating),
    evidence,
    experience: experience.map(({ publisher, year, role, url }) => ({ publisher, year, role: role as Experience['role'], url })),
    answers: answers.map(({ skill, text, at }) => ({ skill, text, at })),
  }
}

/** The skills of several requests, in the framework's numbering. */
export async function skillsOf(db: Db, requestIds: readonly string[]): Promise<Map<string, string[]>> {
  if (requestIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('verification_skill')
    .select(['request_id', 'skill'])
    .where('request_id', 'in', requestIds)
    .orderBy('skill')
    .execute()
  return new Map([...Map.groupBy(rows, (row) => row.request_id)].map(([id, group]) => [id, group.map(({ skill }) => skill)]))
}

/** The skills of a person that are being looked at, and in which request. */
export const skillsUnderWay = async (db: Db, personId: string): Promise<{ skill: string; requestId: string }[]> =>
  (await db.selectFrom('verification_skill').select(['skill', 'request_id']).where('person_id', '=', personId).where('open', '=', 1).execute()).map(
    (row) => ({ skill: row.skill, requestId: row.request_id }),
  )

/**
 * Keeps the answers to lower levels, and opens their skills again.
 * @throws Problem 409 when one of them was sent again in another request meanwhile.
 */
export async function addAnswers(
  tx: Tx,
  requestId: string,
  personId: string,
  answers: readonly { skill: string; text: string }[],
  at: string,
): Promise<void> {
  const underWay = new Set((await skillsUnderWay(tx, personId)).map(({ skill }) => skill))
  if (answers.some(({ skill }) => underWay.has(skill)))
    throw conflict('One of these skills is being looked at again in a newer request. Leave its answer empty', [])
  await tx
    .insertInto('verification_answer')
    .values(answers.map(({ skill, text }) => ({ request_id: requestId, skill, text, at })))
    .execute()
  await tx
    .updateTable('verification_skill')
    .set({ open: 1 })
    .where('request_id', '=', requestId)
    .where(
      'skill',
      'in',
      answers.map(({ skill }) => skill),
    )
    .execute()
}
