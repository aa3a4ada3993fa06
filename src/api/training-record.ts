import type { TrainingRecord } from '#domain/training.ts'
import type { Content } from './deps.ts'
import { progressOf } from './progress.ts'
import type { Db } from './repository/database.ts'

/** A person's training as others may see it: states, dates and tries; no answers, no places. */
export async function trainingRecord(db: Db, content: Content, personId: string, now: Date): Promise<TrainingRecord> {
  const modules = await progressOf(db, content, personId, now)
  return {
    modules: modules.map(({ module, enrolment, nextTry, attempts }) => ({
      moduleId: module.id,
      title: module.title,
      moduleVersion: enrolment?.moduleVersion ?? null,
      state: !enrolment ? 'not-started' : nextTry?.kind === 'passed' ? 'passed' : nextTry?.kind === 'wait' ? 'waiting' : 'in-progress',
      lessonsRead: enrolment?.lessonsRead.length ?? 0,
      lessons: module.lessons.length,
      tries: attempts.filter(({ submittedAt }) => submittedAt).length,
      passedAt: nextTry?.kind === 'passed' ? nextTry.at : null,
      bestRight: attempts.reduce<number | null>((best, { right }) => (right !== null && right > (best ?? -1) ? right : best), null),
      items: module.check.items,
    })),
  }
}
