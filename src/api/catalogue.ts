import type { PlannedModule } from '#domain/development-plan.ts'
import { type Framework, skillsIn } from '#domain/framework.ts'
import type { Person } from '#domain/person.ts'
import { recommendedFor } from '#domain/recommendation.ts'
import { newerVersion } from '#domain/module-version.ts'
import type { SkillStanding } from '#domain/skill-gaps.ts'
import type { PathProgress } from '#domain/task-list.ts'
import { minutesLeft, type Catalogue, type ModuleProgress, type ModuleView } from '#domain/training.ts'
import { type DiagnosticSettings, diagnosticStanding } from '#domain/diagnostic.ts'
import type { Content } from './deps.ts'
import { diagnosticFor, diagnosticSettings } from './diagnostic-rules.ts'
import { ownSkills } from './own-skills.ts'
import { pathProgress, pinnedVersion, progressOf } from './progress.ts'
import type { Db } from './repository/database.ts'
import { type WithdrawnQuestion, withdrawnQuestions } from './repository/withdrawn-questions.ts'

/** A module as the development plan and the recommendations see it. */
export const planned = ({ module, nextTry }: ModuleProgress): PlannedModule => ({
  id: module.id,
  title: module.title,
  minutes: module.minutes,
  skills: module.skills,
  passed: nextTry?.kind === 'passed',
})

/** What a module is seen among. */
interface Surroundings {
  content: Content
  /** Every module as the asker stands in it. */
  all: readonly ModuleProgress[]
  paths: readonly PathProgress[]
  framework: Framework
  standings: readonly SkillStanding[]
  withdrawn: readonly WithdrawnQuestion[]
  diagnostics: DiagnosticSettings
}

/** Everything round a module for one person. */
export async function surroundings(db: Db, content: Content, { id, roles }: Person, now: Date): Promise<Surroundings> {
  const all = await progressOf(db, content, id, now)
  const { framework, standings } = await ownSkills(db, content, id)
  const paths = pathProgress(content, roles, all)
  return { content, all, paths, framework, standings, withdrawn: await withdrawnQuestions(db), diagnostics: await diagnosticSettings(db) }
}

/** A module with what it says of others: the modules before it, the skills it leads to, and where it stands on somebody's path. */
export function viewModule(one: ModuleProgress, { content, all, paths, framework, withdrawn, diagnostics }: Surroundings): ModuleView {
  const { module, enrolment, nextTry, attempts } = one
  const versions = content.modules.filter((other) => other.module.id === module.id)
  const own = paths.find(({ modules }) => modules.some((other) => other.module.id === module.id))
  return {
    ...one,
    newer: enrolment && newerVersion(versions, { version: enrolment.moduleVersion, read: enrolment.lessonsRead, next: nextTry }),
    diagnostic: {
      ...diagnosticFor(
        pinnedVersion(content, module.id, module.version),
        withdrawn.filter(({ moduleId }) => moduleId === module.id),
        diagnostics,
      ),
      standing: diagnosticStanding(attempts, diagnostics.tries),
    },
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
export async function catalogueFor(
  db: Db,
  content: Content,
  person: Person,
  now: Date,
  { isLearner, keepsBanks }: { isLearner: boolean; keepsBanks: boolean },
): Promise<Catalogue> {
  const round = await surroundings(db, content, person, now)
  const { all: progress, paths, framework, standings } = round
  const onPath = paths.flatMap(({ modules }) => modules)
  const begun = new Set(progress.flatMap(({ module, enrolment }) => (enrolment ? [module.id] : [])))
  const recommended = isLearner ? recommendedFor(standings, onPath.map(planned), begun) : []
  const nameOf = (skill: string) => skillsIn(framework).find(({ id }) => id === skill)?.name ?? skill
  const entries = progress.map((one) => {
    const why = recommended.find(({ module }) => module === one.module.id)
    return {
      ...viewModule(one, round),
      recommended: why ? { next: why.next, gap: why.gap && { ...why.gap, name: nameOf(why.gap.skill) } } : null,
    }
  })
  const rank = ({ module }: { module: { id: string } }) => {
    const at = recommended.findIndex((one) => one.module === module.id)
    return at < 0 ? recommended.length : at
  }
  return {
    roles: person.roles,
    keepsBanks,
    recommends: !isLearner ? 'no' : standings.some(({ self }) => self !== null) ? 'by-gaps' : 'by-path',
    minutesLeft: onPath.reduce((sum, one) => sum + minutesLeft(one), 0),
    modules: entries.toSorted((a, b) => rank(a) - rank(b)),
  }
}
