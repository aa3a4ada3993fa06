import type { Code, Root, RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Block, Inline, Prose } from '#domain/module.ts'
import { inlines } from './inline.ts'
import { parseYaml } from './read-yaml.ts'
import type { Report } from './report.ts'

const parser = unified().use(remarkParse).use(remarkGfm)

/** Compiles the Markdown of a lesson to blocks, numbered in order. `offset` is the number of lines before it in the file. */
export function compileBlocks(markdown: string, file: string, offset: number, report: Report): Block[] {
  let made = 0
  const nextId = () => `b${(made += 1)}`
  const refuse = (line: number, what: string) => report.add(file, line + offset, what)
  const root: Root = parser.parse(markdown)
  const blocks: Block[] = []
  let lastHeading = 1
  let caption: string | null = null

  const prose = (node: RootContent): Prose | null => {
    if (node.type === 'paragraph') return { kind: 'paragraph', id: nextId(), text: inlines(node.children, refuse) }
    if (node.type === 'list') {
      const items = node.children.map((item): Inline[] => {
        const [only, ...more] = item.children
        if (only?.type !== 'paragraph' || more.length > 0) refuse(item.position?.start.line ?? 1, 'Lists are flat: put one paragraph in each item')
        return only?.type === 'paragraph' ? inlines(only.children, refuse) : []
      })
      return { kind: 'list', id: nextId(), ordered: node.ordered === true, items }
    }
    return null
  }

  const said = (text: unknown) => (typeof text === 'string' ? text : '')
  const proseOf = (text: unknown, line: number): Prose[] => {
    if (typeof text !== 'string') {
      refuse(line, 'This block needs text')
      return []
    }
    return parser.parse(text).children.flatMap((node) => prose(node) ?? refuseNode(node.type, line))
  }
  const inlineOf = (text: unknown): Inline[] => {
    const [paragraph] = parser.parse(said(text)).children
    return paragraph?.type === 'paragraph' ? inlines(paragraph.children, refuse) : []
  }
  const refuseNode = (type: string, line: number): [] => {
    refuse(line, `A lesson cannot hold ${type === 'html' ? 'HTML' : type} here`)
    return []
  }

  function fenced(node: Code): Block[] {
    const line = node.position?.start.line ?? 1
    const { value } = parseYaml(node.value, file, line + offset, report)
    const given = (value ?? {}) as Record<string, unknown>
    switch (node.lang) {
      case 'callout':
        return [{ kind: 'callout', id: nextId(), title: said(given['title']), body: proseOf(given['text'], line) }]
      case 'regime':
        return [{ kind: 'regime', id: nextId(), regime: said(given['regime']), body: proseOf(given['text'], line) }]
      case 'timeline': {
        const entries = ((given['entries'] as Record<string, unknown>[] | undefined) ?? []).map(({ when, what }) => ({
          when: String(when),
          what: inlineOf(what),
        }))
        return [{ kind: 'timeline', id: nextId(), caption: said(given['caption']), entries }]
      }
      case 'decide': {
        const options = ((given['options'] as Record<string, unknown>[] | undefined) ?? []).map(({ text, response }, index) => ({
          id: 'abcdef'.charAt(index),
          text: String(text),
          response: inlineOf(response),
        }))
        if (options.length < 2) refuse(line, 'A decision needs at least two options')
        return [{ kind: 'decide', id: nextId(), prompt: said(given['prompt']), options, after: proseOf(given['after'], line) }]
      }
      default:
        refuse(line, `There is no block named ${node.lang ?? 'nothing'}. Use callout, regime, timeline or decide`)
        return []
    }
  }

  for (const node of root.children) {
    const line = node.position?.start.line ?? 1
    if (node.type === 'heading') {
      const text = inlines(node.children, refuse)
      if (node.depth === 1 || node.depth > 3) refuse(line, 'Use ## or ###: the title of the lesson is the only heading above them')
      else if (node.depth > lastHeading + 1) refuse(line, 'A ### needs a ## before it')
      lastHeading = node.depth
      blocks.push({
        kind: 'heading',
        id: nextId(),
        level: node.depth === 3 ? 3 : 2,
        text: text
          .map((run) => (run.kind === 'cite' ? '' : run.text))
          .join('')
          .trim(),
      })
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
  }
  return blocks
}
