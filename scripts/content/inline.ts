import type { PhrasingContent } from 'mdast'
import type { Inline } from '#domain/module.ts'

type Refuse = (line: number, what: string) => void

/** Runs of text out of Markdown: plain, stressed, linked, and citations such as [S20]. Anything else is refused. */
export function inlines(nodes: readonly PhrasingContent[], refuse: Refuse): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    switch (node.type) {
      case 'text':
        return cited(node.value)
      case 'strong':
      case 'emphasis': {
        const text = plain(node.children)
        return cited(text).map((run) => (run.kind === 'text' ? { kind: node.type, text: run.text } : run))
      }
      case 'link':
        return [{ kind: 'link', text: plain(node.children), href: node.url }]
      case 'break':
        return [{ kind: 'text', text: ' ' }]
      default:
        refuse(node.position?.start.line ?? 1, `A lesson cannot hold ${words[node.type] ?? node.type}. Write it as text`)
        return []
    }
  })
}

const words: Record<string, string> = {
  html: 'HTML',
  image: 'a picture',
  inlineCode: 'code',
  delete: 'struck-out text',
  footnoteReference: 'a footnote',
}

const plain = (nodes: readonly PhrasingContent[]): string =>
  nodes.map((node) => ('value' in node ? node.value : 'children' in node ? plain(node.children) : '')).join('')

/** Splits text at its citations; several in one bracket, [S20, S21], are several. */
function cited(text: string): Inline[] {
  return text.split(/(\[S\d+(?:, ?S\d+)*\])/).flatMap((part): Inline[] => {
    if (!/^\[S\d/.test(part)) return part === '' ? [] : [{ kind: 'text', text: part.replace(/\s+/g, ' ') }]
    return [...part.matchAll(/S\d+/g)].map(([source]) => ({ kind: 'cite', source }))
  })
}
