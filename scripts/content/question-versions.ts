import type { Question } from '#domain/module.ts'
import type { ReadModule } from './module-links.ts'
import type { Report } from './report.ts'

/**
 * A question keeps its number only while its words stay: a try names what was asked by id and version, whichever version of the module it was drawn
 * from, and a question that is withdrawn is withdrawn by them.
 */
export function checkQuestionVersions(modules: readonly ReadModule[], report: Report): void {
  for (const { id, version, questions } of modules)
    for (const { question, line } of questions.list)
      for (const other of modules.filter((one) => one.id === id && one.version < version)) {
        const before = other.questions.list.find((one) => one.question.id === question.id)?.question
        if (before && before.version >= question.version && !alike(before, question))
          report.add(
            questions.file,
            line,
            `${question.id} differs from that of version ${other.version} of the module: give it version ${before.version + 1}`,
          )
      }
}

const alike = (one: Question, other: Question) => one.version === other.version && JSON.stringify(one) === JSON.stringify(other)
