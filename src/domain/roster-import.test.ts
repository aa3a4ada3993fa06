import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayAsTyped } from './day-as-typed.ts'
import type { Person } from './person.ts'
import { applied, guessColumns, type ImportPlan, type ImportRow, judgeRow, planFaults, readImportRow, type Surroundings } from './roster-import.ts'
import { regions } from './region.ts'
import { poolRoleWords, regionWords, standingWords } from './words.ts'

const texts = (some: Partial<ImportRow['values']>): ImportRow['values'] => ({
  name: 'Amara Okafor',
  email: 'amara@example.org',
  phone: '',
  region: '',
  roles: '',
  standing: '',
  joinedOn: '',
  ...some,
})
const read = (some: Partial<ImportRow['values']>) => readImportRow(texts(some), '2026-11-23')
const plan: ImportPlan = {
  columns: { name: 0, email: 1, phone: null, region: null, roles: null, standing: null, joinedOn: null },
  standing: 'in-checks',
  reason: null,
  tell: true,
}
const alone: Surroundings = { plan, importer: null, regions: null, byEmail: null, byName: null, repeats: null, choice: null }

const aPerson = (some: Partial<Person> = {}): Person => ({
  id: 'p1',
  version: 3,
  name: 'Amara Okafor',
  email: 'amara@example.org',
  phone: null,
  region: 'london',
  roles: ['chair'],
  standing: 'active',
  training: 'completed',
  joinedOn: '2020-01-01',
  ...some,
})

describe('a row', () => {
  test.each([
    ['roles', 'both', ['author', 'chair']],
    ['roles', 'Independent Chair & Overview Report Author', ['author', 'chair']],
    ['roles', 'advisor; chair', ['adviser', 'chair']],
    ['region', 'Yorkshire & Humber', 'yorkshire-and-the-humber'],
    ['region', 'the North East', 'north-east'],
    ['region', 'East of England', 'east-of-england'],
    ['region', 'LONDON', 'london'],
    ['phone', '1914980123', '01914980123'],
    ['standing', 'in checks', 'in-checks'],
    ['joinedOn', '3/2/2021', '2021-02-03'],
    ['name', 'Amara   Okafor', 'Amara Okafor'],
    ['email', 'mailto:amara@example.org', 'amara@example.org'],
  ] as const)('that says of %s “%s” is understood', (field, text, value) => {
    expect(read({ [field]: text })).toMatchObject({ person: { [field]: value }, faults: [] })
  })

  test.each([
    ['name', ''],
    ['name', '?'],
    ['email', 'amara@example'],
    ['phone', 'ask Jo'],
    ['region', 'Wales'],
    ['roles', 'king'],
    ['standing', 'friendly'],
    ['joinedOn', '31/02/2021'],
    ['joinedOn', '2027-01-01'],
  ] as const)('that says of %s “%s” has a fault in that cell', (field, text) => {
    expect(read({ [field]: text }).faults.map((fault) => fault.field)).toEqual([field])
  })

  test('is understood again when it is written in the words of the screen, whatever it says', () => {
    const aRole = fc.constantFrom('chair' as const, 'author' as const, 'adviser' as const)
    fc.assert(
      fc.property(
        fc.constantFrom(...regions),
        fc.uniqueArray(aRole),
        fc.constantFrom(...(Object.keys(standingWords) as (keyof typeof standingWords)[])),
        (region, roles, standing) => {
          const { person, faults } = read({
            region: regionWords[region],
            roles: roles.map((role) => poolRoleWords[role]).join('; '),
            standing: standingWords[standing],
          })
          expect(faults).toEqual([])
          expect(person).toMatchObject({ region, standing, ...(roles.length > 0 ? { roles: roles.toSorted() } : {}) })
        },
      ),
    )
  })

  test('taken once changes nothing when it is taken again', () => {
    const text = fc.constantFrom('', 'London', 'South West')
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('', 'both', 'adviser'),
        fc.constantFrom('', '0191 498 0123'),
        fc.constantFrom(null, 'active' as const, 'in-checks' as const),
        (region, roles, phone, standing) => {
          const row = read({ region, roles, phone })
          const after = applied(aPerson({ standing }), row.person, plan)
          const again = judgeRow(row, { ...alone, byEmail: { person: after, reached: true } })
          expect(again).toMatchObject({ outcome: 'same', changes: [] })
        },
      ),
    )
  })
})

describe('what becomes of a row', () => {
  test('is a new person, a change with what it changes, or nothing', () => {
    expect(judgeRow(read({}), alone).outcome).toBe('new')
    expect(judgeRow(read({ region: 'London' }), { ...alone, byEmail: { person: aPerson(), reached: true } }).outcome).toBe('same')
    expect(judgeRow(read({ region: 'South West' }), { ...alone, byEmail: { person: aPerson(), reached: true } })).toMatchObject({
      outcome: 'update',
      changes: [{ field: 'region', from: 'london', to: 'south-west' }],
    })
  })

  test('is for somebody to decide where a name is on record with another address', () => {
    const around = { ...alone, byName: aPerson({ email: 'other@example.org' }) }
    expect(judgeRow(read({}), around)).toMatchObject({ outcome: 'possible', person: { id: 'p1' } })
    expect(judgeRow(read({}), { ...around, choice: 'new' }).outcome).toBe('new')
    expect(judgeRow(read({ region: 'South West' }), { ...around, choice: 'update' }).outcome).toBe('update')
  })

  test('never tells a coordinator of one region anything of people whom they do not keep', () => {
    const judged = judgeRow(read({ region: 'London' }), {
      ...alone,
      regions: new Set(['london']),
      byEmail: { person: aPerson({ region: 'south-west' }), reached: false },
    })
    expect(judged).toMatchObject({ outcome: 'error', person: null, changes: [], faults: [{ field: 'email' }] })
  })

  test('never changes the status of whoever imports', () => {
    const judged = judgeRow(read({ standing: 'Paused' }), { ...alone, importer: 'p1', byEmail: { person: aPerson(), reached: true } })
    expect(judged).toMatchObject({ outcome: 'error', faults: [{ field: 'standing' }] })
  })

  test('is refused where a standing does not lead there, with where it leads', () => {
    const judged = judgeRow(read({ standing: 'Applicant' }), { ...alone, byEmail: { person: aPerson(), reached: true } })
    expect(judged.faults).toEqual([{ field: 'standing', detail: expect.stringMatching(/^From Active somebody can become: Paused/) }])
  })
})

test('columns are guessed from headings in other words, and none is taken twice', () => {
  expect(guessColumns(['Member', 'E-Mail', 'Mobile', 'Government Office Region', 'Chair/Author', 'Date joined'])).toEqual({
    name: 0,
    email: 1,
    phone: 2,
    region: 3,
    roles: 4,
    standing: null,
    joinedOn: 5,
  })
  expect(planFaults({ ...plan, columns: { ...plan.columns, email: 0 } }, ['Name', 'E-mail'])).toEqual([
    { pointer: '/email', detail: expect.any(String) },
  ])
  expect(planFaults({ ...plan, standing: 'active' }, ['Name', 'E-mail']).map(({ pointer }) => pointer)).toEqual(['/reason'])
})

test.each([
  ['23 November 2026', '2026-11-23'],
  ['23rd Nov 26', '2026-11-23'],
  ['23.11.2026', '2026-11-23'],
  ['2026-11-23T00:00:00', '2026-11-23'],
  ['29/02/2023', null],
  ['November', null],
])('“%s” is the day %s', (text, day) => {
  expect(dayAsTyped(text)).toBe(day)
})
