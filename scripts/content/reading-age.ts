import type { Block, Inline, Prose } from '#domain/module.ts'

/** Of the sentences of a lesson; lists, tables and options are too short to measure. */
function sentencesOf(blocks: readonly Block[]): string[] {
  const texts = blocks.flatMap((block) => {
    const bodies: Prose[] = block.kind === 'paragraph' ? [block] : 'body' in block ? block.body : 'after' in block ? block.after : []
    return bodies.flatMap((part) => (part.kind === 'paragraph' ? [wordsOf(part.text)] : []))
  })
  return texts.flatMap((text) => text.split(/(?<=[.!?]["”’)]*)\s+/)).filter((sentence) => /\p{L}/u.test(sentence))
}

const wordsOf = (text: readonly Inline[]) => text.map((run) => (run.kind === 'cite' ? '' : run.text)).join('')

/** How many syllables an English word is likely to have: its groups of vowels, but for a silent e at the end. */
export function syllables(word: string): number {
  const bare = word
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/(?:[^laeiouy]es|[^td]ed|[^l]e)$/, (end) => end.charAt(0))
    .replace(/^y/, '')
  return Math.max(1, bare.match(/[aeiouy]+/g)?.length ?? 0)
}

/**
 * The Flesch-Kincaid grade of the running text: years at school that it asks for, to which five are added for an age. Syllables are estimated, so it tells a
 * plain text from a heavy one and no more. Source: Kincaid and others, 1975.
 */
export function gradeOf(blocks: readonly Block[]): number {
  const sentences = sentencesOf(blocks)
  const words = sentences.flatMap((sentence) => sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [])
  if (words.length === 0) return 0
  const spoken = words.reduce((sum, word) => sum + syllables(word), 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (spoken / words.length) - 15.59
}
