import { expect, test } from 'vitest'
import { wanted } from './wanted-page.ts'

const after = (next: string) => wanted(new URLSearchParams({ next }))

test('leads to the page of ours that was asked for, with its filters', () => {
  expect(after('/roster?name=okafor&role=chair')).toBe('/roster?name=okafor&role=chair')
  expect(wanted(new URLSearchParams())).toBe('/home')
})

test('leads home from anything that a browser would read as another site', () => {
  for (const next of [
    '//example.com',
    '/\\example.com',
    '/\t/example.com',
    '/\n/example.com',
    'https://example.com',
    'example.com',
    '\\\\example.com',
  ])
    expect(after(next), JSON.stringify(next)).toBe('/home')
})
