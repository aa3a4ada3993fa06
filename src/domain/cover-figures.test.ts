import { describe, expect, test } from 'vitest'
import { coverFinding } from './cover-finding.ts'
import { coverOf, type EnteredInput, inputsFor, type RegionSupply } from './cover-figures.ts'
import { coverInputKeys, childrenPerThousand } from './cover-inputs.ts'
import { neighbours } from './cover-regions.ts'
import { regions } from './region.ts'

const everywhere = new Set(regions)
const entered = (changed: Partial<EnteredInput>): EnteredInput => ({
  key: 'reviews-a-year',
  region: null,
  value: 40,
  basis: 'fact',
  source: 'Counted by the regional group',
  asOf: '2025-26',
  at: '2026-11-01T09:00:00.000Z',
  ...changed,
})
const supply = (changed: Partial<RegionSupply>): RegionSupply => ({
  region: 'north-east',
  groups: [],
  ready: { chair: 0, author: 0 },
  supervised: { chair: 0, author: 0 },
  taken: { chair: 0, author: 0 },
  checksDue: 0,
  ...changed,
})
const chairs = (people: number) => ({ seats: 'chair' as const, people, mostAtOnce: 2, load: 0, daysAYear: 60 })
const authors = (people: number) => ({ ...chairs(people), seats: 'author' as const })

describe('the numbers that count', () => {
  test('a region has its share of the reviews of everywhere, as an assumption, until its own number is entered', () => {
    const share = inputsFor('north-east', [entered({ value: 1000 })]).find(({ key }) => key === 'reviews-a-year')
    expect(share).toMatchObject({ value: childrenPerThousand['north-east'], basis: 'assumption', derived: true })
    const own = inputsFor('north-east', [entered({ value: 1000 }), entered({ region: 'north-east', value: 7 })]).find(
      ({ key }) => key === 'reviews-a-year',
    )
    expect(own).toMatchObject({ value: 7, basis: 'fact', derived: false })
  })

  test('the newest entry of a number counts, and each says where it comes from', () => {
    const months = inputsFor(null, [entered({ key: 'months', value: 9 }), entered({ key: 'months', value: 8, source: 'The board decided' })])
    expect(months.find(({ key }) => key === 'months')).toMatchObject({ value: 8, source: 'The board decided' })
    expect(months.every(({ source, asOf }) => source.length > 5 && asOf !== '')).toBe(true)
  })

  test('the children of the regions are all children, and every border is there from both sides', () => {
    expect(Object.values(childrenPerThousand).reduce((sum, share) => sum + share, 0)).toBe(1000)
    for (const region of regions) for (const other of neighbours[region]) expect(neighbours[other]).toContain(region)
  })
})

describe('cover of regions', () => {
  test('figures that rest on an assumption say that they are an estimate, and those from facts alone do not', () => {
    const estimate = (inputs: EnteredInput[]) => coverOf([], inputs, new Set(['north-east'])).regions[0]?.figures.estimate
    expect(estimate([])).toBe(true)
    expect(estimate(coverInputKeys.map((key) => entered({ key })).concat(entered({ region: 'north-east' })))).toBe(false)
  })

  test('a region with few reviews is shown with its neighbours too, and one with many is not', () => {
    const shown = (value: number) => coverOf([], [entered({ region: 'london', value })], everywhere).regions.find(({ region }) => region === 'london')
    expect(shown(11)?.withNeighbours?.regions).toEqual(['london', 'east-of-england', 'south-east'])
    expect(shown(12)?.withNeighbours).toBeNull()
  })

  test('people under supervision are counted by themselves and cover nothing', () => {
    const [northEast] = coverOf([supply({ supervised: { chair: 3, author: 0 } })], [], new Set(['north-east'])).regions
    expect(northEast?.figures.chair).toMatchObject({ ready: 0, supervised: 3, whole: { capacity: 0 } })
  })

  test('England is for whoever keeps all of it', () => {
    expect(coverOf([], [], new Set(['london'])).england).toBeNull()
    expect(coverOf([], [], everywhere).england?.reviewsAYear).toBeCloseTo(82, 6)
  })

  test('the finding names the role and region that are worst off, and what falls due', () => {
    const inputs = [entered({ region: 'north-east', value: 6 })]
    const [northEast] = [supply({ groups: [chairs(20), authors(1)], ready: { chair: 20, author: 1 }, checksDue: 3 })]
    const cover = coverOf([northEast], inputs, new Set(['north-east']))
    expect(coverFinding(cover)).toEqual([
      'North East is under its target.',
      expect.stringMatching(
        /^North East has fewest authors for its work: 1 could be appointed, which covers \d+ per cent of it, counted in days a year\.$/,
      ),
      '3 checks fall due in North East within 90 days.',
    ])
  })
})
