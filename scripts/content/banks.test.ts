import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { content } from '#content/content.ts'
import { drawItems, mark } from '#domain/check.ts'

const seeds = fc.integer({ min: 1, max: 0x7fffffff })

describe.each(content.modules.map((compiled) => ({ title: `${compiled.module.id} version ${compiled.module.version}`, ...compiled })))(
  'the bank of $title',
  ({ module, questions }) => {
    const byId = new Map(questions.map((question) => [question.id, question]))
    const outcomes = new Set(module.outcomes.map(({ id }) => id))

    test('whatever the seed, a draw covers every outcome, asks nothing twice, and after it a next draw has as much that is new as the bank allows', () => {
      fc.assert(
        fc.property(seeds, seeds, (first, second) => {
          const drawn = drawItems(questions, module.check, first).map(({ question }) => question)
          expect(new Set(drawn).size).toBe(module.check.items)
          expect(new Set(drawn.map((id) => byId.get(id)?.outcome))).toEqual(outcomes)
          const again = drawItems(questions, module.check, second, new Set(drawn)).map(({ question }) => question)
          expect(new Set(again.map((id) => byId.get(id)?.outcome))).toEqual(outcomes)
          for (const outcome of outcomes) {
            const of = (ids: readonly string[]) => ids.filter((id) => byId.get(id)?.outcome === outcome)
            const unseen = questions.filter((question) => question.outcome === outcome && !drawn.includes(question.id)).length
            const repeated = of(again).filter((id) => drawn.includes(id)).length
            expect(repeated).toBe(Math.max(0, of(again).length - unseen))
          }
        }),
        { numRuns: 60 },
      )
    })

    test('every draw can be passed in full, and is not passed without an answer', () => {
      fc.assert(
        fc.property(seeds, (seed) => {
          const asked = drawItems(questions, module.check, seed).flatMap(({ question }) => byId.get(question) ?? [])
          const right = asked.map((question) => ({ question, chosen: question.options.find(({ correct }) => correct)?.id ?? null }))
          expect(mark(right, module.check)).toMatchObject({ right: module.check.items, passed: true })
          expect(
            mark(
              asked.map((question) => ({ question, chosen: null })),
              module.check,
            ),
          ).toMatchObject({ right: 0, passed: false })
        }),
        { numRuns: 30 },
      )
    })
  },
)
