import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evidenceMoves, type EvidenceState, isReadable, ownMoves, ownMovesOf } from './evidence.ts'

const states = Object.keys(evidenceMoves) as EvidenceState[]

test('an owner can only ask for moves that are in the table', () => {
  for (const state of states) expect(evidenceMoves[state]).toEqual(expect.arrayContaining([...ownMoves[state]]))
})

test('every state can be reached, and purged is the end', () => {
  const reached = new Set<EvidenceState>(['draft'])
  for (const state of reached) for (const next of evidenceMoves[state]) reached.add(next)
  expect(reached).toEqual(new Set(states))
  expect(evidenceMoves.purged).toEqual([])
})

test('from every state a piece of evidence can be closed or got rid of, without waiting for anybody', () => {
  for (const state of states.filter((one) => one !== 'purged'))
    expect(
      ownMoves[state].some((move) => move === 'quarantined' || move === 'purged'),
      state,
    ).toBe(true)
})

test('whatever moves are made, words are read again after a quarantine only by way of "ready"', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 30 }), (choices) => {
      let state: EvidenceState = 'draft'
      let closed = false
      for (const choice of choices) {
        const allowed: readonly EvidenceState[] = evidenceMoves[state]
        const next: EvidenceState | undefined = allowed[choice % Math.max(1, allowed.length)]
        if (!next) break
        if (next === 'quarantined') closed = true
        else if (closed && next === 'ready') closed = false
        state = next
        if (closed) expect(isReadable(state)).toBe(false)
      }
    }),
  )
})

test('what was never whole cannot come back out of quarantine', () => {
  expect(ownMovesOf('quarantined', false)).toEqual(['purged'])
  expect(ownMovesOf('quarantined', true)).toEqual(['ready', 'purged'])
})
