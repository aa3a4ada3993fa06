import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ReadModule } from './module-links.ts'
import { compilePaths } from './paths.ts'
import { Report } from './report.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'paths-'))
})
afterEach(() => rm(root, { recursive: true }))

const module = (id: string, audience: string[], after: string[] = []): ReadModule => ({
  id,
  version: 1,
  questions: { file: 'questions.yaml', list: [] },
  audience,
  after,
  skills: [],
  lessons: [],
  file: `${id}/module.yaml`,
  afterLine: 1,
  skillsLine: 1,
  read: [],
})
const modules = [module('m1', ['chair', 'author']), module('m2', ['chair'], ['m1']), module('m3', ['chair'])]

/** What is wrong with a common core of these steps, each on a line of its own from the fourth on. */
async function faultsIn(...steps: string[]) {
  await writeFile(join(root, 'paths.yaml'), `- id: core\n  title: Common core\n  modules:\n${steps.map((step) => `    - { ${step} }\n`).join('')}`)
  const report = new Report()
  const paths = await compilePaths(root, modules, report)
  return { paths, faults: report.faults.map(({ line, what }) => `${line}: ${what}`) }
}

test('a path of modules that exist, once, for their roles and after those they are best done after, is taken as it is', async () => {
  const { paths, faults } = await faultsIn('id: m1, for: [chair, author]', 'id: m2, for: [chair]')
  expect(faults).toEqual([])
  expect(paths).toEqual([
    {
      id: 'core',
      title: 'Common core',
      modules: [
        { id: 'm1', for: ['chair', 'author'] },
        { id: 'm2', for: ['chair'] },
      ],
    },
  ])
})

test('a module may be left out of every path, and its followers stay where they are', async () => {
  expect((await faultsIn('id: m2, for: [chair]')).faults).toEqual([])
})

test('a module that nobody wrote, that stands twice, that comes too early or that is not written for a role is reported on its line', async () => {
  expect((await faultsIn('id: m1, for: [chair]', 'id: m9, for: [chair]')).faults).toEqual(['5: There is no module "m9"'])
  expect((await faultsIn('id: m3, for: [chair]', 'id: m3, for: [chair]')).faults).toEqual(['5: The module "m3" stands in the paths twice'])
  expect((await faultsIn('id: m2, for: [chair]', 'id: m1, for: [chair]')).faults).toEqual([
    '4: The module "m2" is best done after "m1", which comes later',
  ])
  expect((await faultsIn('id: m2, for: [author]')).faults).toEqual(['4: The module "m2" is not written for the role "author"'])
})

test('a role that there is not is reported where it stands', async () => {
  const { paths, faults } = await faultsIn('id: m1, for: [clerk]')
  expect(paths).toEqual([])
  expect(faults).toMatchObject([/^4: 0\.modules\.0\.for\.0: /].map((pattern) => expect.stringMatching(pattern)))
})
