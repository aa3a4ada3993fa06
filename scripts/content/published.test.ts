import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { compileContent } from './compile.ts'
import { checkPublished, lockAll, lockFile } from './published.ts'
import { Report } from './report.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'content-'))
  await cp('src/content', root, { recursive: true, filter: (file) => !/modules\/(?!m1(\/|$))/.test(file) })
  await writeFile(join(root, 'paths.yaml'), '- { id: core, title: Common core, modules: [{ id: m1, for: [chair] }] }\n')
  // Only the one module is there to be published.
  const lock = JSON.parse(await readFile('src/content/published.json', 'utf8')) as Record<string, string>
  await publish(Object.fromEntries(Object.entries(lock).filter(([file]) => !/^modules\/(?!m1\/)/.test(file))))
})
afterEach(() => rm(root, { recursive: true }))

const publish = (lock: Record<string, string>) => writeFile(join(root, lockFile), JSON.stringify(lock))
const faults = async () => (await compileContent(root)).faults
const edit = async (file: string, from: string | RegExp, to: string) =>
  writeFile(join(root, file), (await readFile(join(root, file), 'utf8')).replace(from, to))

/** A second version, as an editor makes one: the folder copied, and the number and the note changed. */
async function secondVersion() {
  await cp(join(root, 'modules/m1/v1'), join(root, 'modules/m1/v2'), { recursive: true })
  await edit('modules/m1/v2/module.yaml', 'version: 1', 'version: 2')
  await appendFile(join(root, 'modules/m1/v2/module.yaml'), 'changed: [A question is clearer.]\n')
}

test('every version that ships is published and as it was published', async () => {
  const report = new Report()
  expect(await checkPublished('src/content', report)).toEqual([])
  expect(report.text).toBe('')
})

test('a file of a published version that was changed, added or taken away is refused, with what to do instead', async () => {
  await appendFile(join(root, 'modules/m1/v1/questions.yaml'), '\n# A remark\n')
  expect(await faults()).toBe(
    'modules/m1/v1/questions.yaml:1: This file was changed, and modules/m1/v1 is published. Put it back, copy modules/m1/v1 to modules/m1/v2 and edit that',
  )
  await cp('src/content/modules/m1/v1/questions.yaml', join(root, 'modules/m1/v1/questions.yaml'))
  await writeFile(join(root, 'modules/m1/v1/notes.txt'), 'Words')
  expect(await faults()).toMatch(/^modules\/m1\/v1\/notes.txt:1: This file was added/)
  await rm(join(root, 'modules/m1/v1/notes.txt'))
  await rm(join(root, 'dossiers/v1/a1.yaml'))
  expect(await faults()).toMatch(/dossiers\/v1\/a1.yaml:1: This file is gone/)
})

test('how lines end is no change', async () => {
  await edit('modules/m1/v1/module.yaml', /\n/g, '\r\n')
  expect(await faults()).toBe('')
})

test('a next version is a draft that may change until it is published, and never after', async () => {
  await secondVersion()
  expect(await compileContent(root)).toMatchObject({ faults: '', drafts: ['modules/m1/v2'] })
  await edit('modules/m1/v2/module.yaml', 'A question', 'One question')
  expect(await faults()).toBe('')
  await publish(await lockAll(root))
  expect(await compileContent(root)).toMatchObject({ faults: '', drafts: [] })
  await edit('modules/m1/v2/module.yaml', 'One question', 'A question')
  expect(await faults()).toMatch(/^modules\/m1\/v2\/module.yaml:1: This file was changed/)
})

test('publishing takes nothing that is published as it is now', async () => {
  await appendFile(join(root, 'modules/m1/v1/questions.yaml'), '\n# A remark\n')
  await publish(await lockAll(root))
  expect(await faults()).toMatch(/questions.yaml:1: This file was changed/)
})

test('a later version says what is different, and is numbered as its folder', async () => {
  await secondVersion()
  await edit('modules/m1/v2/module.yaml', /changed: .*\n/, '')
  expect(await faults()).toMatch(/^modules\/m1\/v2\/module.yaml:1: A later version needs "changed"/)
  await edit('modules/m1/v2/module.yaml', 'version: 2', 'version: 3')
  expect(await faults()).toMatch(/module.yaml:2: The folder is v2, so the version is not 3/)
})

test('a question that says something else than in the version before needs a version of its own', async () => {
  await secondVersion()
  await edit('modules/m1/v2/questions.yaml', 'stem: A child', 'stem: A girl')
  expect(await faults()).toBe('modules/m1/v2/questions.yaml:2: m1-q01 differs from that of version 1 of the module: give it version 2')
  await edit('modules/m1/v2/questions.yaml', 'id: m1-q01\n  version: 1', 'id: m1-q01\n  version: 2')
  expect(await faults()).toBe('')
})
