import { expect, test } from 'vitest'
import { minutesOf } from './block-words.ts'
import { compileBlocks } from './blocks.ts'
import { Report } from './report.ts'

const figures = new Map([
  [
    'figures/who.svg',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 100"><rect width="9" height="9"/><text x="1" y="20">Who</text></svg>',
  ],
])

/** The blocks of some Markdown that starts at line 1 of a file, and what is wrong with it. */
function compiled(markdown: string) {
  const report = new Report()
  return { ...compileBlocks(markdown, 'lesson.md', 0, figures, report), faults: report.text }
}
const fence = (kind: string, yaml: string) => `\`\`\`${kind}\n${yaml.trim()}\n\`\`\`\n`
const faultsOf = (kind: string, yaml: string) => compiled(fence(kind, yaml)).faults

const choose = `
prompt: Who decides?
options:
  - { text: The chair, right: true, feedback: 'The board decides on advice [S48]' }
  - { text: The author, feedback: The author writes }
after: |
  And that is that [S23].
`
const order = `
prompt: Put in order
items:
  - { text: One, why: It comes first }
  - { text: Two, why: It comes next }
  - { text: Three, why: It is last }
`
const match = `
prompt: Who does what?
pairs:
  - { left: Chair, right: Presides, why: 'By the guidance [S48]' }
  - { left: Author, right: Writes }
  - { left: Panel, right: Weighs }
`
const figure = `
file: figures/who.svg
alt: Who decides at each of the three steps
caption: Who decides
`

test('every kind of block compiles to what it says', () => {
  const { blocks, faults } = compiled(
    [
      fence('choose', choose),
      fence('order', order),
      fence('match', match),
      fence('reflect', 'prompt: What would you do?\nwords: 300'),
      fence('checklist', "title: Before you begin\nitems: ['Read it', 'Ask *them* [S48]']"),
      fence('figure', figure),
      fence('hard', 'note: It speaks of an injury\ntext: |\n  One.\n\n  Two.'),
    ].join('\n'),
  )
  expect(faults).toBe('')
  expect(blocks).toMatchObject([
    {
      kind: 'choose',
      several: false,
      options: [
        { id: 'a', right: true, feedback: [{ kind: 'text' }, { kind: 'cite', source: 'S48' }] },
        { id: 'b', right: false },
      ],
      after: [{ kind: 'paragraph' }],
    },
    {
      kind: 'order',
      items: [
        { id: 'a', text: 'One' },
        { id: 'b', text: 'Two' },
        { id: 'c', text: 'Three' },
      ],
      after: [],
    },
    { kind: 'match', pairs: [{ left: 'Chair', right: 'Presides' }, { why: [] }, { left: 'Panel' }] },
    { kind: 'reflect', prompt: 'What would you do?', words: 300 },
    { kind: 'checklist', items: [[{ text: 'Read it' }], [{ text: 'Ask ' }, { kind: 'emphasis' }, { text: ' ' }, { source: 'S48' }]] },
    { kind: 'figure', caption: [{ text: 'Who decides' }], drawing: { tag: 'svg', attributes: { viewBox: '0 0 320 100' } } },
    { kind: 'hard', note: 'It speaks of an injury', body: [{ kind: 'paragraph' }, { kind: 'paragraph' }] },
  ])
  expect(new Set(blocks.map(({ id }) => id)).size).toBe(7)
})

test('a choice without a right option, with two, or without feedback is reported with its line', () => {
  expect(faultsOf('choose', choose.replace('right: true, ', ''))).toBe(
    'lesson.md:4: Exactly one option is right, not 0. Write several: true when more than one may be',
  )
  expect(faultsOf('choose', choose.replace('author,', 'author, right: true,'))).toMatch(/^lesson.md:4: Exactly one option is right, not 2/)
  expect(faultsOf('choose', `several: true\n${choose.replace('author,', 'author, right: true,').trim()}`)).toBe('')
  expect(faultsOf('choose', `several: true\n${choose.replace('right: true, ', '').trim()}`)).toBe('lesson.md:5: No option is marked as right')
  expect(faultsOf('choose', choose.replace(', feedback: The author writes', ''))).toBe(
    'lesson.md:5: options.1.feedback: Write feedback: every option needs it',
  )
  expect(faultsOf('choose', choose.replace('feedback: The', 'feedbak: The'))).toMatch(/lesson.md:5: options.1: Unrecognized key: "feedbak"/)
})

test('an order of two, an item without its reason and two items that say the same are reported', () => {
  expect(faultsOf('order', order.replace(/ {2}- \{ text: Three.*\n/, ''))).toBe('lesson.md:4: items: An order has 3 to 14 items')
  expect(faultsOf('order', order.replace(', why: It comes next', ''))).toBe('lesson.md:5: items.1.why: Write why it stands here')
  expect(faultsOf('order', order.replace('Two', 'ONE'))).toMatch(/^lesson.md:4: items: Two items say the same/)
})

test('a match whose lefts or rights are not distinct, or with two pairs, is reported', () => {
  expect(faultsOf('match', match.replace('Author', 'Chair'))).toBe('lesson.md:4: pairs: Two pairs have the same left side')
  expect(faultsOf('match', match.replace('Writes', 'presides'))).toMatch(/^lesson.md:4: pairs: Two pairs have the same right side/)
  expect(faultsOf('match', match.replace(/ {2}- \{ left: Panel.*\n/, ''))).toBe('lesson.md:4: pairs: A match has 3 to 8 pairs')
})

test('a figure that is not there, or whose words for those who do not see it are too few, is reported', () => {
  expect(faultsOf('figure', figure.replace('who.svg', 'how.svg'))).toBe('lesson.md:2: There is no figures/how.svg beside the lesson')
  expect(faultsOf('figure', figure.replace('figures/who', '../who'))).toMatch(/^lesson.md:2: file: A drawing is an SVG in figures\//)
  expect(faultsOf('figure', figure.replace(/alt: .*/, 'alt: A drawing'))).toBe(
    'lesson.md:3: alt: Say what the figure shows in at least 20 characters',
  )
})

test('distressing words need a note, and a reflection a number of words that is a number', () => {
  expect(faultsOf('hard', 'text: Words')).toMatch(/^lesson.md:2: note: Write a note/)
  expect(faultsOf('reflect', 'prompt: What?\nwords: some')).toMatch(/^lesson.md:3: words: Write about how many words/)
})

test('stress in words that are shown as they are, a second paragraph where one belongs, and an unknown kind are reported', () => {
  expect(faultsOf('reflect', "prompt: 'What do **you** do?'")).toMatch(/^lesson.md:2: prompt: These words are shown as they are/)
  expect(faultsOf('checklist', 'title: A\nitems:\n  - One\n  - "- two"')).toBe('lesson.md:5: Write one paragraph here, and nothing else')
  expect(faultsOf('chose', 'prompt: A')).toMatch(/^lesson.md:1: There is no block named chose. Use one of callout, checklist, choose, decide/)
})

test('what an activity asks for counts: 200 words a minute, and halves are rounded up in the sum', () => {
  const words = `${'word '.repeat(380)}\n\n`
  const minutes = (...fences: string[]) => minutesOf(compiled(words + fences.join('\n')).blocks)
  expect(minutes()).toBe(2)
  expect(minutes(fence('figure', figure))).toBe(3)
  expect(minutes(fence('figure', figure), fence('figure', figure))).toBe(3)
  expect(minutes(fence('reflect', 'prompt: What would you do?'))).toBe(3)
  expect(minutes(fence('reflect', 'prompt: What would you do?\nwords: 250'))).toBe(5)
  expect(minutes(fence('order', order))).toBe(4)
  expect(minutes(fence('match', match))).toBe(4)
  expect(minutes(fence('choose', choose))).toBe(3)
})
