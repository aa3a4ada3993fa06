import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aModule } from '#testing/module.ts'
import { bankLacks, drawItems, inUse, mark, markedAgain, questionKey } from './check.ts'

const { module, questions } = aModule()
const rules = module.check
const seeds = fc.integer({ min: 1, max: 0x7fffffff })
const byId = new Map(questions.map((question) => [question.id, question]))

test('a draw is a pure function of bank, rules and seed', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      expect(drawItems(questions, rules, seed)).toEqual(drawItems(questions, rules, seed))
    }),
  )
})

test('a draw covers every outcome as evenly as its items allow and asks nothing twice', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const drawn = drawItems(questions, rules, seed)
      expect(new Set(drawn.map(({ question }) => question)).size).toBe(rules.items)
      const counts = Object.values(Object.groupBy(drawn, ({ question }) => byId.get(question)?.outcome ?? '')).map((group) => group?.length ?? 0)
      expect(counts).toHaveLength(module.outcomes.length)
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
    }),
  )
})

test('a draw shows every option of a question once, in an order of its own', () => {
  fc.assert(fc.property(seeds, (seed) => drawItems(questions, rules, seed).every(({ options }) => options.toSorted().join() === 'a,b,c,d')))
  const orders = new Set(drawItems(questions, rules, 7).map(({ options }) => options.join()))
  expect(orders.size).toBeGreaterThan(1)
})

test('a next draw prefers questions that were not seen', () => {
  fc.assert(
    fc.property(seeds, seeds, (first, second) => {
      const seen = new Set(drawItems(questions, rules, first).map(({ question }) => question))
      expect(drawItems(questions, rules, second, seen).filter(({ question }) => seen.has(question))).toEqual([])
    }),
  )
})

test('a bank smaller than the check is refused', () => {
  expect(() => drawItems(questions.slice(0, 9), rules, 1)).toThrow(RangeError)
})

test('eight of ten right is a pass at 80%, seven is not, and a blank is wrong', () => {
  const answered = (right: number) =>
    questions.slice(0, 10).map((question, index) => ({ question, chosen: index < right ? 'b' : index === 9 ? null : 'a' }))
  expect(mark(answered(8), rules)).toMatchObject({ right: 8, passed: true })
  expect(mark(answered(7), rules)).toMatchObject({ right: 7, passed: false })
})

test('one more right answer never lowers a mark', () => {
  const answers = fc.array(fc.constantFrom('a', 'b', null), { minLength: 10, maxLength: 10 })
  fc.assert(
    fc.property(answers, fc.nat(9), (chosen, at) => {
      const items = (list: (string | null)[]) => list.map((option, index) => ({ question: questions[index]!, chosen: option })) // the bank has more than ten
      const before = mark(items(chosen), rules)
      const after = mark(items(chosen.with(at, 'b')), rules)
      expect(after.right).toBeGreaterThanOrEqual(before.right)
      expect(before.passed && !after.passed).toBe(false)
    }),
  )
})

const choices = fc.constantFrom('a', 'b', 'c', 'd', null)
/** Ten items as somebody answered them, some of whose questions are withdrawn. */
const answered = fc
  .tuple(fc.array(choices, { minLength: 10, maxLength: 10 }), fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }))
  .map(([chosen, gone]) => chosen.map((option, index) => ({ question: questions[index]!, chosen: option, withdrawn: gone[index]! }))) // the bank has more than ten

test('marking is a pure function of the pinned questions, the answers and what is withdrawn', () => {
  fc.assert(
    fc.property(answered, (items) => {
      const copy = structuredClone(items)
      expect(mark(items, rules)).toEqual(mark(copy, rules))
      expect(items).toEqual(copy)
    }),
  )
})

test('a withdrawn question counts as right whatever was answered, and each one withdrawn more never lowers a mark', () => {
  fc.assert(
    fc.property(answered, fc.nat(9), (items, at) => {
      const before = mark(items, rules)
      const after = mark(items.with(at, { ...items[at]!, withdrawn: true }), rules)
      const blank = mark(items.with(at, { ...items[at]!, withdrawn: true, chosen: null }), rules)
      expect(after).toEqual(blank)
      expect(after.right - before.right).toBeGreaterThanOrEqual(0)
      expect(after.right - before.right).toBeLessThanOrEqual(1)
      expect(before.passed && !after.passed).toBe(false)
    }),
  )
})

test('a re-mark never lowers a result, whatever the result was, and made again it changes nothing', () => {
  const results = fc.record({ right: fc.nat(10), passed: fc.boolean() })
  fc.assert(
    fc.property(results, answered, (before, items) => {
      const once = markedAgain(before, mark(items, rules))
      expect(once.right).toBeGreaterThanOrEqual(before.right)
      expect(before.passed && !once.passed).toBe(false)
      expect(markedAgain(once, mark(items, rules))).toEqual(once)
    }),
  )
})

test('in whatever order questions are withdrawn and tries marked again, the result is the same', () => {
  fc.assert(
    fc.property(fc.array(choices, { minLength: 10, maxLength: 10 }), fc.uniqueArray(fc.nat(9)), (chosen, order) => {
      const items = (gone: readonly number[]) =>
        chosen.map((option, index) => ({ question: questions[index]!, chosen: option, withdrawn: gone.includes(index) }))
      const stepwise = order.reduce((result, _at, step) => markedAgain(result, mark(items(order.slice(0, step + 1)), rules)), mark(items([]), rules))
      expect(stepwise).toEqual(mark(items(order), rules))
    }),
  )
})

test('what is withdrawn is never drawn again, and every outcome is still covered for as long as the bank will do', () => {
  fc.assert(
    fc.property(seeds, fc.uniqueArray(fc.nat(23), { maxLength: 20 }), (seed, gone) => {
      const withdrawn = new Set(gone.map((index) => questionKey(questions[index]!.id, 1)))
      const left = inUse(questions, withdrawn)
      const outcomes = module.outcomes.map(({ id }) => id)
      const lacks = bankLacks(left, outcomes, rules)
      if (lacks.length > 0) {
        const thin = outcomes.filter((outcome) => left.filter((question) => question.outcome === outcome).length < 2)
        expect(lacks.length).toBe(thin.length + (left.length < rules.items ? 1 : 0))
        return
      }
      const drawn = drawItems(left, rules, seed)
      expect(drawn.filter((item) => withdrawn.has(questionKey(item.question, item.questionVersion)))).toEqual([])
      expect(new Set(drawn.map(({ question }) => byId.get(question)?.outcome))).toEqual(new Set(outcomes))
    }),
  )
})
