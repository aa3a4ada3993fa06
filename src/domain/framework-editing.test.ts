import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyFramework } from '#testing/any-framework.ts'
import { aFramework } from '#testing/framework.ts'
import { orderFaults, skillsCiting, withOrder } from './framework-editing.ts'
import { type Framework, skillsIn } from './framework.ts'

const orderOf = ({ domains }: Framework) => domains.map(({ skills, ...words }) => ({ ...words, skills: skills.map(({ id }) => id) }))

/** A framework, and its skills in any order, all of them in any one domain. */
const reordered = anyFramework
  .filter(({ domains }) => domains.length > 0)
  .chain((framework) => {
    const skills = skillsIn(framework).map(({ id }) => id)
    return fc.record({
      framework: fc.constant(framework),
      skills: fc.shuffledSubarray(skills, { minLength: skills.length }),
      home: fc.nat(framework.domains.length - 1),
    })
  })

test('the order that a framework has changes nothing, and any other keeps every skill with its words', () => {
  fc.assert(
    fc.property(reordered, ({ framework, skills, home }) => {
      const order = orderOf(framework)
      expect(withOrder(framework, order)).toEqual(framework)
      const moved = order.map((domain, index) => ({ ...domain, name: 'Named', skills: index === home ? skills : [] }))
      expect(orderFaults(framework, moved)).toEqual([])
      const byId = (one: Framework) => skillsIn(one).toSorted((a, b) => a.id.localeCompare(b.id))
      expect(byId(withOrder(framework, moved))).toEqual(byId(framework))
      if (skills.length > 0)
        expect(
          orderFaults(
            framework,
            moved.map((domain) => ({ ...domain, skills: domain.skills.slice(1) })),
          ),
        ).toHaveLength(1)
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
