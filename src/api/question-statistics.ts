import { type ModuleStatistics, statisticsOf } from '#domain/question-statistics.ts'
import type { Actor, Content } from './deps.ts'
import { allows } from './policy.ts'
import { moduleIds, newestVersion } from './progress.ts'
import type { Db } from './repository/database.ts'
import { isTaking } from './repository/enrolment-progress.ts'
import { countAnswers } from './repository/question-answers.ts'

/**
 * How the questions of a module's newest version do, over everybody's first tries. Somebody who is taking the module themself sees none of them.
 * @throws Problem 404 when there is no such module.
 */
export async function moduleStatistics(db: Db, content: Content, moduleId: string, actor: Actor): Promise<ModuleStatistics> {
  const { module, questions } = newestVersion(content, moduleId)
  const taking = await isTaking(db, actor.personId, moduleId)
  const answers = taking ? [] : await countAnswers(db, moduleId)
  const figures = taking
    ? []
    : questions.map((question) =>
        statisticsOf(
          question,
          answers.filter((one) => one.question === question.id && one.questionVersion === question.version),
        ),
      )
  return {
    moduleId,
    moduleVersion: module.version,
    title: module.title,
    taking,
    keepsBank: allows(actor, 'keep-question-banks'),
    questions: [...figures.filter(({ faults }) => faults.length > 0), ...figures.filter(({ faults }) => faults.length === 0)],
    modules: moduleIds(content).map((id) => ({ moduleId: id, title: newestVersion(content, id).module.title })),
  }
}
