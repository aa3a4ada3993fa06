import { content } from '#content/content.ts'
import { drawItems, mark } from '#domain/check.ts'
import type { CompiledModule } from '#domain/module.ts'
import { median, ms, race } from './measure.ts'

const many = 10_000
const rounds = 7

/**
 * Drawing and marking ten thousand attempts, against the least that could be called so: as many items drawn by chance alone, with neither seed nor outcomes,
 * and their answers compared. In this process, without a database. It has no budget of its own: the ratio says what fairness and repeatability cost.
 */
export async function attempts(): Promise<void> {
  console.log(`Drawing and marking ${many.toLocaleString('en-GB')} attempts`)
  const modules = content.modules
  const runs = await race(
    {
      ours: async () => modules.reduce((right, compiled) => right + drawAndMark(compiled, Math.ceil(many / modules.length)), 0),
      least: async () => modules.reduce((right, compiled) => right + drawPlainly(compiled, Math.ceil(many / modules.length)), 0),
    },
    ['all modules'],
    rounds,
  )
  const of = (name: 'ours' | 'least') => median(runs.filter((run) => run.name === name).map((run) => run.ms))
  console.log(`  ours ${ms(of('ours'))} in all, ${((of('ours') * 1000) / many).toFixed(1)} µs each; the least ${ms(of('least'))}`)
  console.log(`  ours against the least: ${(of('ours') / of('least')).toFixed(2)} x\n`)
}

function drawAndMark({ module, questions }: CompiledModule, times: number): number {
  const bank = new Map(questions.map((question) => [question.id, question]))
  let right = 0
  for (let seed = 1; seed <= times; seed++) {
    const answers = drawItems(questions, module.check, seed).flatMap(({ question, options }) => {
      const asked = bank.get(question)
      return asked ? [{ question: asked, chosen: options[0] ?? null }] : []
    })
    right += mark(answers, module.check).right
  }
  return right
}

function drawPlainly({ module, questions }: CompiledModule, times: number): number {
  let right = 0
  for (let time = 0; time < times; time++)
    for (let item = 0; item < module.check.items; item++) {
      const { options } = questions[Math.floor(Math.random() * questions.length)] ?? { options: [] }
      const chosen = options[Math.floor(Math.random() * options.length)]
      if (chosen?.correct) right++
    }
  return right
}
