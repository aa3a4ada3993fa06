import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyFramework } from '#testing/any-framework.ts'
import { aFramework } from '#testing/framework.ts'
import { domainsMatching } from './framework-search.ts'

const found = (asked: Parameters<typeof domainsMatching>[1]) =>
  domainsMatching(aFramework(), asked).flatMap(({ skills }) => skills.map(({ id }) => id))

test('a role finds the skills that it needs, and no domain without one', () => {
  expect(found({ role: 'chair' })).toEqual(['1.1', '3.3'])
  expect(domainsMatching(aFramework(), { role: 'adviser' }).map(({ id }) => id)).toEqual(['d1'])
})

test('a search finds skills that hold all its words, anywhere and in either case', () => {
  expect(found({ search: 'CHRONOLOG' })).toEqual(['5.1'])
  expect(found({ search: 'level chairing 4' })).toEqual(['3.3'])
  expect(found({ search: 'analysing' })).toEqual(['5.1'])
  expect(found({ search: 'nothing of the kind' })).toEqual([])
  expect(found({ role: 'chair', search: 'chronologies' })).toEqual([])
})

test('a word is found where it begins, not in the middle of another, and signs in it are only signs', () => {
  expect(found({ search: 'nologies' })).toEqual([])
  expect(found({ search: '[s01]' })).toEqual(['1.1', '3.3', '5.1'])
  expect(found({ search: '.*' })).toEqual([])
})

test('asking for nothing leaves out nothing but empty domains, and asking for more never finds more', () => {
  fc.assert(
    fc.property(anyFramework, fc.string(), fc.string(), (framework, one, other) => {
      const ids = (search: string) => domainsMatching(framework, { search }).flatMap(({ skills }) => skills.map(({ id }) => id))
      expect(ids('')).toEqual(framework.domains.flatMap(({ skills }) => skills.map(({ id }) => id)))
      expect(ids(one)).toEqual(expect.arrayContaining(ids(`${one} ${other}`)))
    }),
  )
})
