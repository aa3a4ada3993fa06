import { expect, test } from 'vitest'
import { organisationIdOf, standsFor, wouldRing } from './organisation.ts'

const merged = [
  { id: 'a', successorId: 'b' },
  { id: 'b', successorId: 'c' },
  { id: 'split', successorId: 'c' },
  { id: 'split', successorId: 'd' },
]

test('a body stands for what it became at the end, and one that was split for each that followed', () => {
  expect(standsFor('a', merged)).toEqual(['c'])
  expect(standsFor('split', merged)).toEqual(['c', 'd'])
  expect(standsFor('unheard-of', merged)).toEqual(['unheard-of'])
})

test('bodies that became part of each other are one, whichever is asked for', () => {
  const ring = [...merged, { id: 'x', successorId: 'y' }, { id: 'y', successorId: 'x' }, { id: 'w', successorId: 'y' }]
  expect(['w', 'x', 'y'].map((id) => standsFor(id, ring))).toEqual([['x'], ['x'], ['x']])
})

test('a merger that would lead back to where it began is seen beforehand', () => {
  expect(wouldRing('c', 'a', merged)).toBe(true)
  expect(wouldRing('c', 'c', merged)).toBe(true)
  expect(wouldRing('c', 'd', merged)).toBe(false)
})

test('an id is made of a name as it is searched', () => {
  expect(organisationIdOf('Bournemouth, Christchurch and Poole Council')).toBe('bournemouth-christchurch-and-poole-council')
})
