import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { content } from '#content/content.ts'
import { anyFramework } from '#testing/any-framework.ts'
import { aFramework } from '#testing/framework.ts'
import { CasePackage } from './case-package.schema.ts'
import type { Framework } from './framework.ts'
import { caseOf, type CasePackage as Package } from './framework-case.ts'
import { csvOf } from './framework-csv.ts'
import { readFrameworkFile } from './framework-exchange.ts'
import { inconsistenciesIn } from './framework-consistency.ts'

const where = { origin: 'https://pool.test', at: '2026-11-23T09:00:00Z' }
const asCase = (framework: Framework) => JSON.stringify(caseOf(framework, where))
const formats = [
  { kind: 'case', write: asCase },
  { kind: 'csv', write: csvOf },
] as const
const ours = content.frameworks[0]!

describe.each(formats)('a framework as $kind', ({ kind, write }) => {
  test('importing what was exported changes nothing, for the framework that ships', () => {
    expect(readFrameworkFile(write(ours), kind)).toEqual({ kind: 'read', framework: ours })
  })

  test('importing what was exported changes nothing, for any framework', () => {
    fc.assert(
      fc.property(anyFramework, (framework) => {
        expect(inconsistenciesIn(framework)).toEqual([])
        expect(readFrameworkFile(write(framework), kind)).toEqual({ kind: 'read', framework })
      }),
      { numRuns: 300 },
    )
  })

  test('whatever a file holds, it is read whole or refused with the place of each fault, and nothing is thrown', () => {
    const whole = write(aFramework())
    const cut = fc
      .tuple(fc.nat(whole.length), fc.nat(40), fc.string())
      .map(([at, length, put]) => whole.slice(0, at) + put + whole.slice(at + length))
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), cut), (text) => {
        const file = readFrameworkFile(text, kind)
        if (file.kind === 'read') expect(inconsistenciesIn(file.framework)).toEqual([])
        else
          for (const { at, detail } of file.faults)
            expect([at, detail]).toEqual([expect.stringMatching(/^(\/|line \d|$)/), expect.stringMatching(/./)])
      }),
      { numRuns: 500 },
    )
  })
})

describe('a CFPackage', () => {
  test('holds what CASE 1.1 asks: a document, items and associations with ids that stay the same and that are nobody else’s', () => {
    const made = caseOf(ours, where)
    expect(CasePackage.safeParse(made).success).toBe(true)
    const ids = [made.CFDocument, ...made.CFItems, ...made.CFAssociations, ...(made.CFDefinitions?.CFItemTypes ?? [])].map(
      ({ identifier }) => identifier,
    )
    expect(new Set(ids).size).toBe(ids.length)
    expect(caseOf(ours, { origin: 'https://elsewhere.test', at: '2030-01-01T00:00:00Z' }).CFItems.map(({ identifier }) => identifier)).toEqual(
      made.CFItems.map(({ identifier }) => identifier),
    )
    expect(caseOf({ ...ours, version: 2 }, where).CFItems[0]?.identifier).not.toBe(made.CFItems[0]?.identifier)
    expect(made.CFItems.filter(({ CFItemType }) => CFItemType === 'Indicator')).toHaveLength(140)
  })

  /** The faults of a package after something was done to it. */
  const after = (change: (made: Package) => void) => {
    const made = caseOf(aFramework(), where)
    change(made)
    const file = readFrameworkFile(JSON.stringify(made), 'case')
    return file.kind === 'refused' ? file.faults : []
  }
  const skillAt = (made: Package) => made.CFItems.findIndex(({ CFItemType }) => CFItemType === 'Skill')

  test('is refused where it is not JSON', () => {
    expect(readFrameworkFile('{\n "CFDocument": nothing', 'case')).toEqual({
      kind: 'refused',
      faults: [{ at: 'line 2, column 16', detail: 'From here on this is not JSON' }],
    })
  })

  test('is refused with every member that is missing or wrong, by its pointer', () => {
    expect(
      after((made) => {
        Object.assign(made.CFDocument, { title: undefined, version: 'two' })
        Object.assign(made.CFItems[0]!, { fullStatement: 4 })
        Object.assign(made.CFItems[1]!, { CFItemType: 'Cluster' })
      }).map(({ at }) => at),
    ).toEqual(['/CFDocument/title', '/CFDocument/version', '/CFItems/0/fullStatement', '/CFItems/1/CFItemType'])
  })

  test('is refused where items hang in the air or twice', () => {
    const faults = after((made) => {
      const skill = made.CFItems[skillAt(made)]!
      const held = made.CFAssociations.findIndex(
        ({ associationType, originNodeURI }) => associationType === 'isChildOf' && originNodeURI.identifier === skill.identifier,
      )
      made.CFAssociations.splice(held, 1)
      made.CFItems.push({ ...made.CFItems[0]! })
    })
    expect(faults[0]).toMatchObject({ at: '/CFItems/25/identifier', detail: 'Another item has this identifier' })
    expect(faults).toHaveLength(2)
    expect(faults[1]?.detail).toContain('add isChildOf, to Domain')
  })

  test('is refused where an association leads nowhere or to the wrong kind', () => {
    const nowhere = '00000000-0000-5000-8000-000000000000'
    expect(after((made) => Object.assign(made.CFAssociations[0]!.originNodeURI, { identifier: nowhere }))).toContainEqual({
      at: '/CFAssociations/0/originNodeURI/identifier',
      detail: 'No item has this identifier',
    })
    expect(after((made) => Object.assign(made.CFAssociations[0]!, { associationType: 'hasSkillLevel' })).map(({ at }) => at)).toContain(
      '/CFAssociations/0',
    )
  })

  test('is refused where it names a source or a domain that is not there, or an address that no page may link to', () => {
    const faults = after((made) => {
      made.CFDocument.extensions.panelPool.sources[0]!.address = 'javascript:alert(1)'
      const skill = made.CFItems[skillAt(made)]!
      if (skill.CFItemType === 'Skill') skill.extensions.panelPool.sources.push('S99')
    })
    expect(faults).toEqual([
      { at: expect.stringMatching(/^\/CFItems\/\d+\/extensions\/panelPool\/sources$/), detail: 'There is no source S99' },
      { at: '/CFDocument/extensions/panelPool/sources', detail: expect.stringContaining('https://') },
    ])
  })
})

describe('comma-separated values', () => {
  /** The faults of a file after something was done to its text. */
  const after = (change: (file: string) => string) => {
    const file = readFrameworkFile(change(csvOf(aFramework())), 'csv')
    return file.kind === 'refused' ? file.faults : []
  }

  test('have one row for each skill and level', () => {
    expect(csvOf(ours).match(/^skill,/gm)).toHaveLength(140)
  })

  test('carry no formula out', () => {
    const file = csvOf(aFramework(1, { title: '=HYPERLINK("https://example.org")' }))
    expect(file).toContain(`"'=HYPERLINK(""https://example.org"")"`)
  })

  test('are read with the columns in any order, and with what a skill says of itself on its first row only', () => {
    const lines = csvOf(aFramework()).replace('\uFEFF', '').trim().split('\r\n')
    const turned = lines.map((line) => line.split(',').toReversed().join(',')).join('\n')
    expect(readFrameworkFile(turned, 'csv')).toEqual({ kind: 'read', framework: aFramework() })
    const once = lines.map((line, index) =>
      /^skill,.*,[234],/.test(line) && index > 0 ? line.replace(/(Reviews fail without it \[S01\]\.|S01),/g, ',') : line,
    )
    expect(once).not.toEqual(lines)
    expect(readFrameworkFile(once.join('\n'), 'csv')).toEqual({ kind: 'read', framework: aFramework() })
  })

  test.each([
    ['a column is missing', (file: string) => file.replace('evidence', 'proof'), ['line 1, column 7', 'line 1']],
    ['a version is no number', (file: string) => file.replace(',1,SCR-2010', ',one,SCR-2010'), ['line 2, column 20 (version)']],
    ['a row is of no known kind', (file: string) => file.replace('\nbar,', '\nrole,'), ['line 7, column 1 (record)']],
    [
      'a cell is filled that its row has no use for',
      (file: string) => file.replace('\nsource,S01,', '\nsource,S01,d1'),
      ['line 25, column 3 (domain)'],
    ],
    [
      'rows of a skill contradict each other',
      (file: string) => file.replace(/(skill,1\.1,d1,)Fairness(,2,)/, '$1Unfairness$2'),
      ['line 14, column 4 (name)'],
    ],
    ['a skill stands in no domain', (file: string) => file.replaceAll('skill,1.1,d1,', 'skill,1.1,d9,'), ['line 13, column 3 (domain)']],
    ['a level has no number', (file: string) => file.replace('skill,1.1,d1,Fairness,2,', 'skill,1.1,d1,Fairness,,'), ['line 14, column 5 (level)']],
    [
      'a weight is unknown',
      (file: string) => file.replaceAll(',core,The role leans on it,useful,', ',vital,The role leans on it,useful,'),
      ['line 17, column 12 (chair)'],
    ],
    ['a quotation mark is never closed', (file: string) => file.replace('\nsource,S01,', '\nsource,"S01,'), ['line 25, column 2']],
    ['it is empty', () => '', ['line 1']],
  ])('are refused with the place when %s', (_what, change, places) => {
    const faults = after(change)
    expect(faults.map(({ at }) => at)).toEqual(places)
  })
})
