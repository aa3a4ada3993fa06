import { expect, test } from 'vitest'
import { citedRuns } from './cited-text.ts'

const known = new Set(['S19', 'S29'])

test('citations become sources, one by one, and the words round them stay', () => {
  expect(citedRuns('Weak chronologies [S19,\n S29], and gaps [S19].', known)).toEqual([
    { kind: 'text', text: 'Weak chronologies ' },
    { kind: 'cite', source: 'S19' },
    { kind: 'cite', source: 'S29' },
    { kind: 'text', text: ', and gaps ' },
    { kind: 'cite', source: 'S19' },
    { kind: 'text', text: '.' },
  ])
})

test('brackets that hold no known source are words', () => {
  expect(citedRuns('a [sic] and [S99] and [S19, S99]', known).map((run) => run.kind)).not.toContain('cite')
  expect(citedRuns('', known)).toEqual([])
})
