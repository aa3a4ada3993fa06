const ascii = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))
const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]))

/** A zip of empty files with these names, as far as its names are read. */
export function aZip(names: readonly string[]): Uint8Array {
  const local = names.map((name) => join(ascii('PK\x03\x04'), new Uint8Array(22), u16(name.length), u16(0), ascii(name)))
  const size = local.reduce((sum, part) => sum + part.length, 0)
  const directory = names.map((name) => join(ascii('PK\x01\x02'), new Uint8Array(24), u16(name.length), new Uint8Array(16), ascii(name)))
  const length = directory.reduce((sum, part) => sum + part.length, 0)
  const end = join(ascii('PK\x05\x06'), new Uint8Array(4), u16(names.length), u16(names.length), u32(length), u32(size), u16(0))
  return join(...local, ...directory, end)
}

const u16 = (number: number) => Uint8Array.of(number & 0xff, number >> 8)
const u32 = (number: number) => join(u16(number & 0xffff), u16(number >>> 16))

/** One small file of each kind that is taken, and programs that call themselves something else. */
export const sampleFiles = {
  pdf: ascii('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n'),
  docx: aZip(['[Content_Types].xml', '_rels/.rels', 'word/document.xml']),
  png: join(ascii('\x89PNG\r\n\x1a\n'), Uint8Array.of(0, 0, 0, 13), ascii('IHDR'), new Uint8Array(17)),
  jpeg: join(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16), ascii('JFIF'), Uint8Array.of(0xff, 0xd9)),
  text: new TextEncoder().encode('What I did, and what came of it.\r\nCafé notes.\n'),
  program: join(ascii('MZ\x90\0\x03'), new Uint8Array(60)),
  script: ascii('#!/bin/sh\nrm -rf /\n'),
} as const
