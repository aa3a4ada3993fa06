/** One file that goes into an archive, its bytes as they come. */
export interface ZipPart {
  name: string
  content: AsyncIterable<Uint8Array>
}

interface Written {
  name: Uint8Array
  crc: number
  bytes: number
  packedBytes: number
  at: number
}

/** Names are in UTF-8, and the sizes of a file follow it, since nobody knows them before it is written. */
const flags = 0x0808
const deflated = 8
/** 1 January 1980, the earliest day an archive can name: when a file was made says nothing here. */
const noDay = 0x21

/** An archive, written as it is read: however long its parts are, only a little of them is held at a time. */
export async function* zipped(parts: AsyncIterable<ZipPart> | Iterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const list: Written[] = []
  let at = 0
  for await (const { name, content } of parts) {
    const written: Written = { name: new TextEncoder().encode(name), crc: 0, bytes: 0, packedBytes: 0, at }
    const head = record(30 + written.name.length, [
      [0, 4, 0x04034b50],
      [4, 2, 20],
      [6, 2, flags],
      [8, 2, deflated],
      [12, 2, noDay],
      [26, 2, written.name.length],
    ])
    head.set(written.name, 30)
    yield head
    at += head.length
    for await (const chunk of packed(content, written)) {
      written.packedBytes += chunk.length
      yield chunk
    }
    const tail = record(16, [
      [0, 4, 0x08074b50],
      [4, 4, written.crc],
      [8, 4, written.packedBytes],
      [12, 4, written.bytes],
    ])
    yield tail
    at += written.packedBytes + tail.length
    list.push(written)
  }
  const contents = list.map(contentsLine)
  yield* contents
  const length = contents.reduce((sum, line) => sum + line.length, 0)
  yield record(22, [
    [0, 4, 0x06054b50],
    [8, 2, list.length],
    [10, 2, list.length],
    [12, 4, length],
    [16, 4, at],
  ])
}

function contentsLine({ name, crc, bytes, packedBytes, at }: Written): Uint8Array {
  const line = record(46 + name.length, [
    [0, 4, 0x02014b50],
    [4, 2, 20],
    [6, 2, 20],
    [8, 2, flags],
    [10, 2, deflated],
    [14, 2, noDay],
    [16, 4, crc],
    [20, 4, packedBytes],
    [24, 4, bytes],
    [28, 2, name.length],
    [42, 4, at],
  ])
  line.set(name, 46)
  return line
}

/** Bytes in which numbers stand: where, how wide, and which. */
function record(length: number, numbers: readonly (readonly [number, 2 | 4, number])[]): Uint8Array {
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  for (const [place, width, value] of numbers) {
    if (width === 2) view.setUint16(place, value, true)
    else view.setUint32(place, value, true)
  }
  return bytes
}

async function* packed(content: AsyncIterable<Uint8Array>, written: Written): AsyncGenerator<Uint8Array> {
  const stream = new CompressionStream('deflate-raw')
  const writer = stream.writable.getWriter()
  const fed = (async () => {
    try {
      for await (const chunk of content) {
        written.crc = crcOf(chunk, written.crc)
        written.bytes += chunk.length
        await writer.write(new Uint8Array(chunk))
      }
      await writer.close()
    } catch (error) {
      await writer.abort(error)
      throw error
    }
  })()
  // What went wrong while feeding comes out of the reading end too.
  fed.catch(() => {})
  const reader = stream.readable.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value
  await fed
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1
  return crc
})

function crcOf(bytes: Uint8Array, before: number): number {
  let crc = ~before
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return ~crc >>> 0
}
