import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aModule } from '#testing/module.ts'
import { drawItems, mark } from './check.ts'

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
