import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { CompiledModule } from '#domain/module.schema.ts'
import type { CheckRules, CompiledModule as Compiled, Outcome, Source } from '#domain/module.ts'
import { publish, readLesson } from './lesson.ts'
import { readQuestions } from './questions.ts'
import { readYaml } from './read-yaml.ts'
import type { Report } from './report.ts'

interface Given {
  id: string
  version: number
  title: string
  summary: string
  audience: string[]
  skills: string[]
  regimes: string[]
  contentNote: string | null
  outcomes: Outcome[]
  lessons: string[]
  check: CheckRules
}

/** Compiles one version of a module from its folder; undefined when its description cannot be read. */
export async function compileModule(
  folder: string,
  sources: readonly Source[],
  regimes: readonly { code: string; name: string }[],
  report: Report,
): Promise<Compiled | undefined> {
  const yaml = await readYaml(join(folder, 'module.yaml'), report)
  if (yaml.value === null) return undefined
  const given = yaml.value as Given
  const files = (await readdir(folder)).filter((name) => /^\d+-.+\.md$/.test(name)).toSorted()
  const read = await Promise.all(files.map((name) => readLesson(join(folder, name), report)))
  for (const lesson of read) {
    if (!given.lessons.includes(lesson.id)) report.add(lesson.file, 1, `module.yaml does not list the lesson "${lesson.id}"`)
    if (!basename(lesson.file).endsWith(`-${lesson.id}.md`)) report.add(lesson.file, 1, `The file is not named for its id "${lesson.id}"`)
    for (const id of lesson.cited)
      if (!sources.some((source) => source.id === id)) report.add(lesson.file, 1, `There is no source ${id} in sources.yaml`)
    for (const id of lesson.outcomes)
      if (!given.outcomes.some((outcome) => outcome.id === id)) report.add(lesson.file, 1, `The module has no outcome "${id}"`)
    for (const block of lesson.blocks)
      if (block.kind === 'regime' && !given.regimes.includes(block.regime))
        report.add(lesson.file, 1, `The module does not cover the regime "${block.regime}"`)
  }
  for (const id of given.lessons)
    if (!read.some((lesson) => lesson.id === id)) report.add(yaml.file, yaml.lineOf(['lessons']), `There is no file for the lesson "${id}"`)
  for (const code of given.regimes)
    if (!regimes.some((regime) => regime.code === code)) report.add(yaml.file, yaml.lineOf(['regimes']), `There is no regime "${code}"`)
  for (const { id } of given.outcomes)
    if (!read.some((lesson) => lesson.outcomes.includes(id))) report.add(yaml.file, yaml.lineOf(['outcomes']), `No lesson serves the outcome "${id}"`)

  const inOrder = given.lessons.flatMap((id) => read.filter((lesson) => lesson.id === id))
  const questions = await readQuestions(
    folder,
    { outcomes: given.outcomes.map(({ id }) => id), lessons: given.lessons, sources: new Set(sources.map(({ id }) => id)) },
    report,
  )
  const cited = new Set([
    ...read.flatMap((lesson) => lesson.cited),
    ...questions.flatMap(({ options }) => options.flatMap((option) => option.sources)),
  ])
  const lessons = inOrder.map((lesson) => publish(lesson, given, regimes, sources))
  const minutes = inOrder.reduce((sum, lesson) => sum + lesson.minutes, given.check.minutes)
  const summaries = inOrder.map(({ id, title, summary, minutes: takes, contentNote }) => ({ id, title, summary, minutes: takes, contentNote }))
  if (report.faults.length > 0) return undefined
  return CompiledModule.parse({
    module: { ...given, minutes, lessons: summaries },
    lessons,
    questions,
    sources: sources.filter(({ id }) => cited.has(id)),
  })
}
