import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Question } from '#domain/module.ts'
import { reportRealNames } from './real-names.ts'
import { readYaml } from './read-yaml.ts'
import type { ReadModule } from './module-links.ts'
import type { Report } from './report.ts'

interface Given {
  id?: string
  version?: number
  outcome?: string
  lesson?: string
  stem?: string
  options?: { text?: string; correct?: boolean; feedback?: string; sources?: string[] }[]
}

interface Known {
  outcomes: readonly string[]
  lessons: readonly string[]
  sources: ReadonlySet<string>
}

const leastPerOutcome = 8
/** With four options of like length the right one is the longest one time in four; well above that, it gives itself away. */
const mostLongest = 0.4

/** Reads and checks a bank of questions; each comes with the line that it starts on. */
export async function readQuestions(folder: string, known: Known, report: Report): Promise<ReadModule['questions']> {
  const yaml = await readYaml(join(folder, 'questions.yaml'), report)
  const { file, lineOf } = yaml
  reportRealNames(await readFile(file, 'utf8'), file, report)
  const given = Array.isArray(yaml.value) ? (yaml.value as Given[]) : []
  const seen = new Set<string>()
  const questions = given.map((question, index): Question => {
    const at = (...path: (string | number)[]) => lineOf([index, ...path])
    const { id = '', version = 1, outcome = '', lesson = '', stem = '', options = [] } = question
    if (id === '' || seen.has(id)) report.add(file, at('id'), `Every question needs an id of its own, not "${id}"`)
    seen.add(id)
    if (stem.trim() === '') report.add(file, at('stem'), 'The question has no words')
    if (!known.outcomes.includes(outcome)) report.add(file, at('outcome'), `The module has no outcome "${outcome}"`)
    if (!known.lessons.includes(lesson)) report.add(file, at('lesson'), `The module has no lesson "${lesson}"`)
    if (options.length !== 4) report.add(file, at('options'), `A question has four options, not ${options.length}`)
    if (options.filter(({ correct }) => correct).length !== 1) report.add(file, at('options'), 'Exactly one option is correct')
    options.forEach((option, place) => {
      if (!option.text?.trim()) report.add(file, at('options', place), 'The option has no words')
      if (!option.feedback?.trim()) report.add(file, at('options', place), 'The option has no feedback: say why it is right or what it misses')
      if (!option.sources?.length) report.add(file, at('options', place), 'The option names no source that its feedback rests on')
      for (const source of option.sources ?? [])
        if (!known.sources.has(source)) report.add(file, at('options', place), `There is no source ${source} in sources.yaml`)
    })
    return {
      id,
      version,
      outcome,
      lesson,
      stem,
      options: options.map(({ text = '', correct = false, feedback = '', sources = [] }, place) => ({
        id: 'abcd'.charAt(place),
        text,
        correct,
        feedback,
        sources,
      })),
    }
  })
  for (const outcome of known.outcomes) {
    const count = questions.filter((question) => question.outcome === outcome).length
    if (count < leastPerOutcome)
      report.add(file, 1, `The outcome "${outcome}" has ${count} questions; it needs ${leastPerOutcome}, so that every try can draw anew`)
  }
  const longest = questions.filter(({ options }) => {
    const most = Math.max(...options.map(({ text }) => text.length))
    return options.some(({ correct, text }) => correct && text.length === most)
  }).length
  if (longest > questions.length * mostLongest)
    report.add(file, 1, `The right answer is the longest in ${longest} of ${questions.length} questions: shorten some, or lengthen others`)
  return { file, list: questions.map((question, index) => ({ question, line: lineOf([index]) })) }
}
