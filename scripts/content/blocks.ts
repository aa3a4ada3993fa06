import type { Code, Root, RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Block, Inline, Prose } from '#domain/module.ts'
import { blocksToDo } from './blocks-to-do.ts'
import { blocksToRead } from './blocks-to-read.ts'
import { inlines } from './inline.ts'
import { parseYaml } from './read-yaml.ts'
import type { Report } from './report.ts'

const parser = unified().use(remarkParse).use(remarkGfm)
const kinds = { ...blocksToRead, ...blocksToDo }

export interface ReadBlocks {
  blocks: Block[]
  /** The line of the file on which a block starts, by its id. */
  lineOf: (id: string) => number
}

/**
 * Compiles the Markdown of a lesson to blocks, numbered in order. `offset` is the number of lines before it in the file; `shown` are the files
 * that a lesson may show, by name, with the text of those that are text.
 */
export function compileBlocks(markdown: string, file: string, offset: number, shown: ReadonlyMap<string, string>, report: Report): ReadBlocks {
  let made = 0
  const nextId = () => `b${(made += 1)}`
  const refuse = (line: number, what: string) => report.add(file, line + offset, what)
  const root: Root = parser.parse(markdown)
  const blocks: Block[] = []
  const lines = new Map<string, number>()
  let lastHeading = 1
  let caption: string | null = null

  const prose = (node: RootContent, refuseAt = refuse): Prose | null => {
    if (node.type === 'paragraph') return { kind: 'paragraph', id: nextId(), text: inlines(node.children, refuseAt) }
    if (node.type === 'list') {
      const items = node.children.map((item): Inline[] => {
        const [only, ...more] = item.children
        if (only?.type !== 'paragraph' || more.length > 0) refuseAt(item.position?.start.line ?? 1, 'Lists are flat: put one paragraph in each item')
        return only?.type === 'paragraph' ? inlines(only.children, refuseAt) : []
      })
      return { kind: 'list', id: nextId(), ordered: node.ordered === true, items }
    }
    return null
  }
  const refuseNode = (type: string, line: number): [] => {
    refuse(line, `A lesson cannot hold ${type === 'html' ? 'HTML' : type} here`)
    return []
  }

  function fenced(node: Code): Block[] {
    const line = node.position?.start.line ?? 1
    const make = kinds[node.lang ?? '']
    if (!make) {
      refuse(line, `There is no block named ${node.lang ?? 'nothing'}. Use one of ${Object.keys(kinds).toSorted().join(', ')}`)
      return []
    }
    const yaml = parseYaml(node.value, file, line + offset, report)
    if (yaml.value === null) {
      if (node.value.trim() === '') refuse(line, 'This block is empty')
      return []
    }
    const at = (path: (string | number)[]) => yaml.lineOf(path) - offset
    const block = make({
      yaml,
      report,
      nextId,
      shown: (name) => shown.get(name),
      inline: (text, path) => {
        const [paragraph, ...more] = parser.parse(text).children
        if (paragraph?.type !== 'paragraph' || more.length > 0) refuse(at(path), 'Write one paragraph here, and nothing else')
        return paragraph?.type === 'paragraph' ? inlines(paragraph.children, (_, what) => refuse(at(path), what)) : []
      },
      prose: (text, path) =>
        parser.parse(text).children.flatMap((child) => prose(child, (_, what) => refuse(at(path), what)) ?? refuseNode(child.type, at(path))),
    })
    return block ? [block] : []
  }

  for (const node of root.children) {
    const line = node.position?.start.line ?? 1
    const before = blocks.length
    if (node.type === 'heading') {
      const text = inlines(node.children, refuse)
      if (node.depth === 1 || node.depth > 3) refuse(line, 'Use ## or ###: the title of the lesson is the only heading above them')
      else if (node.depth > lastHeading + 1) refuse(line, 'A ### needs a ## before it')
      lastHeading = node.depth
      const words = text.map((run) => (run.kind === 'cite' ? '' : run.text))
      blocks.push({ kind: 'heading', id: nextId(), level: node.depth === 3 ? 3 : 2, text: words.join('').trim() })
    } else if (node.type === 'paragraph' && node.children[0]?.type === 'text' && node.children[0].value.startsWith('Table:')) {
      caption = node.children[0].value.slice('Table:'.length).trim()
    } else if (node.type === 'table') {
      if (!caption) refuse(line, 'Write "Table: " and a caption in the paragraph before a table')
      const [head, ...rows] = node.children.map((row) => row.children.map((cell) => inlines(cell.children, refuse)))
      blocks.push({ kind: 'table', id: nextId(), caption: caption ?? '', head: head ?? [], rows })
      caption = null
    } else if (node.type === 'blockquote') {
      const id = nextId()
      blocks.push({ kind: 'quotation', id, body: node.children.flatMap((child) => prose(child) ?? refuseNode(child.type, line)) })
    } else if (node.type === 'code') blocks.push(...fenced(node))
    else {
      const plain = prose(node)
      if (plain) blocks.push(plain)
      else refuseNode(node.type, line)
    }
    for (const { id } of blocks.slice(before)) lines.set(id, line + offset)
  }
  return { blocks, lineOf: (id) => lines.get(id) ?? 1 }
}
