import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyFramework } from '#testing/any-framework.ts'
import { aFramework } from '#testing/framework.ts'
import { type Framework, skillsIn } from './framework.ts'
import { changesFor, frameworkChanges } from './framework-changes.ts'
import { versionOf } from './framework-migration.ts'
import { faultsIn, frameworkMoves, movesByHand, outcomeOf, stateOn } from './framework-version.ts'

const edited = (edit: (framework: Framework) => void, version = 2): Framework => {
  const copy = structuredClone(aFramework(version))
  edit(copy)
  return copy
}
const skill = (framework: Framework, id: string) => {
  const found = skillsIn(framework).find((one) => one.id === id)
  if (!found) throw new Error(`The framework has no skill ${id}`)
  return found
}

test('equal frameworks have no changes, whatever their numbers', () => {
  fc.assert(
    fc.property(anyFramework, (framework) => {
      expect(frameworkChanges(framework, { ...framework, version: framework.version + 1 })).toEqual([])
    }),
  )
})

test('what is added one way round is removed the other, and what is reworded is reworded both ways', () => {
  fc.assert(
    fc.property(anyFramework, anyFramework, (one, other) => {
      const of = (changes: ReturnType<typeof frameworkChanges>, kind: string) =>
        changes
          .filter((change) => change.kind === kind)
          .map(({ of: what, id, level }) => `${what} ${id} ${level}`)
          .toSorted()
      const [there, back] = [frameworkChanges(one, other), frameworkChanges(other, one)]
      expect(of(there, 'added')).toEqual(of(back, 'removed'))
      expect(of(there, 'removed')).toEqual(of(back, 'added'))
      expect(of(there, 'reworded')).toEqual(of(back, 'reworded'))
      expect(of(there, 'moved')).toEqual(of(back, 'moved'))
    }),
  )
})

test('a skill put into another domain is moved, not removed and added', () => {
  const draft = edited(({ domains }) => domains[2]?.skills.push(...(domains[1]?.skills.splice(0, 1) ?? [])))
  expect(frameworkChanges(aFramework(), draft)).toEqual([
    { kind: 'moved', of: 'skill', id: '3.3', name: 'Chairing', level: null, fields: [{ field: 'domain', from: 'd3', to: 'd5' }] },
  ])
})

test('a reworded level says which, with both wordings; a bar says which level it asks now', () => {
  const draft = edited((framework) => {
    Object.assign(skill(framework, '1.1').levels[2] ?? {}, { indicator: 'Listens first' })
    Object.assign(framework.bars[0] ?? {}, { elsewhere: 1 })
  })
  const changes = frameworkChanges(aFramework(), draft)
  expect(changes.map(({ of, id, level, fields }) => [of, id, level, fields[0]?.from, fields[0]?.to])).toEqual([
    ['bar', 'chair', null, '2', '1'],
    ['level', '1.1', 3, 'Does fairness at level 3', 'Listens first'],
  ])
  expect(changesFor(changes, new Set(['1.1']))).toHaveLength(1)
  expect(changesFor(changes, new Set(['5.1']))).toEqual([])
})

test('another order of the skills in a domain is a change', () => {
  const added = (framework: Framework) => framework.domains[0]?.skills.push({ ...skill(framework, '1.1'), id: '1.2' })
  const before = edited(added, 1)
  const after = edited((framework) => {
    added(framework)
    framework.domains[0]?.skills.reverse()
  })
  expect(frameworkChanges(before, after)).toMatchObject([{ kind: 'moved', of: 'domain', id: 'd1', fields: [{ from: '1.1, 1.2', to: '1.2, 1.1' }] }])
})

test('a whole framework has no faults', () => expect(faultsIn(aFramework())).toEqual([]))

test.each<[string, (framework: Framework) => void, string, RegExp]>([
  ['a level that is missing', (one) => skill(one, '1.1').levels.pop(), '/domains/0/skills/0/levels', /Level 4 is missing/],
  [
    'a level without evidence',
    (one) => Object.assign(skill(one, '3.3').levels[1] ?? {}, { evidence: ' ' }),
    '/domains/1/skills/0/levels/1/evidence',
    /level 2/,
  ],
  [
    'a level without words',
    (one) => Object.assign(skill(one, '3.3').levels[0] ?? {}, { indicator: '' }),
    '/domains/1/skills/0/levels/0/indicator',
    /level 1/,
  ],
  ['a skill without a source', (one) => skill(one, '1.1').sources.pop(), '/domains/0/skills/0/sources', /at least one source/],
  ['a source that is not there', (one) => skill(one, '1.1').sources.push('S99'), '/domains/0/skills/0/sources/1', /no source S99/],
  [
    'a reason that cites a source which the skill does not name',
    (one) => {
      one.sources.push({ id: 'S48', title: 'Another source', address: null })
      skill(one, '1.1').why += ' Some say so [S01, S48], some do not [sic].'
    },
    '/domains/0/skills/0/why',
    /cites \[S48\]/,
  ],
  ['a reason that cites a source which is nowhere', (one) => (skill(one, '3.3').why += ' [S99]'), '/domains/1/skills/0/why', /cites \[S99\]/],
  ['a skill without a role', (one) => skill(one, '5.1').roles.pop(), '/domains/2/skills/0/roles', /at least one role/],
  ['a role without a bar', (one) => one.bars.splice(2, 1), '/domains/0/skills/0/roles/2/role', /No bar/],
  ['an id used twice', (one) => one.domains[1]?.skills.push(structuredClone(skill(one, '1.1'))), '/domains/1/skills/1/id', /Two skills/],
  ['a bar for a domain that is not there', (one) => one.bars[0]?.core.domains.push('d9'), '/bars/0/core/domains/2', /d9/],
  ['no skills at all', (one) => one.domains.forEach((domain) => domain.skills.splice(0)), '/domains', /Add a skill/],
  ['a level of the scale without a meaning', (one) => one.levels.pop(), '/levels', /level 4/],
])('%s is a fault, with its place', (_what, edit, pointer, detail) => {
  expect(faultsIn(edited(edit))).toMatchObject([{ pointer, detail: expect.stringMatching(detail) }])
})

test('nobody is moved by a publication: only by rating against it, or by agreeing', () => {
  expect(versionOf([], [], 3)).toBe(3)
  expect(versionOf([1], [], 3)).toBe(1)
  expect(versionOf([1], [2], 3)).toBe(2)
})

test('one request for changes stops a round, every sign-off approves it, and nobody asked approves nothing', () => {
  expect(outcomeOf([])).toBe('in-review')
  expect(outcomeOf([{ state: 'signed-off' }, { state: 'asked' }])).toBe('in-review')
  expect(outcomeOf([{ state: 'signed-off' }, { state: 'changes-requested' }])).toBe('changes-requested')
  expect(outcomeOf([{ state: 'signed-off' }, { state: 'signed-off' }])).toBe('approved')
})

test('no hand approves a draft, and nothing is published that was not approved', () => {
  for (const [state, moves] of Object.entries(frameworkMoves)) {
    expect(movesByHand(state as 'draft')).not.toContain('approved')
    expect(moves.includes('published')).toBe(state === 'approved')
  }
})

test('a version is retired from its day on', () => {
  expect(stateOn('2026-12-31', 'published', '2027-01-01')).toBe('published')
  expect(stateOn('2027-01-01', 'published', '2027-01-01')).toBe('retired')
  expect(stateOn('2027-01-01', 'draft', null)).toBe('draft')
})
