import { readFile } from 'node:fs/promises'
import matter from 'gray-matter'
import type { Block, Inline, Lesson, Outcome, Prose, Source } from '#domain/module.ts'
import { compileBlocks } from './blocks.ts'
import type { Report } from './report.ts'

const wordsAMinute = 200
const minutesADecision = 2

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
}

/** Reads one lesson: its front matter, its blocks, and what they take to read. */
export async function readLesson(file: string, report: Report): Promise<ReadLesson> {
  const text = await readFile(file, 'utf8')
  const { data, content } = matter(text)
  const offset = text.slice(0, text.length - content.length).split('\n').length - 1
  const given = (key: string) => {
    const value: unknown = data[key]
    if (typeof value !== 'string' || value === '') report.add(file, 1, `The front matter needs ${key}`)
    return typeof value === 'string' ? value : ''
  }
  const blocks = compileBlocks(content, file, offset, report)
  const runs = blocks.flatMap(runsOf)
  const words = runs
    .map((run) => (run.kind === 'cite' ? '' : run.text))
    .join(' ')
    .split(/\s+/)
    .filter(Boolean).length
  const decisions = blocks.filter(({ kind }) => kind === 'decide').length
  const minutes = Math.ceil(words / wordsAMinute) + decisions * minutesADecision
  if (minutes < 8 || minutes > 20)
    report.add(file, 1, `This lesson takes ${minutes} minutes; a lesson takes 8 to 20. ${minutes < 8 ? 'Say more' : 'Make it two'}`)
  const cited = [...new Set(runs.flatMap((run) => (run.kind === 'cite' ? [run.source] : [])))]
  if (cited.length === 0) report.add(file, 1, 'A lesson cites at least one source, as [S20]')
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
  }
}

const ofProse = (body: readonly Prose[]): Inline[] => body.flatMap((part) => (part.kind === 'paragraph' ? part.text : part.items.flat()))
const said = (text: string): Inline => ({ kind: 'text', text })

/** Everything in a block that somebody reads. */
function runsOf(block: Block): Inline[] {
  switch (block.kind) {
    case 'heading':
      return [said(block.text)]
    case 'paragraph':
    case 'list':
      return ofProse([block])
    case 'quotation':
    case 'regime':
      return ofProse(block.body)
    case 'callout':
      return [said(block.title), ...ofProse(block.body)]
    case 'table':
      return [said(block.caption), ...block.head.flat(), ...block.rows.flat(2)]
    case 'timeline':
      return [said(block.caption), ...block.entries.flatMap(({ when, what }) => [said(when), ...what])]
    case 'decide':
      // One response is read, not all of them.
      return [
        said(block.prompt),
        ...block.options.map(({ text }) => said(text)),
        ...block.options.flatMap(({ response }) => response.filter(({ kind }) => kind === 'cite')),
        ...(block.options[0]?.response ?? []),
        ...ofProse(block.after),
      ]
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
