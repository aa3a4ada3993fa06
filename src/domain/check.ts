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
export function drawItems(bank: readonly Question[], rules: CheckRules, seed: number, seen: ReadonlySet<string> = new Set()): DrawnItem[] {
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

export interface Marked {
  right: number
  passed: boolean
  /** For each item in order, whether the option chosen is the correct one. */
  items: boolean[]
}

/** Marks the answers against the pinned questions. An item left blank is wrong. */
export function mark(items: readonly { question: Question; chosen: string | null }[], rules: CheckRules): Marked {
  const marked = items.map(({ question, chosen }) => question.options.some(({ id, correct }) => correct && id === chosen))
  const right = marked.filter(Boolean).length
  return { right, passed: right * 100 >= rules.passPercent * items.length, items: marked }
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
