import { linesOf, measure } from './page-space.ts'
import { openFont } from './pdf-font.ts'
import { type About, Sheet } from './sheet.ts'
import { part, type Tag } from './structure.ts'

/** What a document is made of, from top to bottom. In a table the first cell of each row is its header. */
export type Block =
  | { kind: 'title' | 'heading' | 'paragraph' | 'strong'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'table'; caption?: string; columns?: readonly string[]; rows: readonly (readonly string[])[] }
  | { kind: 'link'; before: string; text: string; href: string }

export interface PdfDocument extends About {
  blocks: readonly Block[]
}

const body = { size: 11, leading: 16, after: 8 }
const looks = {
  title: { tag: 'H1', bold: true, size: 24, leading: 30, before: 0, after: 10 },
  heading: { tag: 'H2', bold: true, size: 14, leading: 19, before: 12, after: 5 },
  paragraph: { tag: 'P', bold: false, before: 0, ...body },
  strong: { tag: 'P', bold: true, before: 0, ...body },
} as const satisfies Record<string, { tag: Tag; bold: boolean; size: number; leading: number; before: number; after: number }>

/**
 * A tagged PDF of A4 pages in British English: each part is marked as the heading, paragraph, list, table or link that it is, in the order in which it is
 * read, so that software reads it out as it reads a page. Its letters come with it. See `docs/decisions/0015`.
 */
export async function taggedPdf(document: PdfDocument): Promise<Uint8Array<ArrayBuffer>> {
  const { regular, bold } = await import('./fonts/noto-sans.ts')
  const fonts = { regular: await openFont('PNPOOL+NotoSans-Regular', regular, false), bold: await openFont('PNPOOL+NotoSans-Bold', bold, true) }
  const sheet = new Sheet(fonts)
  for (const block of document.blocks) draw(sheet, block)
  return sheet.finish(document)
}

/** Whether every letter of a text can be drawn. */
export async function canDraw(text: string): Promise<boolean> {
  const { regular } = await import('./fonts/noto-sans.ts')
  return (await openFont('NotoSans', regular, false)).draws(text)
}

function draw(sheet: Sheet, block: Block): void {
  if (block.kind === 'list') return drawList(sheet, block.items)
  if (block.kind === 'table') return drawTable(sheet, block)
  if (block.kind === 'link') return drawLink(sheet, block)
  const { tag, bold, size, leading, before, after } = looks[block.kind]
  const owner = sheet.add(part(tag))
  const lines = linesOf(block.text, sheet.font(bold), size, measure)
  // A heading stays with the two lines that follow it.
  sheet.room(before + lines.length * leading + (block.kind === 'heading' ? after + 2 * body.leading : 0))
  sheet.move(before)
  for (const line of lines) sheet.line(owner, line, { bold, size, leading })
  sheet.move(after)
}

function drawList(sheet: Sheet, items: readonly string[]): void {
  const list = sheet.add(part('L', { O: '/List', ListNumbering: '/Disc' }))
  const indent = 14
  for (const item of items) {
    const entry = sheet.add(part('LI'), list)
    const [label, words] = [sheet.add(part('Lbl'), entry), sheet.add(part('LBody'), entry)]
    for (const [index, line] of linesOf(item, sheet.font(false), body.size, measure - indent).entries()) {
      if (index === 0) sheet.write(label, '• ', { ...body, bold: false, left: 2 })
      sheet.line(words, line, { ...body, bold: false, left: indent })
    }
    sheet.move(2)
  }
  sheet.move(body.after - 2)
}

/** A row is never broken over two pages. */
function drawTable(sheet: Sheet, { caption, columns, rows }: Extract<Block, { kind: 'table' }>): void {
  const table = sheet.add(part('Table'))
  if (caption !== undefined) {
    const { size, leading, before, after } = looks.heading
    const owner = sheet.add(part('Caption'), table)
    sheet.room(before + leading + after + 4 * body.leading)
    sheet.move(before)
    for (const line of linesOf(caption, sheet.font(true), size, measure)) sheet.line(owner, line, { bold: true, size, leading })
    sheet.move(after)
  }
  const first = columns ? 0.7 : 0.3
  const widths = [measure * first, measure * (1 - first)]
  const drawRow = (cells: readonly string[], heads: boolean) => {
    const row = sheet.add(part('TR'), table)
    const laid = cells.map((text, column) => {
      const bold = heads || column === 0
      return { bold, lines: linesOf(text, sheet.font(bold), body.size, (widths[column] ?? 0) - 8), head: bold }
    })
    const tall = Math.max(...laid.map(({ lines }) => lines.length)) * body.leading
    sheet.room(tall + 8)
    sheet.move(4)
    const top = sheet.height
    for (const [column, { bold, lines, head }] of laid.entries()) {
      const scope = head ? { O: '/Table', Scope: heads ? '/Column' : '/Row' } : undefined
      const cell = sheet.add(part(head ? 'TH' : 'TD', scope), row)
      sheet.height = top
      for (const line of lines) sheet.line(cell, line, { ...body, bold, left: column === 0 ? 0 : (widths[0] ?? 0) })
    }
    sheet.height = top - tall
    sheet.move(4)
    sheet.rule()
  }
  if (columns) drawRow(columns, true)
  for (const row of rows) drawRow(row, false)
  sheet.move(body.after + 2)
}

function drawLink(sheet: Sheet, { before, text, href }: Extract<Block, { kind: 'link' }>): void {
  const paragraph = sheet.add(part('P'))
  sheet.room(body.leading * 2)
  for (const line of linesOf(before, sheet.font(false), body.size, measure)) sheet.line(paragraph, line, { ...body, bold: false })
  const link = sheet.add(part('Link'), paragraph)
  for (const line of linesOf(text, sheet.font(false), body.size, measure)) {
    sheet.line(link, line, { ...body, bold: false, colour: '0.114 0.439 0.722' })
    sheet.linkTo(link, { href, words: text, width: sheet.font(false).widthOf(line.trimEnd(), body.size), leading: body.leading })
  }
  sheet.move(body.after)
}
