import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agreementOf, confusion, type Pair, weightedKappa } from './agreement.ts'

const level = fc.integer({ min: 0, max: 4 })
const pair = fc.record({ mine: level, theirs: level })
const pairs = fc.array(pair, { minLength: 1, maxLength: 60 })
const turned = ({ mine, theirs }: Pair): Pair => ({ mine: theirs, theirs: mine })

/** The pairs of a table of counts: mine by row, theirs by column. */
const fromTable = (table: number[][]): Pair[] =>
  table.flatMap((row, mine) => row.flatMap((many, theirs) => Array.from({ length: many }, () => ({ mine, theirs }))))

test('equals the value published for two abstractors: 0.8921569', () => {
  // R package irrCAC, kappa2.table(cont3x3abstractors, weights = quadratic.weights(1:q)); https://rdrr.io/cran/irrCAC/man/kappa2.table.html
  const abstractors = [
    [13, 0, 0],
    [0, 20, 7],
    [0, 4, 56],
  ]
  expect(weightedKappa(fromTable(abstractors))).toBeCloseTo(0.8921569, 7)
})

test('equals the value published for two radiologists who read 85 mammograms on four levels: 0.6714', () => {
  // N F Boyd and others, J Natl Cancer Inst 68 (1982) 357-363, as worked in the Stata manual, kappa, "kap rada radb, wgt(w2)".
  const radiologists = [
    [21, 12, 0, 0],
    [4, 17, 1, 0],
    [3, 9, 15, 2],
    [0, 0, 0, 1],
  ]
  expect(weightedKappa(fromTable(radiologists))).toBeCloseTo(0.6714, 4)
})

test('two raters who agree throughout, on more than one level, have a kappa of exactly 1', () => {
  fc.assert(
    fc.property(fc.array(level, { minLength: 2 }), (given) => {
      fc.pre(new Set(given).size > 1)
      expect(weightedKappa(given.map((mine) => ({ mine, theirs: mine })))).toBe(1)
    }),
  )
})

test('it lies between -1 and 1, and is the same whichever rater comes first and in whatever order', () => {
  fc.assert(
    fc.property(pairs, fc.infiniteStream(fc.nat()), (given, places) => {
      const kappa = weightedKappa(given)
      expect(weightedKappa(given.map(turned))).toBe(kappa)
      const shuffled = given.map((one) => ({ one, place: places.next().value })).toSorted((a, b) => a.place - b.place)
      expect(weightedKappa(shuffled.map(({ one }) => one))).toBe(kappa)
      if (kappa !== null) expect(Math.abs(kappa)).toBeLessThanOrEqual(1)
    }),
  )
})

test('it is undefined exactly when every rating of both is one and the same level', () => {
  fc.assert(
    fc.property(pairs, (given) => {
      const used = new Set(given.flatMap(({ mine, theirs }) => [mine, theirs]))
      expect(weightedKappa(given) === null).toBe(used.size === 1)
    }),
  )
})

test('moving one rating nearer never lowers what agrees within one level, and severity is the mean difference, turned with the raters', () => {
  fc.assert(
    fc.property(pairs, (given) => {
      const agreement = agreementOf(given)
      expect(agreement.exact).toBeLessThanOrEqual(agreement.withinOne)
      expect(agreement.withinOne).toBeLessThanOrEqual(given.length)
      expect(agreementOf(given.map(turned)).severity).toBeCloseTo(-(agreement.severity ?? 0), 10)
      const nearer = given.map(({ mine, theirs }) => ({ mine: mine + Math.sign(theirs - mine), theirs }))
      expect(agreementOf(nearer).withinOne).toBeGreaterThanOrEqual(agreement.withinOne)
      expect(agreementOf(nearer).exact).toBeGreaterThanOrEqual(agreement.exact)
    }),
  )
})

test('the table counts every pair once, its diagonal those that agree', () => {
  fc.assert(
    fc.property(pairs, (given) => {
      const table = confusion(given)
      expect(table.flat().reduce((sum, many) => sum + many, 0)).toBe(given.length)
      expect(table.reduce((sum, row, at) => sum + (row[at] ?? 0), 0)).toBe(agreementOf(given).exact)
    }),
  )
})

test('no kappa is given for fewer than 20 ratings, however many comparisons they make, and none where nothing varies', () => {
  const alike = Array.from({ length: 24 }, () => ({ mine: 2, theirs: 2 }))
  expect(agreementOf(alike).kappa).toEqual({ state: 'no-variation' })
  expect(agreementOf(alike.slice(0, 19)).kappa).toEqual({ state: 'too-few', from: 20 })
  expect(agreementOf(alike, 12).kappa).toEqual({ state: 'too-few', from: 20 })
  const varied = [...alike.slice(0, 19), { mine: 3, theirs: 2 }]
  expect(agreementOf(varied)).toMatchObject({
    ratings: 20,
    exact: 19,
    withinOne: 20,
    furthest: 1,
    severity: 0.05,
    kappa: { state: 'known', value: 0 },
  })
  expect(agreementOf([])).toMatchObject({ ratings: 0, severity: null, furthest: null })
})
