import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyFramework } from '#testing/any-framework.ts'
import { aFramework } from '#testing/framework.ts'
import { orderFaults, skillsCiting, withOrder } from './framework-editing.ts'
import { type Framework, skillsIn } from './framework.ts'

const orderOf = ({ domains }: Framework) => domains.map(({ skills, ...words }) => ({ ...words, skills: skills.map(({ id }) => id) }))

test('the order that a framework has changes nothing, and any other keeps every skill with its words', () => {
  fc.assert(
    fc.property(anyFramework, fc.nat(), (framework, seed) => {
      const order = orderOf(framework)
      expect(orderFaults(framework, order)).toEqual([])
      expect(withOrder(framework, order)).toEqual(framework)
      const all = order
        .flatMap(({ skills }) => skills)
        .toSorted((a, b) => (((a.codePointAt(2) ?? 0) * seed) % 7) - (((b.codePointAt(2) ?? 0) * seed) % 7))
      const moved = order.map((domain, index) => ({ ...domain, skills: index === 0 ? all : [] }))
      expect(orderFaults(framework, moved)).toEqual([])
      const after = withOrder(framework, moved)
      const byId = (one: Framework) => skillsIn(one).toSorted((a, b) => a.id.localeCompare(b.id))
      expect(byId(after)).toEqual(byId(framework))
    }),
  )
})

test('a source is cited by the skills that name it and by those whose reason has it in brackets, alone or among others', () => {
  const framework = aFramework()
  const [first, second] = skillsIn(framework)
  if (!first || !second) throw new Error('The framework of the tests has skills')
  for (const skill of skillsIn(framework)) Object.assign(skill, { sources: ['S01'], why: 'Plain' })
  first.sources.push('S4')
  second.why = 'Some say so [S01, S4], some do not [S48].'
  expect(skillsCiting(framework, 'S4').map(({ id }) => id)).toEqual([first.id, second.id])
})
