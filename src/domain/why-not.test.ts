import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aCapacity, aWanted } from '#testing/any-capacity.ts'
import type { RosterFilters } from './person.ts'
import { type RosterFacts, type RosterRules, type WhyNotFix, whyNotOn } from './why-not.ts'

const today = '2026-11-23'
const need = (skill: string, level: number, core: boolean) => ({ skill, title: skill, level, core })
const rules: RosterRules = {
  today,
  needs: { chair: [need('1.1', 3, true), need('3.3', 2, false)], author: [need('5.1', 3, true)], adviser: [] },
  titleOf: (skill) => skill,
  wanted: null,
  dueBy: null,
}
const nobody: RosterFacts = {
  nameKey: 'amara okafor',
  region: 'london',
  travelsTo: ['north-east'],
  roles: ['chair'],
  standing: 'active',
  standingRecord: { id: 's1', from: '2025-03-03' },
  training: 'completed',
  lapsed: null,
  specialisms: ['neglect', 'family courts'],
  tags: [],
  levels: new Map(),
  ties: null,
  readiness: [],
  capacity: { offer: { daysAMonth: 6, mostReviews: 2, months: [] }, commitments: [], availability: [] },
  firstDue: null,
}

test('a reason names the rule, since when, the record behind it and what to ask instead', () => {
  expect(whyNotOn(nobody, { region: 'north-east', standing: 'paused' }, rules)).toMatchObject([
    {
      filter: 'region',
      rule: 'region',
      has: 'london',
      fixes: [
        { kind: 'ask', filters: { travels: 'yes' } },
        { kind: 'ask', filters: { region: 'london' } },
      ],
    },
    { filter: 'standing', has: 'active', from: '2025-03-03', record: { kind: 'person_standing', id: 's1' } },
  ])
})

test('somebody who travels to a region is on its list once that is asked, and not on that of another', () => {
  expect(whyNotOn(nobody, { region: 'north-east', travels: 'yes' }, rules)).toEqual([])
  expect(whyNotOn(nobody, { region: 'south-west', travels: 'yes' }, rules)).toMatchObject([
    { rule: 'region', fixes: [{ kind: 'ask', filters: { region: 'london' } }] },
  ])
})

test('somebody is found by all words of one thing they know, and not by words of two', () => {
  expect(whyNotOn(nobody, { specialism: 'Courts, family' }, rules)).toEqual([])
  expect(whyNotOn(nobody, { specialism: 'neglect courts' }, rules)).toMatchObject([
    { rule: 'specialism', fixes: [{ filters: { specialism: null } }] },
  ])
})

test('whoever only works here is on no list, and nothing that is asked changes that', () => {
  expect(whyNotOn({ ...nobody, standing: null }, {}, rules)).toMatchObject([{ rule: 'not-on-roster', fixes: [] }])
})

test('a tie says until when it counts; what is not known says what would make it known', () => {
  const tie = { organisation: 'Kent Police', how: 'employer' as const, why: 'ended-lately' as const, countsUntil: '2028-05-01' }
  expect(whyNotOn({ ...nobody, ties: { kind: 'tie', ties: [tie] } }, { ties: 'kent-police' }, rules)).toMatchObject([
    {
      rule: 'tie',
      to: '2028-05-01',
      fixes: [
        { kind: 'wait-until', on: '2028-05-01' },
        { kind: 'ask', filters: { tied: 'tie' } },
      ],
    },
  ])
  const unknown = { kind: 'not-known' as const, why: ['never-declared' as const, 'unmatched' as const], unmatched: ['a1'] }
  expect(whyNotOn({ ...nobody, ties: unknown }, { ties: 'kent-police' }, rules)[0]?.fixes.map(({ kind }) => kind)).toEqual([
    'declare',
    'match-affiliations',
    'ask',
  ])
})

test('affiliations of somebody who is not in checks yet are theirs alone, so they are on no list that asks about ties', () => {
  expect(whyNotOn({ ...nobody, standing: 'applicant', ties: { kind: 'none' } }, { ties: 'kent-police' }, rules)).toMatchObject([{ rule: 'hidden' }])
})

const filters: fc.Arbitrary<RosterFilters> = fc.record(
  {
    meets: fc.constantFrom('chair', 'author'),
    coreAt: fc.constantFrom('chair-3', 'author-4'),
    skill: fc.constantFrom('1.1', '7.1'),
    left: fc.constantFrom('1', '2', '3'),
  },
  { requiredKeys: [] },
)

/** The facts after somebody did what a fix says; null for one that is about what is asked and not about what is on record. */
function mended(facts: RosterFacts, fix: WhyNotFix): RosterFacts | null {
  const { capacity } = facts
  switch (fix.kind) {
    case 'verify-skills':
      return { ...facts, levels: new Map([...facts.levels, ...fix.items.map(({ skill, level }) => [skill, level] as const)]) }
    case 'state-capacity':
      return { ...facts, capacity: { ...capacity, offer: { daysAMonth: 22, mostReviews: 9, months: [] } } }
    case 'end-reviews': {
      const running = capacity.commitments.filter(({ from, to }) => from <= today && (to === null || to >= today)).slice(0, fix.many)
      return { ...facts, capacity: { ...capacity, commitments: capacity.commitments.filter((one) => !running.includes(one)) } }
    }
    case 'make-room':
      return { ...facts, capacity: { offer: { daysAMonth: 22, mostReviews: 9, months: [] }, commitments: [], availability: [] } }
    default:
      return null
  }
}

test('doing what a reason says would lift it lifts it, whatever else is on record', () => {
  fc.assert(
    fc.property(
      aCapacity,
      aWanted,
      filters,
      fc.dictionary(fc.constantFrom('1.1', '3.3', '5.1'), fc.integer({ min: 0, max: 4 })),
      (capacity, wanted, asked, levels) => {
        const facts = { ...nobody, capacity, levels: new Map(Object.entries(levels)) }
        const by = { ...rules, wanted }
        for (const { filter, fixes } of whyNotOn(facts, asked, by)) {
          for (const fix of fixes) {
            const after = mended(facts, fix)
            if (after)
              expect(
                whyNotOn(after, asked, by).map((one) => one.filter),
                `${filter}: ${fix.kind}`,
              ).not.toContain(filter)
          }
        }
      },
    ),
    { numRuns: 300 },
  )
})
