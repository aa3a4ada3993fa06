import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { namesWarnings } from './names-warning.ts'

const kinds = (text: string) => namesWarnings(text).map(({ kind }) => kind)

describe('warns of', () => {
  test.each([
    ['label', 'In the review of Child A we met four times.'],
    ['label', 'The learning event for baby P was hard.'],
    ['label', 'Sibling B2 was interviewed.'],
    ['label', 'Young Person Q did not attend.'],
    ['initials', 'The case of J.S., born 3 May 2009, was first.'],
    ['initials', 'JS (dob 03/05/2009) was known to us.'],
    ['birth-date', 'Date of birth: 12 June 2011.'],
    ['birth-date', 'who was born on 12/06/2011'],
    ['name', 'Her son Jack Oldcastle moved twice.'],
    ['name', 'I spoke with the mother, Ottoline Barzanji.'],
    ['name', 'Jack Oldcastle, aged 7, was not heard.'],
    ['name', 'Jack Oldcastle’s mother asked us.'],
    ['name', 'Siobhán Ó’Neill and her daughter came.'],
    ['address', 'They lived at 14 Old Mill Lane for a year.'],
    ['address', 'The home was in NE1 4LP.'],
    ['number', 'NHS number 943 476 5919'],
    ['number', '943 476 5919 was on the file'],
    ['number', 'Case no: FD21/P00123'],
    ['number', 'police reference 44/12345/19'],
    ['number', 'National Insurance AB 12 34 56 C'],
  ])('%s: %s', (kind, text) => {
    expect(kinds(text)).toContain(kind)
  })
})

describe('lets pass', () => {
  test.each([
    'I chaired five panels for Northmoor Safeguarding Children Board between 2015 and 2019.',
    'Child Protection Conference minutes were late, so I asked the Child Death Overview Panel for theirs.',
    'As a child I moved often, which helps me to listen.',
    'The mother was not asked. The father had left in March 2019, as the Care Act allows.',
    'Lord Laming and Eileen Munro wrote about this; Working Together 2010 sets it out.',
    'Ring me on 0191 498 0123 about the draft of 12 May 2024.',
    'We met at the Town Hall. My report is 40 pages and took 12 days.',
    'Skills 5.1 and 5.5, level 3; module M11; reference [S48].',
    'Bryn Pritchard, who commissioned the report, saw me chair three meetings.',
    'The GP and the health visitor each held half of the picture.',
    '',
  ])('%s', (text) => {
    expect(namesWarnings(text)).toEqual([])
  })
})

test('says each thing once, in the order of the text, ten at most, and only words that are there', () => {
  expect(namesWarnings('Child B, then Child A, then Child B again.').map(({ found }) => found)).toEqual(['Child B', 'Child A'])
  const many = Array.from({ length: 20 }, (_, index) => `Child Z${index}`).join('. ')
  expect(namesWarnings(many)).toHaveLength(10)
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      for (const { found } of namesWarnings(text)) expect(text).toContain(found)
    }),
  )
})

test('a label is found wherever it stands', () => {
  const letters = fc.constantFrom(...'BCDEFGHJKLMNOPQRSTUVWXYZ'.split(''))
  fc.assert(
    fc.property(fc.lorem(), letters, fc.lorem(), (before, letter, after) => {
      expect(kinds(`${before} Child ${letter}. ${after}`)).toContain('label')
    }),
  )
})
