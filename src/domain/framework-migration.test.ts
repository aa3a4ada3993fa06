import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aFramework } from '#testing/framework.ts'
import { type Framework, needsOfAll, skillsIn } from './framework.ts'
import { countsIn, moved } from './framework-migration.ts'
import { standingsFor } from './skill-gaps.ts'

const skill = (framework: Framework, id: string) => skillsIn(framework).find((one) => one.id === id)

/** Each edit changes one thing of a framework; many together make another version of it. */
const edits = fc.array(
  fc.record({
    id: fc.constantFrom('1.1', '3.3', '5.1'),
    what: fc.constantFrom('indicator', 'evidence', 'name', 'drop-level', 'drop-skill'),
    at: fc.integer({ min: 0, max: 3 }),
  }),
  { maxLength: 4 },
)
type Edits = typeof edits extends fc.Arbitrary<infer T> ? T : never

function edited(version: number, changes: Edits): Framework {
  const framework = aFramework(version)
  for (const { id, what, at } of changes) {
    const one = skill(framework, id)
    if (what === 'drop-skill') for (const domain of framework.domains) domain.skills = domain.skills.filter((held) => held.id !== id)
    else if (what === 'drop-level') one?.levels.splice(at, 1)
    else if (one && what === 'name') one.name = 'Another name'
    else Object.assign(one?.levels[at] ?? {}, { [what]: `New words ${at}` })
  }
  return framework
}

/** Levels of a few skills, several of each, given against the versions that somebody was on by then. */
const history = (newest: number) =>
  fc
    .array(
      fc.record({
        skill: fc.constantFrom('1.1', '3.3', '5.1', '9.9'),
        level: fc.integer({ min: 0, max: 4 }),
        frameworkVersion: fc.integer({ min: 1, max: newest }),
      }),
      { maxLength: 12 },
    )
    .map((given) =>
      given
        .toSorted((a, b) => a.frameworkVersion - b.frameworkVersion)
        .map((one, index) => ({ ...one, id: `r${index}`, confidence: null, reflection: '', at: `2026-11-${10 + index}` })),
    )

test('a move never raises a level that was said or verified, nor closes a gap, however many levels somebody has of a skill', () => {
  const roles = ['chair', 'author', 'adviser'] as const
  fc.assert(
    fc.property(history(2), history(2), edits, edits, (ratings, verified, first, second) => {
      const versions = [aFramework(1), edited(2, first), edited(3, second)]
      const at = (version: number) => versions[version - 1] ?? aFramework(1)
      const on = (version: number) => {
        const counts = countsIn(at(version), at, [1, 2])
        return standingsFor(needsOfAll(at(version), roles), ratings, verified, new Set(), counts)
      }
      const before = new Map(on(2).map((standing) => [standing.skill, standing]))
      const known = new Set(skillsIn(at(2)).map(({ id }) => id))
      for (const { skill: id, self, verified: found, gap } of on(3)) {
        // What version 2 did not have had no level in it.
        const was = before.get(id)
        expect(self?.level ?? -1).toBeLessThanOrEqual(was?.self?.level ?? -1)
        expect(found?.level ?? -1).toBeLessThanOrEqual(was?.verified?.level ?? -1)
        if (known.has(id)) expect(gap?.levels ?? 0).toBeGreaterThanOrEqual(was?.gap?.levels ?? 0)
      }
    }),
    { numRuns: 500 },
  )
})

test('moving carries the newest level of each skill or asks for it again, and an older one never stands in for it', () => {
  fc.assert(
    fc.property(history(1), edits, (ratings, changes) => {
      const to = edited(2, changes)
      const { carried, again } = moved(
        ratings,
        countsIn(to, () => aFramework(1)),
      )
      const newest = [...new Set(ratings.map((one) => one.skill))].map((id) => ratings.findLast((one) => one.skill === id))
      expect(new Set([...carried, ...again])).toEqual(new Set(newest))
      for (const one of carried)
        if (one.level > 0)
          expect(skill(to, one.skill)?.levels.find(({ level }) => level === one.level)).toEqual(
            skill(aFramework(1), one.skill)?.levels[one.level - 1],
          )
        else expect(skill(to, one.skill)).toBeDefined()
    }),
  )
})

const rewordedAt = (level: number, version = 2) => edited(version, [{ id: '1.1', what: 'indicator', at: level - 1 }])
const given = (level: number, frameworkVersion = 1) => ({ skill: '1.1', level, frameworkVersion })

test('a reworded level is asked for again; another level of that skill is carried', () => {
  const counts = countsIn(rewordedAt(3), () => aFramework(1))
  expect(moved([given(3)], counts)).toEqual({ carried: [], again: [given(3)] })
  for (const level of [0, 2, 4]) expect(moved([given(level)], counts)).toEqual({ carried: [given(level)], again: [] })
})

test('somebody verified at 3 and later at 2 has no level once the words of 2 change: the old 3 does not come back', () => {
  const counts = countsIn(rewordedAt(2), () => aFramework(1))
  expect(moved([given(3), given(2)], counts)).toEqual({ carried: [], again: [given(2)] })
})

test('a level that was lost on the way does not come back with its words, and counts for whoever never was on that version', () => {
  const versions = [aFramework(1), rewordedAt(3), aFramework(3)]
  const at = (version: number) => versions[version - 1] ?? aFramework(1)
  expect(countsIn(at(3), at, [1, 2])(given(3))).toBe(false)
  expect(countsIn(at(3), at, [1])(given(3))).toBe(true)
})
