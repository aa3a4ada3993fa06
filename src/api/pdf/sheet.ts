import { paper } from './page-space.ts'
import { bytesOf, PdfFile, pdfText } from './pdf-file.ts'
import type { Font } from './pdf-font.ts'
import { type DrawnLink, type Part, part, writeStructure } from './structure.ts'

/** What a document says of itself. */
export interface About {
  title: string
  author: string
  /** A UTC moment. */
  made: string
  /** Stands at the foot of every page, and is passed over by those who listen. */
  foot: string
}

interface Drawn {
  bold: boolean
  size: number
  leading: number
  left?: number
  colour?: string
}

/** The pages as they are drawn. `height` is how far above the foot of the page the next line's top is. */
export class Sheet {
  height = 0
  readonly #pages: { drawing: string[]; pieces: number }[] = []
  readonly #root = part('Document')
  readonly #links: DrawnLink[] = []
  readonly #fonts: Record<'regular' | 'bold', Font>

  constructor(fonts: Record<'regular' | 'bold', Font>) {
    this.#fonts = fonts
    this.#turn()
  }

  #turn(): void {
    this.#pages.push({ drawing: [], pieces: 0 })
    this.height = paper.height - paper.top
  }

  get #page() {
    const page = this.#pages.at(-1)
    if (!page) throw new Error('There is no page yet')
    return page
  }

  font = (bold: boolean): Font => this.#fonts[bold ? 'bold' : 'regular']

  add(made: Part, to: Part = this.#root): Part {
    to.kids.push(made)
    return made
  }

  /** Turns the page when less than `tall` is left on it. */
  room(tall: number): void {
    if (this.height - tall < paper.bottom) this.#turn()
  }

  move(by: number): void {
    this.height -= by
  }

  /** One line of text that belongs to a part, and moves on below it. */
  line(owner: Part, text: string, look: Drawn): void {
    this.room(look.leading)
    this.write(owner, text, look)
    this.move(look.leading)
  }

  write(owner: Part, text: string, { bold, size, leading, left = 0, colour = '0.043 0.047 0.047' }: Drawn): void {
    const page = this.#page
    const piece = page.pieces
    page.pieces += 1
    owner.kids.push({ page: this.#pages.length - 1, piece })
    const base = this.height - (leading - size) / 2 - size * 0.8
    page.drawing.push(
      `/${owner.tag} <</MCID ${piece}>> BDC BT ${colour} rg /${bold ? 'B' : 'R'} ${size} Tf ${fixed(paper.left + left)} ${fixed(base)} Td ${this.font(bold).shown(text)} Tj ET EMC`,
    )
  }

  /** Underlines the line that was written last, and makes it a link. */
  linkTo(owner: Part, { href, words, width, leading }: { href: string; words: string; width: number; leading: number }): void {
    const [right, low, high] = [paper.left + width, this.height + 1, this.height + leading]
    owner.kids.push({ link: this.#links.length })
    this.#links.push({ page: this.#pages.length - 1, box: [paper.left, low, right, high], href, words })
    this.#artifact(`0.114 0.439 0.722 RG 0.7 w ${paper.left} ${fixed(low + 1)} m ${fixed(right)} ${fixed(low + 1)} l S`)
  }

  rule(): void {
    this.#artifact(`0.69 0.705 0.714 RG 0.6 w ${paper.left} ${fixed(this.height)} m ${fixed(paper.width - paper.right)} ${fixed(this.height)} l S`)
  }

  /** What is there for the eye alone. */
  #artifact(drawing: string): void {
    this.#page.drawing.push(`/Artifact BMC ${drawing} EMC`)
  }

  async finish({ title, author, made, foot }: About): Promise<Uint8Array<ArrayBuffer>> {
    const file = new PdfFile()
    const feet = this.#pages.map((_, index) => {
      const text = this.#pages.length > 1 ? `${foot} – page ${index + 1} of ${this.#pages.length}` : foot
      return `/Artifact <</Type /Pagination /Subtype /Footer>> BDC BT 0.314 0.353 0.373 rg /R 9 Tf ${paper.left} 36 Td ${this.font(false).shown(text)} Tj ET EMC`
    })
    const [catalogue, pageTree] = [file.name(), file.name()]
    const pages = this.#pages.map(() => file.name())
    const { tree, annotations } = writeStructure(file, this.#root, pages, this.#links)
    const font = { R: await this.#fonts.regular.writeTo(file), B: await this.#fonts.bold.writeTo(file) }
    for (const [index, page] of pages.entries()) {
      const drawing = [...(this.#pages[index]?.drawing ?? []), feet[index] ?? '']
      file.write(
        {
          Type: '/Page',
          Parent: pageTree,
          MediaBox: [0, 0, paper.width, paper.height],
          Resources: { Font: font },
          Contents: await file.writeStream(bytesOf(drawing.join('\n')), {}),
          StructParents: index,
          Tabs: '/S',
          Annots: annotations[index] ?? [],
        },
        page,
      )
    }
    file.write({ Type: '/Pages', Kids: pages, Count: pages.length }, pageTree)
    const about = await file.writeStream(bytesOf(description(title, author, made)), { plain: true, Type: '/Metadata', Subtype: '/XML' })
    file.write(
      {
        Type: '/Catalog',
        Pages: pageTree,
        Lang: '(en-GB)',
        MarkInfo: { Marked: true },
        StructTreeRoot: tree,
        Metadata: about,
        ViewerPreferences: { DisplayDocTitle: true },
      },
      catalogue,
    )
    const day = made.replace(/\D/g, '').slice(0, 14)
    const info = file.write({ Title: pdfText(title), Author: pdfText(author), Producer: pdfText('Panel Pool'), CreationDate: `(D:${day}Z)` })
    const id = new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(`${title} ${made}`)))
    return file.end({ root: catalogue, info, id: Array.from(id.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('') })
  }
}

const fixed = (number: number): string => String(Math.round(number * 100) / 100)

/** What the file says of itself, in XMP. It does not claim to follow PDF/UA: nothing that checks for it was run. */
const description = (title: string, author: string, made: string): string => `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${xml(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${xml(made)}</xmp:CreateDate>
<pdf:Producer>Panel Pool</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`

const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
