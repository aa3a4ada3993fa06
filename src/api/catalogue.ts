import type { PlannedModule } from '#domain/development-plan.ts'
import { type Framework, skillsIn } from '#domain/framework.ts'
import type { Person } from '#domain/person.ts'
import { recommendedFor } from '#domain/recommendation.ts'
import type { PathProgress } from '#domain/task-list.ts'
import { minutesLeft, type Catalogue, type ModuleProgress, type ModuleView } from '#domain/training.ts'
import type { Content } from './deps.ts'
import { ownSkills } from './own-skills.ts'
import { pathProgress, progressOf } from './progress.ts'
import type { Db } from './repository/database.ts'

/** A module as the development plan and the recommendations see it. */
export const planned = ({ module, nextTry }: ModuleProgress): PlannedModule => ({
  id: module.id,
  title: module.title,
  minutes: module.minutes,
  skills: module.skills,
  passed: nextTry?.kind === 'passed',
})

/** A module with what it says of others: the modules before it, the skills it leads to, and where it stands on somebody's path. */
export function viewModule(one: ModuleProgress, all: readonly ModuleProgress[], paths: readonly PathProgress[], framework: Framework): ModuleView {
  const { module } = one
  const own = paths.find(({ modules }) => modules.some((other) => other.module.id === module.id))
  return {
    ...one,
    bestAfter: module.after.flatMap((id) =>
      all.filter((other) => other.module.id === id).map((other) => ({ id, title: other.module.title, passed: other.nextTry?.kind === 'passed' })),
    ),
    serves: skillsIn(framework)
      .filter(({ id }) => module.skills.includes(id))
      .map(({ id, name, levels }) => ({
        skill: id,
        name,
        level: module.level,
        indicator: levels.find(({ level }) => level === module.level)?.indicator ?? '',
      })),
    path: own
      ? { id: own.id, title: own.title, position: own.modules.findIndex((other) => other.module.id === module.id) + 1, of: own.modules.length }
      : null,
  }
}

/** Every module as one person stands in it, with the reasons why some are recommended to them; to nobody but learners is anything recommended. */
export async function catalogueFor(db: Db, content: Content, person: Person, now: Date, isLearner: boolean): Promise<Catalogue> {
  const progress = await progressOf(db, content, person.id, now)
  const paths = pathProgress(content, person.roles, progress)
  const { framework, standings } = await ownSkills(db, content, person.id)
  const onPath = paths.flatMap(({ modules }) => modules)
  const begun = new Set(progress.flatMap(({ module, enrolment }) => (enrolment ? [module.id] : [])))
  const recommended = isLearner ? recommendedFor(standings, onPath.map(planned), begun) : []
  const nameOf = (skill: string) => skillsIn(framework).find(({ id }) => id === skill)?.name ?? skill
  const entries = progress.map((one) => {
    const why = recommended.find(({ module }) => module === one.module.id)
    return {
      ...viewModule(one, progress, paths, framework),
      recommended: why ? { next: why.next, gap: why.gap && { ...why.gap, name: nameOf(why.gap.skill) } } : null,
    }
  })
  const rank = ({ module }: { module: { id: string } }) => {
    const at = recommended.findIndex((one) => one.module === module.id)
    return at < 0 ? recommended.length : at
  }
  return {
    roles: person.roles,
    recommends: !isLearner ? 'no' : standings.some(({ self }) => self !== null) ? 'by-gaps' : 'by-path',
    minutesLeft: onPath.reduce((sum, one) => sum + minutesLeft(one), 0),
    modules: entries.toSorted((a, b) => rank(a) - rank(b)),
  }
}
