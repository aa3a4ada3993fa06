import { bankLacks, inUse, questionKey } from '#domain/check.ts'
import type { CompiledModule, Question } from '#domain/module.ts'
import type { BankQuestion, QuestionBank, QuestionBanks, QuestionInBank } from '#domain/question-bank.ts'
import type { Content } from './deps.ts'
import { notFound } from './problem.ts'
import { moduleIds, newestVersion } from './progress.ts'
import type { Db } from './repository/database.ts'
import { effectOf, timesAsked, type WithdrawnQuestion, withdrawnOf, withdrawnQuestions } from './repository/withdrawn-questions.ts'

/** The versions of a module, newest first. @throws Problem 404 when there is no such module. */
function versionsOf({ modules }: Content, moduleId: string): [CompiledModule, ...CompiledModule[]] {
  const [newest, ...older] = modules.filter(({ module }) => module.id === moduleId).toSorted((a, b) => b.module.version - a.module.version)
  if (!newest) throw notFound()
  return [newest, ...older]
}

/** Every module with how much of its bank is in use. */
export async function listBanks(db: Db, content: Content): Promise<QuestionBanks> {
  const withdrawn = await withdrawnQuestions(db)
  return {
    banks: moduleIds(content).map((moduleId) => {
      const { module, questions } = newestVersion(content, moduleId)
      const gone = withdrawn.filter((one) => one.moduleId === moduleId)
      const keys = new Set(gone.map(({ question, questionVersion }) => questionKey(question, questionVersion)))
      return { moduleId, title: module.title, newest: module.version, inUse: inUse(questions, keys).length, withdrawn: gone.length }
    }),
  }
}

/** The bank of a module: every question of every version of it, those of the newest first. */
export async function bankOf(db: Db, content: Content, moduleId: string): Promise<QuestionBank> {
  const versions = versionsOf(content, moduleId)
  const [newest] = versions
  const [asked, withdrawn] = [await timesAsked(db, moduleId), await withdrawnQuestions(db, moduleId)]
  const questions = new Map<string, BankQuestion>()
  for (const compiled of versions)
    for (const question of compiled.questions) {
      const key = questionKey(question.id, question.version)
      if (!questions.has(key)) questions.set(key, viewQuestion(question, versions, compiled, asked.get(key) ?? 0, withdrawn))
    }
  const { id, title, version } = newest.module
  return { moduleId: id, title, newest: version, outcomes: allOutcomes(versions), questions: [...questions.values()] }
}

/** The outcomes of every version, those of the newest first, so that no question of an older one is without its outcome. */
const allOutcomes = (versions: readonly CompiledModule[]) => [
  ...new Map(versions.toReversed().flatMap(({ module }) => module.outcomes.map((outcome) => [outcome.id, outcome] as const))).values(),
]

function viewQuestion(
  { id, version, outcome, lesson, stem, options }: Question,
  versions: readonly CompiledModule[],
  { lessons, sources }: CompiledModule,
  asked: number,
  withdrawn: readonly WithdrawnQuestion[],
): BankQuestion {
  const gone = withdrawn.find((one) => one.question === id && one.questionVersion === version)
  return {
    id,
    version,
    outcome,
    lesson: { id: lesson, title: lessons.find((one) => one.id === lesson)?.title ?? lesson },
    stem,
    options: options.map((option) => ({ ...option, sources: sources.filter((source) => option.sources.includes(source.id)) })),
    standsIn: versions
      .filter(({ questions }) => questions.some((one) => one.id === id && one.version === version))
      .map(({ module }) => module.version)
      .toSorted((a, b) => a - b),
    asked,
    withdrawn: gone ? { at: gone.at, reason: gone.reason } : null,
  }
}

/** One question with what would come of withdrawing it. @throws Problem 404 when there is no such question. */
export async function questionInBank(db: Db, content: Content, moduleId: string, id: string, version: number): Promise<QuestionInBank> {
  const bank = await bankOf(db, content, moduleId)
  const question = bank.questions.find((one) => one.id === id && one.version === version)
  if (!question) throw notFound()
  const effect = { asked: 0, rises: 0, passes: 0 }
  const lacks: QuestionInBank['lacks'] = []
  const gone = new Set([...(await withdrawnOf(db, moduleId)), questionKey(id, version)])
  const key = question.options.find(({ correct }) => correct)?.id ?? ''
  for (const { module, questions } of versionsOf(content, moduleId).filter((one) => question.standsIn.includes(one.module.version))) {
    const here = await effectOf(db, { question: id, questionVersion: version, moduleId }, key, module.version, module.check.passPercent)
    effect.asked += here.asked
    effect.rises += here.rises
    effect.passes += here.passes
    const outcomes = module.outcomes.map((outcome) => outcome.id)
    // One version is enough to say why.
    if (!question.withdrawn && lacks.length === 0) lacks.push(...bankLacks(inUse(questions, gone), outcomes, module.check))
  }
  const outcome = bank.outcomes.find((one) => one.id === question.outcome) ?? { id: question.outcome, text: question.outcome }
  return { moduleId, title: bank.title, outcome, question, effect, lacks }
}
