import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import matter from 'gray-matter'
import type { Block, Lesson, Outcome, Source } from '#domain/module.ts'
import { minutesOf, runsOf } from './block-words.ts'
import { compileBlocks } from './blocks.ts'
import { gradeOf } from './reading-age.ts'
import { reportRealNames } from './real-names.ts'
import type { Report } from './report.ts'

/** The years at school above which a text is too heavy, however senior its readers. */
const highestGrade = 14

export interface ReadLesson {
  file: string
  id: string
  title: string
  summary: string
  contentNote: string | null
  outcomes: string[]
  blocks: Block[]
  minutes: number
  cited: string[]
  /** Where a block starts, for faults that only the whole shows. */
  lineOf: (block: string) => number
}

/** Reads one lesson: its front matter, its blocks, and what they take to read. `recordings` are those that there are, by name. */
export async function readLesson(file: string, recordings: ReadonlyMap<string, string>, report: Report): Promise<ReadLesson> {
  const text = await readFile(file, 'utf8')
  const { data, content } = matter(text)
  const offset = text.slice(0, text.length - content.length).split('\n').length - 1
  const given = (key: string) => {
    const value: unknown = data[key]
    if (typeof value !== 'string' || value === '') report.add(file, 1, `The front matter needs ${key}`)
    return typeof value === 'string' ? value : ''
  }
  const shown = new Map([...recordings, ...(await readDrawings(dirname(file)))])
  const { blocks, lineOf } = compileBlocks(content, file, offset, shown, report)
  const minutes = minutesOf(blocks)
  if (minutes < 8 || minutes > 20)
    report.add(file, 1, `This lesson takes ${minutes} minutes; a lesson takes 8 to 20. ${minutes < 8 ? 'Say more' : 'Make it two'}`)
  const cited = [...new Set(blocks.flatMap(runsOf).flatMap((run) => (run.kind === 'cite' ? [run.source] : [])))]
  if (cited.length === 0) report.add(file, 1, 'A lesson cites at least one source, as [S20]')
  checkHeadings(blocks, (block, what) => report.add(file, lineOf(block), what))
  const grade = gradeOf(blocks)
  if (grade > highestGrade)
    report.add(
      file,
      1,
      `This lesson reads as if for ${Math.round(grade)} years at school; at most ${highestGrade}. Shorten its sentences, or take plainer words`,
    )
  reportRealNames(text, file, report)
  const note: unknown = data['contentNote']
  return {
    file,
    id: given('id'),
    title: given('title'),
    summary: given('summary'),
    contentNote: typeof note === 'string' ? note : null,
    outcomes: Array.isArray(data['outcomes']) ? data['outcomes'].map(String) : [],
    blocks,
    minutes,
    cited,
    lineOf,
  }
}

/** The drawings beside the lessons, by the name that a lesson calls them. */
async function readDrawings(folder: string): Promise<Map<string, string>> {
  const names = await readdir(join(folder, 'figures')).catch(() => [])
  return new Map(await Promise.all(names.map(async (name) => [`figures/${name}`, await readFile(join(folder, 'figures', name), 'utf8')] as const)))
}

/** Somebody who goes from heading to heading has to tell them apart. */
function checkHeadings(blocks: readonly Block[], refuse: (block: string, what: string) => void): void {
  const seen = new Set<string>()
  for (const block of blocks) {
    if (block.kind !== 'heading') continue
    const key = block.text.toLowerCase()
    if (seen.has(key)) refuse(block.id, `The heading "${block.text}" stands in this lesson twice`)
    seen.add(key)
  }
}

/** A lesson as it is published, with the sources it cites. */
export function publish(
  read: ReadLesson,
  module: { id: string; version: number; title: string; outcomes: readonly Outcome[] },
  regimes: readonly { code: string; name: string }[],
  sources: readonly Source[],
): Lesson {
  const { id, title, summary, minutes, contentNote, blocks, cited } = read
  return {
    id,
    title,
    summary,
    minutes,
    contentNote,
    moduleId: module.id,
    moduleVersion: module.version,
    moduleTitle: module.title,
    outcomes: module.outcomes.filter((outcome) => read.outcomes.includes(outcome.id)),
    regimes: regimes
      .filter(({ code }) => blocks.some((block) => block.kind === 'regime' && block.regime === code))
      .map(({ code, name }) => ({ code, name })),
    blocks,
    sources: sources.filter((source) => cited.includes(source.id)),
  }
}
