/** A place in the file that another object can name before it is written. */
export interface Ref {
  readonly number: number
}
export type PdfValue = string | number | boolean | Ref | readonly PdfValue[] | { readonly [key: string]: PdfValue | undefined }

/** Words as a PDF holds them, in UTF-16 and written in hexadecimal, so that nothing in them has a meaning of its own. */
export const pdfText = (text: string): string =>
  `<FEFF${Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')).join('')}>`

/** A name. What is not plain in one is escaped. */
const pdfName = (name: string): string => `/${name.replace(/[^A-Za-z0-9.+_-]/g, (char) => `#${char.charCodeAt(0).toString(16).padStart(2, '0')}`)}`

const isRef = (value: object): value is Ref => 'number' in value && typeof value.number === 'number'

/** A string is written as it stands: make names with `pdfName` and words with `pdfText`. */
function written(value: PdfValue): string {
  if (typeof value === 'string' || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return String(Math.round(value * 1000) / 1000)
  if (isList(value)) return `[${value.map(written).join(' ')}]`
  if (isRef(value)) return `${value.number} 0 R`
  const members = Object.entries(value).flatMap(([key, member]) => (member === undefined ? [] : [`${pdfName(key)} ${written(member)}`]))
  return `<<${members.join(' ')}>>`
}

const isList = (value: PdfValue): value is readonly PdfValue[] => Array.isArray(value)

/** A PDF as it is put together: objects in the order in which they were named. Source: ISO 32000-1, 7.5. */
export class PdfFile {
  readonly #objects: (Uint8Array | null)[] = []

  name(): Ref {
    this.#objects.push(null)
    return { number: this.#objects.length }
  }

  write(value: PdfValue, at: Ref = this.name()): Ref {
    this.#objects[at.number - 1] = bytesOf(written(value))
    return at
  }

  /** Bytes that were packed with zlib before, or are packed now. */
  async writeStream(
    content: Uint8Array,
    { packed = false, plain = false, ...members }: { packed?: boolean; plain?: boolean; [key: string]: PdfValue | undefined },
  ): Promise<Ref> {
    const at = this.name()
    const bytes = packed || plain ? content : await zlib(content)
    const head = written({ ...members, Length: bytes.length, ...(plain ? {} : { Filter: '/FlateDecode' }) })
    this.#objects[at.number - 1] = joined([bytesOf(`${head}\nstream\n`), bytes, bytesOf('\nendstream')])
    return at
  }

  /** @throws when an object was named and never written. */
  end({ root, info, id }: { root: Ref; info: Ref; id: string }): Uint8Array<ArrayBuffer> {
    // The second line tells programs that send files about that this one is not text.
    const parts = [bytesOf('%PDF-1.7\n'), new Uint8Array([0x25, 0xe2, 0xe3, 0xcf, 0xd3, 0x0a])]
    let at = parts.reduce((sum, part) => sum + part.length, 0)
    const places = this.#objects.map((object, index) => {
      if (!object) throw new Error(`Object ${index + 1} of a PDF was named and not written`)
      const part = joined([bytesOf(`${index + 1} 0 obj\n`), object, bytesOf('\nendobj\n')])
      const place = at
      parts.push(part)
      at += part.length
      return place
    })
    const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
    const size = places.length + 1
    const trailer = written({ Size: size, Root: root, Info: info, ID: [`<${id}>`, `<${id}>`] })
    parts.push(bytesOf(`xref\n0 ${size}\n0000000000 65535 f \n${lines}trailer\n${trailer}\nstartxref\n${at}\n%%EOF\n`))
    return joined(parts)
  }
}

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const through = async (bytes: Uint8Array, stream: CompressionStream | DecompressionStream): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await new Response(new Blob([new Uint8Array(bytes)]).stream().pipeThrough(stream)).arrayBuffer())

const zlib = (bytes: Uint8Array) => through(bytes, new CompressionStream('deflate'))
export const unpacked = (bytes: Uint8Array) => through(bytes, new DecompressionStream('deflate'))
