import type { Person } from '#domain/person.ts'
import { isPassed, type ModuleProgress, type TrainingRecord, tryAt } from '#domain/training.ts'
import type { Content } from './deps.ts'
import { pathProgress, progressOf } from './progress.ts'
import type { Db } from './repository/database.ts'

/**
 * A person's training as others may see it: states, dates and tries; no answers, no places. The modules of their paths in order, then others that they
 * began all the same.
 */
export async function trainingRecord(db: Db, content: Content, person: Person, now: Date): Promise<TrainingRecord> {
  const progress = await progressOf(db, content, person.id, now)
  const paths = pathProgress(content, person.roles, progress)
  const asked = paths.flatMap(({ modules }) => modules)
  const others = progress.filter((one) => one.enrolment && !asked.includes(one))
  return {
    paths: paths.map(({ id, title, modules }) => ({ id, title, passed: modules.filter(isPassed).length, of: modules.length })),
    modules: [...asked, ...others].map((one) => ({ ...record(one), onPath: asked.includes(one) })),
  }
}

function record(progress: ModuleProgress) {
  const { module, enrolment, nextTry, attempts, extraTries } = progress
  const open = tryAt(nextTry)
  return {
    moduleId: module.id,
    title: module.title,
    moduleVersion: enrolment?.moduleVersion ?? null,
    state: !enrolment
      ? ('not-started' as const)
      : isPassed(progress)
        ? ('passed' as const)
        : nextTry?.kind === 'passed'
          ? ('expired' as const)
          : nextTry?.kind === 'wait'
            ? ('waiting' as const)
            : ('in-progress' as const),
    lessonsRead: enrolment?.lessonsRead.length ?? 0,
    lessons: module.lessons.length,
    tries: attempts.filter(({ kind, submittedAt }) => kind === 'check' && submittedAt).length,
    triesLeft: open?.kind === 'ready' ? open.triesLeft : open?.kind === 'wait' ? 0 : null,
    extraTries: extraTries.reduce((sum, { tries }) => sum + tries, 0),
    passedAt: nextTry?.kind === 'passed' ? nextTry.at : null,
    passedBy: nextTry?.kind === 'passed' ? nextTry.by : null,
    bestRight: attempts
      .filter(({ kind }) => kind === 'check')
      .reduce<number | null>((best, { right }) => (right !== null && right > (best ?? -1) ? right : best), null),
    items: module.check.items,
  }
}
