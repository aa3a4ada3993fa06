import { bytesOf, type PdfFile, type Ref, unpacked } from './pdf-file.ts'

/** Drawn for a letter that the font has not: a circle of dots, as printers use where a letter is missing. */
const inPlace = 0x25cc

/** A font that can be measured and put into a PDF. Sizes are in thousandths of the font's height. */
export interface Font {
  /** False for a text in which something is drawn as a circle of dots, since the font has no such letter. */
  draws: (text: string) => boolean
  /** The width of a text at a size, in the unit of the size. */
  widthOf: (text: string, size: number) => number
  /** The text as the drawing of a page names its letters. Also a letter that is drawn as a circle is read out of the file as what it is. */
  shown: (text: string) => string
  /** Puts the font into a file, with the letters that were shown so far named as text. */
  writeTo: (file: PdfFile) => Promise<Ref>
}

/** A font from the base 64 of a packed TrueType file whose units are a thousandth of its height. Letters are looked up in its `cmap` of format 4. */
export async function openFont(name: string, base64: string, bold: boolean): Promise<Font> {
  const packed = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
  const font = await unpacked(packed)
  const view = new DataView(font.buffer)
  const tables = tablesOf(view)
  const glyphs = glyphsByLetter(view, tables.cmap)
  const widths = widthsByGlyph(view, tables)
  // What a page names is a number of our own for each letter, so that two letters which look alike are still told apart in the text of the file.
  const numbers = new Map<number, number>()
  const glyphOf = (letter: number) => glyphs.get(letter) ?? glyphs.get(inPlace) ?? 0
  const letters = (text: string) => Array.from(text.normalize('NFC'), (letter) => letter.codePointAt(0) ?? 0)
  const numberOf = (letter: number) => {
    const number = numbers.get(letter) ?? numbers.size + 1
    numbers.set(letter, number)
    return number
  }
  return {
    draws: (text) => letters(text).every((letter) => glyphs.has(letter)),
    widthOf: (text, size) => (letters(text).reduce((sum, letter) => sum + (widths[glyphOf(letter)] ?? 0), 0) * size) / 1000,
    shown: (text) =>
      `<${letters(text)
        .map((letter) => hex(numberOf(letter)))
        .join('')}>`,
    writeTo: async (file) => {
      const fontFile = await file.writeStream(packed, { packed: true, Length1: font.length })
      const box = [36, 38, 40, 42].map((at) => view.getInt16(tables.head + at))
      const [ascent, descent] = [view.getInt16(tables.hhea + 4), view.getInt16(tables.hhea + 6)]
      const descriptor = file.write({
        Type: '/FontDescriptor',
        FontName: `/${name}`,
        Flags: 32,
        FontBBox: box,
        ItalicAngle: 0,
        Ascent: ascent,
        Descent: descent,
        CapHeight: 714,
        StemV: bold ? 140 : 80,
        FontFile2: fontFile,
      })
      const shown = [...numbers.keys()]
      const glyphNumbers = new Uint8Array(2 * (shown.length + 1))
      for (const [at, letter] of shown.entries()) new DataView(glyphNumbers.buffer).setUint16(2 * (at + 1), glyphOf(letter))
      const descendant = file.write({
        Type: '/Font',
        Subtype: '/CIDFontType2',
        BaseFont: `/${name}`,
        CIDSystemInfo: { Registry: '(Adobe)', Ordering: '(Identity)', Supplement: 0 },
        CIDToGIDMap: await file.writeStream(glyphNumbers, {}),
        FontDescriptor: descriptor,
        W: [1, shown.map((letter) => widths[glyphOf(letter)] ?? 0)],
      })
      const toUnicode = await file.writeStream(bytesOf(lettersByNumber(shown)), {})
      return file.write({
        Type: '/Font',
        Subtype: '/Type0',
        BaseFont: `/${name}`,
        Encoding: '/Identity-H',
        DescendantFonts: [descendant],
        ToUnicode: toUnicode,
      })
    },
  }
}

const hex = (number: number) => number.toString(16).toUpperCase().padStart(4, '0')

const inUtf16 = (letter: number): string => {
  const char = String.fromCodePoint(letter)
  return Array.from({ length: char.length }, (_, at) => hex(char.charCodeAt(at))).join('')
}

type Tables = Record<'cmap' | 'head' | 'hhea' | 'hmtx' | 'maxp', number>

/** Where each table begins. Source: the OpenType specification, "Font file". */
function tablesOf(view: DataView): Tables {
  const found = new Map<string, number>()
  for (let entry = 0; entry < view.getUint16(4); entry += 1) {
    const at = 12 + 16 * entry
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((place) => view.getUint8(at + place)))
    found.set(tag, view.getUint32(at + 8))
  }
  const table = (tag: string) => {
    const at = found.get(tag)
    if (at === undefined) throw new Error(`The font has no table ${tag}`)
    return at
  }
  return { cmap: table('cmap'), head: table('head'), hhea: table('hhea'), hmtx: table('hmtx'), maxp: table('maxp') }
}

/** Source: the OpenType specification, "cmap", format 4: letters in segments. */
function glyphsByLetter(view: DataView, cmap: number): Map<number, number> {
  const tables = Array.from({ length: view.getUint16(cmap + 2) }, (_, index) => cmap + view.getUint32(cmap + 4 + 8 * index + 4))
  const table = tables.find((at) => view.getUint16(at) === 4)
  if (table === undefined) throw new Error('The font names its letters in no way that is read here')
  const twice = view.getUint16(table + 6)
  const [ends, starts, deltas, offsets] = [14, 16 + twice, 16 + 2 * twice, 16 + 3 * twice].map((at) => table + at) as [number, number, number, number]
  const glyphs = new Map<number, number>()
  for (let segment = 0; segment < twice; segment += 2) {
    const [start, end, delta, offset] = [starts, ends, deltas, offsets].map((at) => view.getUint16(at + segment)) as [number, number, number, number]
    for (let letter = start; letter <= end && letter < 0xffff; letter += 1) {
      const listed = offset === 0 ? letter : view.getUint16(offsets + segment + offset + 2 * (letter - start))
      const glyph = listed === 0 && offset !== 0 ? 0 : (listed + delta) % 65_536
      if (glyph !== 0) glyphs.set(letter, glyph)
    }
  }
  return glyphs
}

/** The last width that is listed is that of all glyphs after it. */
function widthsByGlyph(view: DataView, { hhea, hmtx, maxp }: Tables): number[] {
  const listed = view.getUint16(hhea + 34)
  return Array.from({ length: view.getUint16(maxp + 4) }, (_, glyph) => view.getUint16(hmtx + 4 * Math.min(glyph, listed - 1)))
}

/** The map by which a reader gets text back from what is drawn. Source: ISO 32000-1, 9.10.3; a list holds at most 100. */
function lettersByNumber(shown: readonly number[]): string {
  const lines = shown.map((letter, at) => `<${hex(at + 1)}> <${inUtf16(letter)}>`)
  const lists: string[] = []
  for (let at = 0; at < lines.length; at += 100) {
    const some = lines.slice(at, at + 100)
    lists.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${lists.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}
