import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aFramework } from '#testing/framework.ts'
import { needsOf, needsOfAll } from './framework.ts'
import type { PoolRole } from './person.ts'
import type { Rating } from './self-assessment.ts'
import { gapsInOrder, isReady, standingsFor, type VerifiedLevel } from './skill-gaps.ts'
import { askable } from './verification.ts'

const framework = aFramework()
const skills = ['1.1', '3.3', '5.1']
const roles: PoolRole[] = ['chair', 'author', 'adviser']
const level = fc.integer({ min: 0, max: 4 })
const rating = fc
  .record({ skill: fc.constantFrom(...skills), level })
  .map((given): Rating => ({ ...given, id: 'r', frameworkVersion: 1, confidence: null, reflection: '', at: '2026-11-23T09:00:00.000Z' }))
const found = fc
  .record({ skill: fc.constantFrom(...skills), level })
  .map((given): VerifiedLevel => ({ ...given, frameworkVersion: 1, at: '2026-11-23T09:00:00.000Z' }))
const role = fc.constantFrom(...roles)

test('a role asks its bar of the skills tagged for it, core ones first, and nothing of the others', () => {
  expect(needsOf(framework, 'author').map(({ skill, level: asked }) => [skill.id, asked])).toEqual([
    ['1.1', 3],
    ['5.1', 3],
    ['3.3', 2],
  ])
  expect(needsOf(framework, 'adviser').map(({ skill }) => skill.id)).toEqual(['1.1'])
})

test('of two roles together each skill is asked at the higher level, once', () => {
  expect(needsOfAll(framework, ['author', 'chair']).map(({ skill, level: asked }) => [skill.id, asked])).toEqual([
    ['1.1', 3],
    ['3.3', 3],
    ['5.1', 3],
  ])
})

test('a self-rating never changes a verified level, nor opens or closes a gap', () => {
  fc.assert(
    fc.property(role, fc.array(rating), fc.array(rating), fc.array(found), (asked, some, others, verified) => {
      const needs = needsOf(framework, asked)
      const [one, other] = [standingsFor(needs, some, verified), standingsFor(needs, others, verified)]
      expect(one.map((standing) => standing.verified)).toEqual(other.map((standing) => standing.verified))
      expect(one.map(({ gap }) => gap?.levels)).toEqual(other.map(({ gap }) => gap?.levels))
    }),
  )
})

test('readiness is exactly the absence of gaps, and every gap names its skill, the level asked and what is missing', () => {
  fc.assert(
    fc.property(role, fc.array(rating), fc.array(found), (asked, ratings, verified) => {
      const needs = needsOf(framework, asked)
      const standings = standingsFor(needs, ratings, verified)
      const newest = (skill: string) => verified.findLast((one) => one.skill === skill)?.level ?? 0
      expect(isReady(standings)).toBe(needs.every(({ skill, level: needed }) => newest(skill.id) >= needed))
      for (const { skill, needs: needed, gap } of gapsInOrder(standings)) {
        expect(skills).toContain(skill)
        expect(gap?.levels).toBe(needed - newest(skill))
        expect(['not-rated', 'below', 'not-verified', 'found-lower']).toContain(gap?.kind)
      }
    }),
  )
})

test('asking for verification would close a gap exactly where the rating is at what is asked and can be sent', () => {
  const timed = <T extends { at: string }>(some: fc.Arbitrary<T>) =>
    fc.tuple(some, fc.integer({ min: 0, max: 9 })).map(([one, minute]) => ({ ...one, at: `2026-11-23T09:0${minute}:00.000Z` }))
  const inOrder = <T extends { at: string }>(all: readonly T[]) => all.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  fc.assert(
    fc.property(role, fc.array(timed(rating)), fc.array(timed(found)), fc.subarray(skills), (asked, some, levels, underWay) => {
      const [ratings, verified, busy] = [inOrder(some), inOrder(levels), new Set(underWay)]
      const open = new Set(askable(ratings, verified, busy).map(({ skill }) => skill))
      for (const { skill, needs, self, gap } of standingsFor(needsOf(framework, asked), ratings, verified, busy)) {
        if (!gap) continue
        expect(gap.kind === 'not-verified').toBe(open.has(skill) && (self?.level ?? 0) >= needs)
      }
    }),
  )
})

test('a rating that an assessor found lower since asks to be made again, and one that is being looked at to wait', () => {
  const kind = (ratedAt: string, underWay: string[] = []) =>
    standingsFor(
      needsOf(framework, 'adviser'),
      [{ id: 'r', skill: '1.1', frameworkVersion: 1, level: 3, confidence: null, reflection: '', at: ratedAt }],
      [{ skill: '1.1', frameworkVersion: 1, level: 2, at: '2' }],
      new Set(underWay),
    )[0]?.gap?.kind
  expect([kind('1'), kind('3'), kind('3', ['1.1'])]).toEqual(['found-lower', 'not-verified', 'under-way'])
})

test.each([
  [null, 'not-rated'],
  [2, 'below'],
  [3, 'not-verified'],
  [4, 'not-verified'],
])('somebody who rates themself %s on a skill asked at level 3 is told that it is %s', (self, kind) => {
  const ratings = self === null ? [] : [{ id: 'r', skill: '1.1', frameworkVersion: 1, level: self, confidence: null, reflection: '', at: '' }]
  const [standing] = standingsFor(needsOf(framework, 'adviser'), ratings, [])
  expect(standing?.gap).toEqual({ kind, levels: 3 })
})

test('gaps come core first, and the widest first among them', () => {
  const standings = standingsFor(needsOf(framework, 'author'), [], [{ skill: '1.1', frameworkVersion: 1, level: 2, at: '' }])
  expect(gapsInOrder(standings).map(({ skill }) => skill)).toEqual(['5.1', '1.1', '3.3'])
})

test('the newest rating speaks and the earlier ones stay, newest first', () => {
  const at = (time: string, given: number): Rating => ({
    id: time,
    skill: '1.1',
    frameworkVersion: 1,
    level: given,
    confidence: null,
    reflection: '',
    at: time,
  })
  const [standing] = standingsFor(needsOf(framework, 'adviser'), [at('1', 1), at('2', 3), at('3', 2)], [])
  expect(standing?.self?.level).toBe(2)
  expect(standing?.earlier.map(({ id }) => id)).toEqual(['2', '1'])
})
