import { getDocumentProxy } from 'unpdf'

/** A part of a PDF as software that reads out finds it: what it is, and the text that it holds itself. */
export interface ReadPart {
  role: string
  text: string
  parts: ReadPart[]
}

interface StructureNode {
  role?: string
  type?: string
  id?: string
  children?: StructureNode[]
}

/** A PDF as somebody else's reader sees it. Each page has what is written on it: a part that goes over several is in the list once for each. */
export async function readPdf(bytes: Uint8Array) {
  const file = await getDocumentProxy(new Uint8Array(bytes))
  const { info } = await file.getMetadata()
  const { Title, Language } = info as Record<string, string>
  const parts: ReadPart[] = []
  const links: string[] = []
  const texts: string[] = []
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number)
    const byPiece = new Map<string, string>()
    let piece: string | undefined
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    for (const item of items) {
      if ('str' in item) {
        texts.push(item.str, item.hasEOL ? ' ' : '')
        if (piece !== undefined) byPiece.set(piece, (byPiece.get(piece) ?? '') + item.str)
      } else piece = item.type === 'beginMarkedContentProps' ? item.id : undefined
    }
    const read = ({ role = '', children = [] }: StructureNode): ReadPart => ({
      role,
      text: tidied(children.map(({ type, id }) => (type === 'content' && id ? (byPiece.get(id) ?? '') : '')).join(' ')),
      parts: children
        .filter((child) => child.role !== undefined)
        .map(read)
        .filter(({ text, parts: within }) => text !== '' || within.length > 0),
    })
    const tree = (await page.getStructTree()) as StructureNode | null
    if (tree) parts.push(...read(tree).parts.flatMap((one) => (one.role === 'Document' ? one.parts : [one])))
    for (const { url } of (await page.getAnnotations()) as { url?: string }[]) if (url) links.push(url)
  }
  const { numPages: pages } = file
  const marked = ((await file.getMarkInfo()) as { Marked?: boolean } | null)?.Marked === true
  return { title: Title, language: Language, marked, pages, parts, links, text: tidied(texts.join('')) }
}

/** All parts of a role, however deep, in the order in which they are read. */
export const partsOf = (parts: readonly ReadPart[], role: string): ReadPart[] =>
  parts.flatMap((one) => [...(one.role === role ? [one] : []), ...partsOf(one.parts, role)])

const tidied = (text: string) => text.replace(/\s+/g, ' ').trim()
