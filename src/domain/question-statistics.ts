import type { z } from 'zod'
import type { Question } from './module.ts'
import type * as schema from './question-statistics.schema.ts'
import { isFew, withhold } from './suppression.ts'

export type QuestionStatistics = z.infer<typeof schema.QuestionStatistics>
export type ModuleStatistics = z.infer<typeof schema.ModuleStatistics>
export type QuestionFault = z.infer<typeof schema.QuestionFault>

/**
 * Everybody who gave one answer to a question in checks of so many items, as sums: of how many items of the check they had right, and of its square. Sums
 * are all that the formulas need, so no answer of one person leaves the database.
 */
export interface Answered {
  chosen: string | null
  items: number
  answers: number
  right: number
  rightSquared: number
}

/** Under so many answers nothing is judged. Source: the usual rule of thumb of item analysis; no rule of a regime. */
const enoughAnswers = 30

/**
 * Where a question is looked at again. Sources: Ebel and Frisbie, Essentials of Educational Measurement (discrimination under 0.20 is poor); a facility
 * under 0.30 or over 0.95 tells little in a check of mastery. Conventions of item analysis, not rules of a regime.
 */
const bounds = { hardest: 0.3, easiest: 0.95, discrimination: 0.2 } as const

/** Facility: the share of answers that are right. Null of none. */
export function facilityOf(answered: readonly Answered[], key: string): number | null {
  const answers = sum(answered.map((one) => one.answers))
  return answers === 0 ? null : sum(answered.filter(({ chosen }) => chosen === key).map((one) => one.answers)) / answers
}

/**
 * Discrimination: the point-biserial correlation between a right answer (1 or 0) and the share of the check's other items that the same person had right,
 * r = (mean of those right - mean of those wrong) / standard deviation of all x sqrt(p (1 - p)). The question itself is left out of the rest ("corrected"),
 * or every question would go with itself. From -1 to 1; null where everybody answered alike or all the rests are the same.
 */
export function discriminationOf(answered: readonly Answered[], key: string): number | null {
  const rests = answered.filter(({ items }) => items > 1).map((one) => ({ isRight: one.chosen === key, answers: one.answers, ...restOf(one, key) }))
  const answers = sum(rests.map((one) => one.answers))
  const right = rests.filter(({ isRight }) => isRight)
  const ofRight = sum(right.map((one) => one.answers))
  if (ofRight === 0 || ofRight === answers) return null
  const total = sum(rests.map(({ rest }) => rest))
  const variance = sum(rests.map(({ restSquared }) => restSquared)) / answers - (total / answers) ** 2
  // Sums of fractions leave a trace of a variance where there is none.
  if (variance < 1e-12) return null
  const meanRight = sum(right.map(({ rest }) => rest)) / ofRight
  const meanWrong = (total - meanRight * ofRight) / (answers - ofRight)
  const p = ofRight / answers
  const r = ((meanRight - meanWrong) / Math.sqrt(variance)) * Math.sqrt(p * (1 - p))
  return Math.min(1, Math.max(-1, r))
}

/** The sums of the rest of the check as a share of its items, without the question itself. */
function restOf({ chosen, items, answers, right, rightSquared }: Answered, key: string) {
  const own = chosen === key ? 1 : 0
  const others = items - 1
  return { rest: (right - own * answers) / others, restSquared: (rightSquared - 2 * own * right + own * answers) / others ** 2 }
}

/**
 * A question's figures as anybody may see them. Nobody sees another's wrong answers, so no figure here stands for one to four people, and none follows by
 * subtraction: of fewer than five answers nothing is shown; where those right or those wrong are few, only within which bounds the facility lies; and of the
 * answers that are wrong, as many are withheld as it takes. What is said of the question follows from the figures that are shown, so it gives nothing away.
 */
export function statisticsOf(question: Question, answered: readonly Answered[]): QuestionStatistics {
  const key = question.options.find(({ correct }) => correct)?.id ?? ''
  const counts = (chosen: string | null) => sum(answered.filter((one) => one.chosen === chosen).map((one) => one.answers))
  const answers = sum(answered.map((one) => one.answers))
  const [right, wrong] = [counts(key), answers - counts(key)]
  const wrongs = [...question.options.filter(({ id }) => id !== key).map(({ id }) => id), null]
  const hidden = answers === 0 || isFew(answers)
  const split = !hidden && !isFew(right) && !isFew(wrong)
  const { columns } = withhold([{ counted: wrongs.map(counts), people: wrongs.map(() => null) }])
  const shown = (chosen: string | null) => (!split || columns.has(wrongs.indexOf(chosen)) ? null : counts(chosen))
  const told = split && right > 0 && wrong > 0 ? discriminationOf(answered, key) : null
  const figures = {
    id: question.id,
    version: question.version,
    stem: question.stem,
    lesson: question.lesson,
    answers: isFew(answers) ? null : answers,
    enough: answers >= enoughAnswers,
    facility: hidden ? null : facilityBetween(right, wrong),
    discrimination: told === null ? null : Math.round(told * 100) / 100,
    options: question.options.map(({ id, text, correct }) => ({ id, text, correct, chosen: correct ? (split ? right : null) : shown(id) })),
    blank: shown(null),
  }
  return { ...figures, faults: faultsOf(figures) }
}

/** Where those right or wrong are few, any number from one to four of them. */
function facilityBetween(right: number, wrong: number): { from: number; to: number } {
  const answers = right + wrong
  if (isFew(wrong)) return { from: (answers - 4) / answers, to: (answers - 1) / answers }
  if (isFew(right)) return { from: 1 / answers, to: 4 / answers }
  return { from: right / answers, to: right / answers }
}

/** What is wrong with a question, as far as its figures tell; nothing before there are enough answers. */
function faultsOf({
  enough,
  facility,
  discrimination,
  options,
}: Pick<QuestionStatistics, 'enough' | 'facility' | 'discrimination' | 'options'>): QuestionFault[] {
  if (!enough || !facility) return []
  const isHard = facility.to < bounds.hardest
  const isEasy = facility.from > bounds.easiest
  // Hardly anybody right, or hardly anybody wrong: then neither a correlation nor an answer that nobody chose says anything more.
  const unused = !isEasy && options.some(({ correct, chosen }) => !correct && chosen === 0)
  return [
    ...(isHard ? (['too-hard'] as const) : []),
    ...(isEasy ? (['too-easy'] as const) : []),
    ...(discrimination !== null && discrimination < 0 ? (['misleads'] as const) : []),
    ...(!isEasy && discrimination !== null && discrimination >= 0 && discrimination < bounds.discrimination ? (['tells-little'] as const) : []),
    ...(unused ? (['unused-option'] as const) : []),
  ]
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
