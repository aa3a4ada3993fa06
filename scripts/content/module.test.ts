import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { compileContent } from './compile.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'content-'))
  // One module is enough to break, and far quicker to compile than all of them.
  await cp('src/content', root, { recursive: true, filter: (file) => !/modules\/(?!m1(\/|$))/.test(file) })
  // Nothing of it is published, so that it may be broken.
  await rm(join(root, 'published.json'))
  await writeFile(join(root, 'paths.yaml'), '- { id: core, title: Common core, modules: [{ id: m1, for: [chair] }] }\n')
})
afterEach(() => rm(root, { recursive: true }))

const lesson = 'modules/m1/v1/1-short-history.md'

/** What is wrong once some text of a file is another. */
async function faultsAfter(from: string | RegExp, to: string, file = lesson) {
  const path = join(root, file)
  const before = await readFile(path, 'utf8')
  expect(before).toMatch(from)
  await writeFile(path, before.replace(from, to))
  return (await compileContent(root)).faults
}
const lineOf = async (text: string) => (await readFile(join(root, lesson), 'utf8')).split('\n').findIndex((line) => line.startsWith(text)) + 1

test('the content that ships has no faults', async () => {
  expect((await compileContent('src/content')).faults).toBe('')
})

test('a module may be best done after one of the syllabus that is still to be written, not after one that nobody knows, nor after itself', async () => {
  expect(await faultsAfter(/$/, 'after: [m14]\n', 'modules/m1/v1/module.yaml')).toBe('')
  expect(await faultsAfter('after: [m14]', 'after: [m15]', 'modules/m1/v1/module.yaml')).toMatch(
    /^modules\/m1\/v1\/module.yaml:\d+: There is no module "m15"$/,
  )
  expect(await faultsAfter('after: [m15]', 'after: [m1]', 'modules/m1/v1/module.yaml')).toMatch(/A module cannot be best done after itself$/)
})

test('a module serves skills of the framework alone', async () => {
  expect(await faultsAfter("skills: ['1.1',", "skills: ['1.9',", 'modules/m1/v1/module.yaml')).toMatch(
    /^modules\/m1\/v1\/module.yaml:\d+: The framework has no skill "1.9"$/,
  )
})

test('a link inside the product leads somewhere, and one outside is https', async () => {
  const ending = /\n$/
  expect(
    await faultsAfter(ending, '\n\nSee [the limits](/training/m1/lessons/limits), [yours](/home) and [the act](https://example.org/act).\n'),
  ).toBe('')
  expect(await faultsAfter('/training/m1/lessons/limits', '/training/m1/lessons/limit')).toMatch(
    /^modules\/m1\/v1\/1-short-history.md:\d+: \/training\/m1\/lessons\/limit leads nowhere: there is no such lesson$/,
  )
  expect(await faultsAfter('/training/m1/lessons/limit', '/training/m99')).toMatch(/leads nowhere: there is no such module$/)
  expect(await faultsAfter('/training/m99', '2-limits.md')).toMatch(/"2-limits.md" is no address/)
  expect(await faultsAfter('2-limits.md', '/houme')).toMatch(/\/houme is no page of the product/)
  expect(await faultsAfter('/houme', '#b999')).toMatch(/There is no block #b999 in this lesson/)
})

test('a heading that stands twice is reported where it stands again', async () => {
  const [, heading = ''] = /^## (.+)$/m.exec(await readFile(join(root, lesson), 'utf8')) ?? []
  const faults = await faultsAfter(/\n$/, `\n\n## ${heading.toUpperCase()}\n\nWords.\n`)
  expect(faults).toBe(`${lesson}:${await lineOf(`## ${heading.toUpperCase()}`)}: The heading "${heading.toUpperCase()}" stands in this lesson twice`)
})

test('an unknown source is reported on the line of its block', async () => {
  const faults = await faultsAfter(/\n$/, '\n\nA claim [S9999].\n')
  expect(faults).toBe(`${lesson}:${await lineOf('A claim')}: There is no source S9999 in sources.yaml`)
})

test('a lesson that reads heavily is reported', async () => {
  const heavy =
    'Notwithstanding organisational responsibilities, multidisciplinary collaboration necessitates comprehensive documentation of institutional accountability, incorporating considerations regarding proportionality, individualised intervention and interdepartmental communication. '
  expect(await faultsAfter(/(---\n[\s\S]+?---\n)[\s\S]+/, `$1\nIt begins [S48].\n\n${heavy.repeat(80)}\n`)).toMatch(
    /1-short-history.md:1: This lesson reads as if for \d+ years at school; at most 14/,
  )
})

test('a child or a family of a real case is reported on its line, in a lesson, in a question and in the description of the module', async () => {
  // What the press called a child in 2008, which names nobody.
  const called = ['Baby', 'P'].join(' ')
  const fault = 'This names a child or a family of a real case. Name the inquiry by its chair and year, or invent the people'
  expect(await faultsAfter(/\n$/, `\n\nThe case of ${called}’s review.\n`)).toBe(`${lesson}:${await lineOf('The case')}: ${fault}`)
  const questions = await faultsAfter('stem: A child', `stem: ${called}, a child`, 'modules/m1/v1/questions.yaml')
  expect(questions).toMatch(/questions.yaml:6: This names a child/)
  expect(await faultsAfter('summary: Why', `summary: ${called}. Why`, 'modules/m1/v1/module.yaml')).toMatch(/module.yaml:4: This names a child/)
})
