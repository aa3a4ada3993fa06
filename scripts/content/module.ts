import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { CompiledModule } from '#domain/module.schema.ts'
import type { Block, CheckRules, CompiledModule as Compiled, Outcome, Source } from '#domain/module.ts'
import { runsOf } from './block-words.ts'
import { publish, readLesson } from './lesson.ts'
import type { ReadModule } from './module-links.ts'
import { readQuestions } from './questions.ts'
import { reportRealNames } from './real-names.ts'
import { readYaml } from './read-yaml.ts'
import type { Report } from './report.ts'

interface Given {
  id: string
  version: number
  title: string
  summary: string
  audience: string[]
  skills: string[]
  level?: number
  regimes: string[]
  contentNote: string | null
  outcomes: Outcome[]
  lessons: string[]
  check: CheckRules
  after?: string[]
  changed?: string[]
}

/** What a module shows of its skills where it does not say otherwise: a knowledge check shows the first level. */
const knowledge = 1

/** Compiles one version of a module from its folder; undefined when its description cannot be read. What it says of other modules is left to check. */
export async function compileModule(
  folder: string,
  sources: readonly Source[],
  regimes: readonly { code: string; name: string }[],
  recordings: ReadonlyMap<string, string>,
  report: Report,
): Promise<{ read: ReadModule; compiled: Compiled | undefined } | undefined> {
  const yaml = await readYaml(join(folder, 'module.yaml'), report)
  if (yaml.value === null) return undefined
  const given = yaml.value as Given
  const files = (await readdir(folder)).filter((name) => /^\d+-.+\.md$/.test(name)).toSorted()
  const read = await Promise.all(files.map((name) => readLesson(join(folder, name), recordings, report)))
  reportRealNames(await readFile(yaml.file, 'utf8'), yaml.file, report)
  for (const lesson of read) {
    if (!given.lessons.includes(lesson.id)) report.add(lesson.file, 1, `module.yaml does not list the lesson "${lesson.id}"`)
    if (!basename(lesson.file).endsWith(`-${lesson.id}.md`)) report.add(lesson.file, 1, `The file is not named for its id "${lesson.id}"`)
    for (const id of lesson.outcomes)
      if (!given.outcomes.some((outcome) => outcome.id === id)) report.add(lesson.file, 1, `The module has no outcome "${id}"`)
    for (const block of lesson.blocks) {
      if (block.kind === 'regime' && !given.regimes.includes(block.regime))
        report.add(lesson.file, lesson.lineOf(block.id), `The module does not cover the regime "${block.regime}"`)
      for (const id of citesOf(block))
        if (!sources.some((source) => source.id === id)) report.add(lesson.file, lesson.lineOf(block.id), `There is no source ${id} in sources.yaml`)
    }
  }
  for (const id of given.lessons)
    if (!read.some((lesson) => lesson.id === id)) report.add(yaml.file, yaml.lineOf(['lessons']), `There is no file for the lesson "${id}"`)
  for (const code of given.regimes)
    if (!regimes.some((regime) => regime.code === code)) report.add(yaml.file, yaml.lineOf(['regimes']), `There is no regime "${code}"`)
  for (const { id } of given.outcomes)
    if (!read.some((lesson) => lesson.outcomes.includes(id))) report.add(yaml.file, yaml.lineOf(['outcomes']), `No lesson serves the outcome "${id}"`)

  const inOrder = given.lessons.flatMap((id) => read.filter((lesson) => lesson.id === id))
  const bank = await readQuestions(
    folder,
    { outcomes: given.outcomes.map(({ id }) => id), lessons: given.lessons, sources: new Set(sources.map(({ id }) => id)) },
    report,
  )
  const questions = bank.list.map(({ question }) => question)
  const cited = new Set([
    ...read.flatMap((lesson) => lesson.cited),
    ...questions.flatMap(({ options }) => options.flatMap((option) => option.sources)),
  ])
  const lessons = inOrder.map((lesson) => publish(lesson, given, regimes, sources))
  const minutes = inOrder.reduce((sum, lesson) => sum + lesson.minutes, given.check.minutes)
  const summaries = inOrder.map(({ id, title, summary, minutes: takes, contentNote }) => ({ id, title, summary, minutes: takes, contentNote }))
  const after = given.after ?? []
  const changed = given.changed ?? []
  if (basename(folder) !== `v${given.version}`)
    report.add(yaml.file, yaml.lineOf(['version']), `The folder is ${basename(folder)}, so the version is not ${given.version}`)
  if (given.version > 1 && changed.length === 0)
    report.add(yaml.file, 1, 'A later version needs "changed": what is different, a sentence each, for those who are on the version before')
  if (given.version === 1 && changed.length > 0)
    report.add(yaml.file, yaml.lineOf(['changed']), 'There is no version before the first to differ from')
  const about: ReadModule = {
    id: given.id,
    version: given.version,
    after,
    lessons: given.lessons,
    audience: given.audience,
    skills: given.skills,
    file: yaml.file,
    afterLine: yaml.lineOf(['after']),
    skillsLine: yaml.lineOf(['skills']),
    read,
    questions: bank,
  }
  if (report.faults.length > 0) return { read: about, compiled: undefined }
  const module = { ...given, level: given.level ?? knowledge, after, changed, minutes, lessons: summaries }
  return { read: about, compiled: CompiledModule.parse({ module, lessons, questions, sources: sources.filter(({ id }) => cited.has(id)) }) }
}

const citesOf = (block: Block) => new Set(runsOf(block).flatMap((run) => (run.kind === 'cite' ? [run.source] : [])))
