import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aFramework } from '#testing/framework.ts'
import { needsOf } from './framework.ts'
import { type Region, regions } from './region.ts'
import { type Counted, drawMap, type MapStanding, type Reader, type SkillsMap } from './skills-map.ts'
import { isFew } from './suppression.ts'

const needs = needsOf(aFramework(), 'chair')
const draw = (counted: readonly Counted[], reader: Reader, standing: MapStanding = 'active') =>
  drawMap({ role: 'chair', standing, frameworkVersion: 1, needs }, counted, reader)
const everything: Reader = { every: true, regions: new Set(), toFile: false }
const northEast: Reader = { every: false, regions: new Set<Region>(['north-east']), toFile: false }
const nobodyKnown: Reader = { every: false, regions: new Set(), toFile: false }
const file = (reader: Reader): Reader => ({ ...reader, toFile: true })

/** In each region, active people and others, and of both how many are verified in each skill. */
const pool = fc
  .tuple(
    ...[...regions, null].map((region) =>
      fc.tuple(
        ...[true, false].map((active) =>
          fc.tuple(fc.nat({ max: 14 }), ...needs.map(() => fc.nat({ max: 14 }))).map((drawn) => ({ region, active, drawn })),
        ),
      ),
    ),
  )
  .map((columns): Counted[] =>
    columns
      .flat()
      .flatMap(({ region, active, drawn: [people, ...verified] }) => [
        { skill: null, region, active, people },
        ...needs.map(({ skill }, index) => ({ skill: skill.id, region, active, people: Math.min(people, verified[index] ?? 0) })),
      ]),
  )
const standing = fc.constantFrom<MapStanding>('active', 'everyone')
const reader = fc.constantFrom(nobodyKnown, northEast, file(everything), file(northEast), file(nobodyKnown))

const at = (map: SkillsMap, region: Region, row: number) => map.skills[row]!.verified[map.columns.findIndex((one) => one.region === region)] ?? null

const figuresOf = ({ columns, people, skills }: SkillsMap) =>
  skills.flatMap(({ verified, everywhere }) => [
    ...verified.map((figure, column) => ({ column, figure, of: columns[column]?.people ?? null })),
    { column: -1, figure: everywhere, of: people },
  ])

describe('what a map shows', () => {
  test('is the truth wherever it is shown, for every reader', () => {
    fc.assert(
      fc.property(pool, standing, reader, (counted, who, eyes) => {
        const [truth, shown] = [draw(counted, everything, who), draw(counted, eyes, who)]
        for (const [row, { everywhere }] of shown.skills.entries()) {
          if (everywhere !== null) expect(everywhere).toBe(truth.skills[row]!.everywhere)
          for (const region of regions) {
            const figure = at(shown, region, row)
            if (figure !== null) expect(figure).toBe(at(truth, region, row))
          }
        }
      }),
      { numRuns: 50 },
    )
  })

  test('is no group under five, but of regions whose people the reader may open', () => {
    fc.assert(
      fc.property(pool, standing, reader, (counted, who, eyes) => {
        const map = draw(counted, eyes, who)
        for (const { column, figure, of } of figuresOf(map)) {
          if (column >= 0 && map.columns[column]!.exact) continue
          // The reader takes their own people from a total, and so sees what is left of it.
          const own = (skill: string | null) => (column < 0 && eyes.regions.size > 0 && !eyes.toFile ? ownIn(counted, skill, who) : 0)
          if (column >= 0 || own(null) === 0) {
            if (figure !== null) expect(isFew(figure)).toBe(false)
            if (of !== null) expect(isFew(of)).toBe(false)
            if (figure !== null && of !== null) expect(isFew(of - figure)).toBe(false)
          }
        }
        if (eyes.regions.size === 0 || eyes.toFile) return
        for (const { skill, everywhere } of map.skills) if (everywhere !== null) expect(isFew(everywhere - ownIn(counted, skill, who))).toBe(false)
      }),
      { numRuns: 100 },
    )
  })

  test('never lets a small group be found by taking one map from the other', () => {
    fc.assert(
      fc.property(pool, fc.constantFrom(nobodyKnown, file(everything), file(northEast)), (counted, eyes) => {
        const [active, all] = [draw(counted, eyes, 'active'), draw(counted, eyes, 'everyone')]
        for (const [row] of active.skills.entries()) {
          for (const region of regions) {
            const [some, every] = [at(active, region, row), at(all, region, row)]
            if (some !== null && every !== null) expect(isFew(every - some)).toBe(false)
          }
          const [some, every] = [active.skills[row]!.everywhere, all.skills[row]!.everywhere]
          if (some !== null && every !== null) expect(isFew(every - some)).toBe(false)
        }
      }),
      { numRuns: 100 },
    )
  })

  test('in a file is never more than its reader sees, even of what they could take away from it', () => {
    fc.assert(
      fc.property(pool, standing, (counted, who) => {
        const [page, given] = [draw(counted, northEast, who), draw(counted, file(northEast), who)]
        figuresOf(given).forEach(({ figure }, index) => {
          if (figure !== null) expect(figuresOf(page)[index]!.figure).toBe(figure)
        })
        for (const { verified, everywhere } of given.skills) {
          const hidden = verified.filter((figure, column) => figure === null && given.columns[column]!.region !== 'north-east').length
          // With a total shown, their own region known, one hidden figure would be no secret.
          if (everywhere !== null) expect(hidden).not.toBe(1)
        }
      }),
      { numRuns: 100 },
    )
  })
})

const ownIn = (counted: readonly Counted[], skill: string | null, who: MapStanding) =>
  counted
    .filter((one) => one.region === 'north-east' && one.skill === skill && (who === 'everyone' || one.active))
    .reduce((sum, { people }) => sum + people, 0)

const counts = (of: Partial<Record<Region, [people: number, fairness: number, chairing: number]>>): Counted[] =>
  Object.entries(of).flatMap(([region, [people, fairness, chairing]]) =>
    [
      { skill: null, people },
      { skill: '1.1', people: fairness },
      { skill: '3.3', people: chairing },
    ].map((one) => ({ ...one, region: region as Region, active: true })),
  )

test('finds the region that lacks most of what is asked, what it lacks most, and the scarcest skill of all', () => {
  const map = draw(counts({ 'north-east': [11, 8, 2], london: [20, 15, 19], 'south-west': [10, 6, 9] }), everything)
  expect(map.thinnest).toMatchObject({ region: 'north-east', skill: '3.3', verified: 2, people: 11 })
  expect(map.scarcest).toMatchObject({ skill: '1.1', verified: 29, people: 41 })
})

test('finds nothing where nobody is in the role', () => {
  const map = draw([], everything)
  expect([map.people, map.thinnest, map.scarcest, map.withheld]).toEqual([0, null, null, false])
})

test('shows a coordinator of one region the truth there, and elsewhere only what is safe', () => {
  const map = draw(counts({ 'north-east': [3, 2, 1], london: [20, 15, 2], 'south-west': [10, 5, 5], 'south-east': [30, 20, 20] }), northEast)
  const row = (skill: string) =>
    Object.fromEntries(map.columns.map(({ region }, column) => [region, map.skills.find((one) => one.skill === skill)!.verified[column]]))
  expect(row('1.1')).toMatchObject({ 'north-east': 2, london: 15, 'south-west': 5, 'south-east': 20 })
  expect(row('3.3')).toMatchObject({ 'north-east': 1, london: null, 'south-west': null, 'south-east': 20 })
  expect(map.columns.filter(({ exact }) => exact).map(({ region }) => region)).toEqual(['north-east'])
  expect(map.withheld).toBe(true)
})

test('has a column for people who gave no region only where there are some', () => {
  expect(draw(counts({ london: [20, 15, 2] }), everything).columns).toHaveLength(regions.length)
  expect(draw([{ skill: null, region: null, active: true, people: 6 }], everything).columns.at(-1)).toEqual({ region: null, people: 6, exact: true })
})
