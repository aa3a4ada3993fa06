import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { content } from '#content/content.ts'
import { compileDossiers } from './dossiers.ts'
import { Report } from './report.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dossiers-'))
  await cp('src/content/dossiers/v1', folder, { recursive: true })
})
afterEach(() => rm(folder, { recursive: true }))

async function faultsAfter(from: string | RegExp, to: string, file = 'a1.yaml') {
  const path = join(folder, file)
  const before = await readFile(path, 'utf8')
  expect(before).toMatch(from)
  await writeFile(path, before.replace(from, to))
  const report = new Report()
  await compileDossiers(folder, content.frameworks, report)
  return report.text.replaceAll(`${folder}/`, '')
}

test('the dossiers that ship are sound: eight, three skills each, every level from 0 to 4 among the references', async () => {
  const report = new Report()
  const dossiers = await compileDossiers(folder, content.frameworks, report)
  expect(report.text).toBe('')
  expect(dossiers).toHaveLength(8)
  const levels = dossiers.flatMap(({ skills }) => skills.map(({ reference }) => reference.level))
  expect(levels).toHaveLength(24)
  expect(new Set(levels)).toEqual(new Set([0, 1, 2, 3, 4]))
})

test('a skill that the framework does not have is reported with its line', async () => {
  expect(await faultsAfter("skill: '3.3'", "skill: '9.9'")).toBe('a1.yaml:10: There is no skill 9.9 in version 1 of the framework')
})

test('a skill that is asked of other roles alone is reported', async () => {
  const skill = content.frameworks[0]?.domains.flatMap(({ skills }) => skills).find(({ roles }) => !roles.some(({ role }) => role === 'chair'))
  expect(await faultsAfter("skill: '3.3'", `skill: '${skill?.id}'`)).toMatch(/a1.yaml:10: Skill .* is not asked of the chair/)
})

test('a skill asked about twice, a missing reason, a level outside the scale and a dossier of two skills are reported', async () => {
  expect(await faultsAfter("skill: '2.4'", "skill: '3.3'")).toMatch(/^a1.yaml:\d+: Skill 3.3 is asked about twice$/)
  expect(await faultsAfter(/level: 3\n {6}reason: >-\n(?: {8}.*\n)+/, 'level: 3\n', 'a2.yaml')).toMatch(/a2.yaml:\d+: skills.1.reference.reason: /)
  expect(await faultsAfter(/reference:\n {6}level: \d/, 'reference:\n      level: 5', 'a3.yaml')).toMatch(/a3.yaml:\d+: skills.0.reference.level: /)
  expect(await faultsAfter(/ {2}- skill: '1.4'[\s\S]*$/, '', 'a4.yaml')).toMatch(/a4.yaml:\d+: skills: A dossier asks about three skills/)
})

test('a dossier under the name of another, and a version of the framework that is not there, are reported', async () => {
  expect(await faultsAfter('id: a1', 'id: a9')).toBe('a1.yaml:1: Dossier a9 belongs in the file a9.yaml')
  expect(await faultsAfter('framework: 1', 'framework: 7', 'dossiers.yaml')).toMatch(/^dossiers.yaml:3: There is no version 7 of the framework/m)
})
