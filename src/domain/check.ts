import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import type { CheckRules, Question } from './module.ts'

export interface DrawnItem {
  question: string
  questionVersion: number
  /** Option ids in the order they are shown. */
  options: string[]
}

/**
 * The items of one attempt, a pure function of the bank, the rules and the seed. Every outcome is covered as evenly as the number of items allows;
 * questions not in `seen` come first, so that a next try draws anew.
 * @throws RangeError when the bank has fewer questions than the check asks.
 */
export function drawItems(
  bank: readonly Question[],
  rules: Pick<CheckRules, 'items'>,
  seed: number,
  seen: ReadonlySet<string> = new Set(),
): DrawnItem[] {
  if (bank.length < rules.items) throw new RangeError(`A check of ${rules.items} items needs a bank of at least as many, not ${bank.length}`)
  const shuffle = shuffler(seed)
  const outcomes = shuffle([...new Set(bank.map(({ outcome }) => outcome))])
  const piles = outcomes.map((outcome) => {
    const pile = shuffle(bank.filter((question) => question.outcome === outcome))
    return [...pile.filter(({ id }) => !seen.has(id)), ...pile.filter(({ id }) => seen.has(id))]
  })
  const drawn: Question[] = []
  for (let turn = 0; drawn.length < rules.items; turn++) {
    const question = piles[turn % piles.length]?.shift()
    if (question) drawn.push(question)
  }
  return shuffle(drawn).map(({ id, version, options }) => ({
    question: id,
    questionVersion: version,
    options: shuffle(options.map((option) => option.id)),
  }))
}

/** An item as it was answered; `withdrawn` once its question was found to be a bad one. */
export interface AnsweredItem {
  question: Question
  chosen: string | null
  withdrawn?: boolean
}

export interface Marked {
  right: number
  passed: boolean
}

/** Whether the option chosen is the correct one. A blank is not. */
export const isRight = ({ question, chosen }: AnsweredItem): boolean => question.options.some(({ id, correct }) => correct && id === chosen)

/**
 * Marks the answers against the pinned questions. An item left blank is wrong. A withdrawn question counts as right for everybody who was asked it, whatever
 * they answered: it can tell nothing of what they know, and leaving it out would lower those who had it right.
 */
export function mark(items: readonly AnsweredItem[], rules: Pick<CheckRules, 'passPercent'>): Marked {
  const right = items.filter((item) => item.withdrawn || isRight(item)).length
  return { right, passed: right * 100 >= rules.passPercent * items.length }
}

/** A result marked again: it may rise and never falls, and a pass stays one. */
export const markedAgain = (before: Marked, now: Marked): Marked => ({
  right: Math.max(before.right, now.right),
  passed: before.passed || now.passed,
})

/** What names one version of one question. */
export const questionKey = (id: string, version: number): string => `${id} ${version}`

/** The questions that may still be drawn. */
export const inUse = (bank: readonly Question[], withdrawn: ReadonlySet<string>): Question[] =>
  bank.filter(({ id, version }) => !withdrawn.has(questionKey(id, version)))

type BankLack = { kind: 'too-few'; left: number; needs: number } | { kind: 'outcome'; outcome: string; left: number; needs: number }

/** A diagnostic covers each outcome so many times, and a check at least once. */
export const leastOfOutcome = 2

/** What a bank lacks for a check, or a diagnostic, to be drawn from it. An empty list means that it will do. */
export function bankLacks(bank: readonly Question[], outcomes: readonly string[], rules: Pick<CheckRules, 'items'>): BankLack[] {
  const thin = outcomes
    .map((outcome) => ({
      kind: 'outcome' as const,
      outcome,
      left: bank.filter((question) => question.outcome === outcome).length,
      needs: leastOfOutcome,
    }))
    .filter(({ left, needs }) => left < needs)
  return [...(bank.length < rules.items ? [{ kind: 'too-few' as const, left: bank.length, needs: rules.items }] : []), ...thin]
}

function shuffler(seed: number) {
  const generator = xoroshiro128plus(seed)
  return <T>(things: readonly T[]): T[] => {
    const shuffled = [...things]
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = uniformInt(generator, 0, last)
      const kept = shuffled[last] as T // both indexes lie inside the array
      shuffled[last] = shuffled[other] as T
      shuffled[other] = kept
    }
    return shuffled
  }
}
