import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { accountMoves } from './account.ts'
import { anchorMoves } from './anchor.ts'
import { stepMoves } from './development-plan.ts'
import { commandPartMoves } from './command.ts'
import { certificateMoves } from './certificate.ts'
import { evidenceMoves } from './evidence.ts'
import { frameworkMoves } from './framework-version.ts'
import { askMoves } from './membership.ts'
import { mergeMoves } from './merge.ts'
import { importMoves } from './roster-import.ts'
import { selfAssessmentMoves } from './self-assessment.ts'
import { standingMoves } from './standing.ts'
import { verificationMoves } from './verification.ts'

/** The states that each state can become, by the heading under which it is drawn in docs/states.md. */
const tables: Record<string, Record<string, readonly string[]>> = {
  'An anchor sheet': anchorMoves,
  'A self-assessment': selfAssessmentMoves,
  'A step of a development plan': stepMoves,
  Evidence: evidenceMoves,
  'A request for verification': Object.fromEntries(Object.entries(verificationMoves).map(([state, moves]) => [state, Object.values(moves)])),
  'A version of the framework': frameworkMoves,
  'An account': accountMoves,
  'An import of people': importMoves,
  'A certificate': Object.fromEntries(Object.entries(certificateMoves).map(([state, moves]) => [state, Object.values(moves)])),
  'An ask to join the pool': askMoves,
  'What is done to several people together': commandPartMoves,
  'Two records of one person': mergeMoves,
  'A person’s standing in the pool': standingMoves,
}

interface Drawing {
  arrows: { from: string; to: string; label: string }[]
  begins: string[]
  ends: string[]
}

const inTable = (name: string) => name.replaceAll('_', '-')

function drawingsIn(text: string): Map<string, Drawing> {
  const parts = text.split(/^## /m).filter((part) => part.includes('```mermaid'))
  return new Map(
    parts.map((part) => {
      const [title = ''] = part.split('\n', 1)
      const [, drawn = ''] = /```mermaid\nstateDiagram-v2\n([^`]*)```/.exec(part) ?? []
      const lines = drawn.trim().split('\n')
      const arrows = lines.map((line) => {
        const [, from = '', to = '', label = ''] = /^\s*(\S+) --> ([^\s:]+)(?:: (.+))?$/.exec(line) ?? []
        if (from === '') throw new Error(`This line of the drawing of ${title} is no arrow: ${line}`)
        return { from: inTable(from), to: inTable(to), label }
      })
      return [
        title.trim(),
        {
          arrows: arrows.filter(({ from, to }) => from !== '[*]' && to !== '[*]'),
          begins: arrows.filter(({ from }) => from === '[*]').map(({ to }) => to),
          ends: arrows.filter(({ to }) => to === '[*]').map(({ from }) => from),
        },
      ]
    }),
  )
}

const drawings = drawingsIn(readFileSync('docs/states.md', 'utf8').replaceAll("'", '’'))

test('every drawing has its table and every table its drawing', () => {
  expect([...drawings.keys()].toSorted()).toEqual(Object.keys(tables).toSorted())
})

test.each(Object.entries(tables))('the drawing of “%s” shows the moves of its table and no others', (title, table) => {
  const drawing = drawings.get(title)
  const moves = Object.entries(table).flatMap(([from, states]) => states.map((to) => `${from} → ${to}`))
  expect([...new Set(drawing?.arrows.map(({ from, to }) => `${from} → ${to}`))].toSorted()).toEqual([...new Set(moves)].toSorted())
  for (const state of drawing?.begins ?? []) expect(Object.keys(table)).toContain(state)
  expect(drawing?.ends.toSorted()).toEqual(
    Object.keys(table)
      .filter((state) => table[state]?.length === 0)
      .toSorted(),
  )
})

test('the drawing of a request for verification names what makes each move', () => {
  const kinds = [...new Set(Object.values(verificationMoves).flatMap((moves) => Object.keys(moves)))]
  const arrows = drawings.get('A request for verification')?.arrows ?? []
  const named = ({ from, to, label }: Drawing['arrows'][number]) =>
    kinds.filter((kind) => new RegExp(`(?<![\\w-])${kind}(?![\\w-])`).test(label)).map((kind) => `${from} ${kind} ${to}`)
  const made = Object.entries(verificationMoves).flatMap(([from, moves]) => Object.entries(moves).map(([kind, to]) => `${from} ${kind} ${to}`))
  expect([...new Set(arrows.flatMap(named))].toSorted()).toEqual(made.toSorted())
})
