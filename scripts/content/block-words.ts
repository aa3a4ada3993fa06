import type { Block, Inline, Prose } from '#domain/module.ts'

const wordsAMinute = 200

const ofProse = (body: readonly Prose[]): Inline[] => body.flatMap((part) => (part.kind === 'paragraph' ? part.text : part.items.flat()))
const said = (text: string): Inline => ({ kind: 'text', text })
const citesOnly = (texts: readonly (readonly Inline[])[]) => texts.flat().filter(({ kind }) => kind === 'cite')

/** Everything in a block that somebody reads who goes through it once: of a choice, the words for one option. */
export function runsOf(block: Block): Inline[] {
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
      return [
        said(block.prompt),
        ...block.options.map(({ text }) => said(text)),
        ...citesOnly(block.options.map(({ response }) => response)),
        ...(block.options[0]?.response ?? []),
        ...ofProse(block.after),
      ]
    case 'choose':
      return [
        said(block.prompt),
        ...block.options.map(({ text }) => said(text)),
        ...citesOnly(block.options.map(({ feedback }) => feedback)),
        ...block.options.filter(({ right }) => right).flatMap(({ feedback }) => feedback),
        ...ofProse(block.after),
      ]
    case 'order':
      return [said(block.prompt), ...block.items.flatMap(({ text, why }) => [said(text), ...why]), ...ofProse(block.after)]
    case 'match':
      return [said(block.prompt), ...block.pairs.flatMap(({ left, right, why }) => [said(left), said(right), ...why]), ...ofProse(block.after)]
    case 'reflect':
      return [said(block.prompt)]
    case 'checklist':
      return [said(block.title), ...block.items.flat()]
    case 'figure':
      return block.caption
    case 'recording': // somebody listens or reads, so that its words take no time beside its own
      return [said(block.title), ...citesOnly([ofProse(block.transcript)])]
    case 'hard':
      return [said(block.note), ...ofProse(block.body)]
  }
}

/** Minutes that a block asks for beside its reading. */
function activity(block: Block): number {
  switch (block.kind) {
    case 'decide':
    case 'order':
    case 'match':
      return 2
    case 'choose':
      return 1
    case 'figure':
      return 0.5
    case 'recording':
      return block.minutes
    case 'reflect':
      return (block.words ?? 100) / 100
    default:
      return 0
  }
}

/** What a lesson takes in whole minutes: 200 words a minute, and what its activities ask for. */
export function minutesOf(blocks: readonly Block[]): number {
  const words = blocks
    .flatMap(runsOf)
    .map((run) => (run.kind === 'cite' ? '' : run.text))
    .join(' ')
    .split(/\s+/)
    .filter(Boolean).length
  return Math.ceil(words / wordsAMinute + blocks.reduce((sum, block) => sum + activity(block), 0))
}
