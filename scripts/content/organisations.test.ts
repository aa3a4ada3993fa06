import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { content } from '#content/content.ts'
import { compileOrganisations } from './organisations.ts'
import { Report } from './report.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'organisations-'))
})
afterEach(() => rm(root, { recursive: true }))

/** What is wrong with a register of these local authorities, each on a line of its own from the sixth on. */
async function faultsIn(lines: string[], head = "asOf: '2025-07'\nsources: [a list]\n") {
  await writeFile(
    join(root, 'authorities.yaml'),
    `kind: local-authority\n${head}\norganisations:\n${lines.map((line) => `  - { ${line} }\n`).join('')}`,
  )
  const report = new Report()
  const register = await compileOrganisations(root, report)
  return { register, faults: report.faults.map(({ line, what }) => `${line}: ${what}`) }
}

test('a body that was split names each that followed it, with the day, and areas are those of authorities', async () => {
  const { register, faults } = await faultsIn([
    'name: Old County Council, region: london, becamePartOf: [North Council, South Council], on: "2023-04-01"',
    'name: North Council, region: london, area: North',
    'name: South Council, region: london, area: South, areas: [North]',
  ])
  expect(faults).toEqual([])
  expect(register).toMatchObject([
    { id: 'north-council', area: 'North' },
    { id: 'old-county-council', successors: [{ id: 'north-council', from: '2023-04-01' }, { id: 'south-council' }] },
    { id: 'south-council', areas: ['north-council'] },
  ])
})

test.each([
  ['name: A Council, region: london, areas: [Nowhere]', 'A Council: no local authority has the area "Nowhere"'],
  ['name: A Council, region: london, becamePartOf: Nobody', 'A Council became part of a body that is not in the register: nobody'],
  ['name: A Council, region: london, on: "2023-04-01"', 'A Council: a day is given, and not what it became part of'],
  ['name: A Council, region: nowhere', 'A Council: region: Invalid input'],
  ['name: A Council, region: london, code: E1', 'A Council: code: A code is a letter and eight digits, such as E10000016'],
  ['name: A Council, region: london, area: Kent, aera: Kent', 'A Council: there is no "aera" for an organisation'],
])('%s is reported on its line', async (line, fault) => {
  expect((await faultsIn([line])).faults).toEqual([`6: ${fault}`])
})

test('bodies that became part of each other, and one that stands twice, are reported', async () => {
  const ring = await faultsIn([
    'name: A Council, region: london, becamePartOf: B Council',
    'name: B Council, region: london, becamePartOf: A Council',
  ])
  expect(ring.faults).toHaveLength(2)
  expect((await faultsIn(['name: A Council, region: london', 'name: A Council, region: london'])).faults).toEqual([
    '6: A Council is in the register twice',
  ])
})

test('a file says as of when it is and what it rests on', async () => {
  expect((await faultsIn(['name: A Council, region: london'], '')).faults).toHaveLength(2)
})

test('the register that ships has every authority that is an area, each with one force and at least one health trust and care board', () => {
  const areas = content.organisations.filter(({ area }) => area !== null)
  expect(areas).toHaveLength(153)
  expect(new Set(areas.map(({ region }) => region)).size).toBe(9)
  const serving = (kind: string, id: string) =>
    content.organisations.filter((one) => one.kind === kind && one.areas.includes(id) && one.successors.length === 0).length
  expect(areas.filter(({ id }) => serving('police', id) !== 1)).toEqual([])
  expect(areas.filter(({ id }) => serving('integrated-care-board', id) === 0 || serving('health-trust', id) === 0)).toEqual([])
})
