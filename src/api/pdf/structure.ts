import { type PdfFile, type PdfValue, pdfText, type Ref } from './pdf-file.ts'

/** What the parts of a document are. Source: ISO 32000-1, 14.8.4. */
export type Tag = 'Document' | 'H1' | 'H2' | 'P' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Table' | 'TR' | 'TH' | 'TD' | 'Caption' | 'Link'

/** A part of the document with what it holds, in the order in which it is read: other parts, pieces of drawing, and links. */
export interface Part {
  tag: Tag
  attributes?: PdfValue
  kids: Kid[]
}
type Kid = Part | { page: number; piece: number } | { link: number }

export const part = (tag: Tag, attributes?: PdfValue): Part => ({ tag, kids: [], ...(attributes ? { attributes } : {}) })

/** A link where it is drawn. Its address is `href`, and `words` say where it leads. */
export interface DrawnLink {
  page: number
  box: readonly [number, number, number, number]
  href: string
  words: string
}

/**
 * Writes the tree of a document's parts, the pages' way back into it, and the links. Pages and links are counted from 0.
 * Source: ISO 32000-1, 14.7.
 */
export function writeStructure(file: PdfFile, root: Part, pages: readonly Ref[], links: readonly DrawnLink[]): { tree: Ref; annotations: Ref[][] } {
  const tree = file.name()
  const owners: Ref[][] = pages.map(() => [])
  const linkParents: Ref[] = []
  const annotationRefs = links.map(() => file.name())
  const pageRef = (page: number): Ref => {
    const ref = pages[page]
    if (!ref) throw new Error(`There is no page ${page}`)
    return ref
  }
  const writePart = ({ tag, attributes, kids }: Part, parent: Ref): Ref => {
    const at = file.name()
    const written = kids.map((kid): PdfValue => {
      if ('tag' in kid) return writePart(kid, at)
      if ('link' in kid) {
        const [annotation, link] = [annotationRefs[kid.link], links[kid.link]]
        if (!annotation || !link) throw new Error(`There is no link ${kid.link}`)
        linkParents[kid.link] = at
        return { Type: '/OBJR', Obj: annotation, Pg: pageRef(link.page) }
      }
      const owned = owners[kid.page] ?? []
      owned[kid.piece] = at
      return { Type: '/MCR', Pg: pageRef(kid.page), MCID: kid.piece }
    })
    return file.write({ Type: '/StructElem', S: `/${tag}`, P: parent, K: written, A: attributes }, at)
  }
  const document = writePart(root, tree)
  // The keys 0 and up are pages, those after them links.
  const numbers: PdfValue[] = owners.flatMap((owned, page) => [page, owned])
  for (const [index, link] of links.entries()) {
    const parent = linkParents[index]
    const annotation = annotationRefs[index]
    if (!parent || !annotation) throw new Error('A link stands in no part of the document')
    numbers.push(pages.length + index, parent)
    file.write(
      {
        Type: '/Annot',
        Subtype: '/Link',
        Rect: link.box,
        Border: [0, 0, 0],
        F: 4,
        Contents: pdfText(link.words),
        A: { S: '/URI', URI: `(${link.href.replace(/[\\()]/g, String.raw`\$&`)})` },
        StructParent: pages.length + index,
        P: pageRef(link.page),
      },
      annotation,
    )
  }
  file.write({ Type: '/StructTreeRoot', K: [document], ParentTree: { Nums: numbers }, ParentTreeNextKey: pages.length + links.length }, tree)
  const annotations = pages.map((_, page) => annotationRefs.filter((__, index) => links[index]?.page === page))
  return { tree, annotations }
}
