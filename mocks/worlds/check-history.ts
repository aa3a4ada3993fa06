import { drawItems, type DrawnItem, mark } from '#domain/check.ts'
import { diagnosticRules } from '#domain/diagnostic.ts'
import { settings } from '#domain/settings.ts'
import type { CompiledModule, Question } from '#domain/module.ts'
import type { Draft } from './draft.ts'

/** One try at a knowledge check as a world plans it; an open one is not submitted. */
export interface Try {
  ends: 'failed' | 'passed' | 'open'
  /** It tested out of the module, by the rules that an organisation starts with. */
  diagnostic?: boolean
  startedAt: Date
  submittedAt: Date
}

const asSet = {
  passPercent: settings['diagnostic-pass-percent'].value,
  tries: settings['diagnostic-tries'].value,
  lengthPercent: settings['diagnostic-length-percent'].value,
}

/** Draws, answers and marks somebody's tries as the product would, and notes them. True when one of them passed. */
export function layTries(draft: Draft, personId: string, enrolmentId: string, { module, questions }: CompiledModule, tries: readonly Try[]): boolean {
  const { chance, rows } = draft
  const seen = new Set<string>()
  let passed = false
  for (const [index, { ends, startedAt, submittedAt, diagnostic = false }] of tries.entries()) {
    const rules = diagnostic ? diagnosticRules(module.check, module.outcomes.length, questions.length, asSet) : module.check
    const id = chance.newId(startedAt)
    const seed = chance.whole(1, 0x7fffffff)
    const drawn = drawItems(questions, rules, seed, seen)
    const chosen = chooseAnswers(draft, drawn, questions, rules.passPercent, ends)
    for (const { question } of drawn) seen.add(question)
    const bank = new Map(questions.map((question) => [question.id, question]))
    const answered = drawn.flatMap(({ question }, at) => {
      const asked = bank.get(question)
      return asked ? [{ question: asked, chosen: chosen[at] ?? null }] : []
    })
    const marked = ends === 'open' ? null : mark(answered, rules)
    passed ||= marked?.passed ?? false
    rows.attempt.push({
      id,
      version: 1 + chosen.filter((choice) => choice !== null).length + (marked ? 1 : 0),
      person_id: personId,
      enrolment_id: enrolmentId,
      module_id: module.id,
      module_version: module.version,
      number: diagnostic ? -1 : index + 1,
      seed,
      items: drawn.length,
      started_at: startedAt.toISOString(),
      submitted_at: marked ? submittedAt.toISOString() : null,
      right: marked ? marked.right : null,
      passed: marked ? Number(marked.passed) : null,
      kind: diagnostic ? 'diagnostic' : 'check',
      pass_percent: diagnostic ? rules.passPercent : null,
    })
    for (const [at, { question, questionVersion, options }] of drawn.entries())
      rows.attempt_item.push({
        attempt_id: id,
        position: at + 1,
        question,
        question_version: questionVersion,
        options: options.join(','),
        chosen: chosen[at] ?? null,
        flagged: Number(chance.happens(8)),
      })
    const entry = { record: 'attempt', recordId: id, personId }
    const begun = { field: module.title, from: null, to: diagnostic ? module.version : index + 1 }
    draft.note(startedAt, personId, { ...entry, action: diagnostic ? 'diagnostic-started' : 'check-started', changes: [begun] })
    if (marked)
      draft.note(submittedAt, personId, {
        ...entry,
        action: diagnostic ? 'diagnostic-passed' : 'check-submitted',
        changes: [
          { field: module.title, from: null, to: module.version },
          { field: 'passed', from: null, to: marked.passed },
        ],
      })
  }
  return passed
}

/**
 * Answers that end as they should: enough right ones to pass, or too few; an open try has its second half still blank. What somebody does not know is
 * rather what is hard, and the mistake that most make is made by most, as in life: or the statistics of questions would say that none tells anything.
 */
function chooseAnswers({ chance }: Draft, drawn: readonly DrawnItem[], bank: readonly Question[], passPercent: number, ends: Try['ends']) {
  const needed = Math.ceil((passPercent * drawn.length) / 100)
  const right = ends === 'failed' ? Math.max(0, needed - chance.whole(1, 3)) : chance.whole(needed, drawn.length)
  const luck = chance.shuffle([...drawn.keys()])
  const hardness = (index: number) => traitOf(drawn[index]?.question ?? '') % 10
  const easiest = [...drawn.keys()].toSorted((a, b) => hardness(a) + luck.indexOf(a) - hardness(b) - luck.indexOf(b))
  const knows = new Set(easiest.slice(0, right))
  return drawn.map(({ question }, index) => {
    if (ends === 'open' && index >= drawn.length / 2) return null
    const options = (bank.find(({ id }) => id === question)?.options ?? []).filter(({ correct }) => correct === knows.has(index))
    return chance.pick(knows.has(index) ? options : temptingOf(question, options)).id
  })
}

/** A number that belongs to a question, the same on every day. */
const traitOf = (id: string): number => id.split('').reduce((trait, letter) => (trait * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7)

/** The wrong answers of a question as often as they tempt: one more than the others, and of some questions one nobody. */
function temptingOf<T>(question: string, wrong: readonly T[]): T[] {
  const [most, ...others] = wrong
  const left = traitOf(question) % 5 === 0 && others.length > 1 ? others.slice(1) : others
  return most === undefined ? [] : [most, most, most, ...left]
}
