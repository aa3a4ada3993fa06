import { RefusedTable } from './refused-table.ts'

/** One file inside an archive, as the archive's list of contents describes it. */
export interface ZipEntry {
  name: string
  method: number
  packedBytes: number
  at: number
}

const endSignature = 0x06054b50
const listSignature = 0x02014b50
const entryBytes = 46
const endBytes = 22
/** A comment of at most 65,535 bytes may follow the end of the list. */
const longestTail = endBytes + 65_535

/**
 * What an archive holds, from the list at its end. Nothing is unpacked.
 * @throws RefusedTable when the list is not there or does not add up.
 */
export function zipEntries(bytes: Uint8Array): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfList(view)
  const entries = new Map<string, ZipEntry>()
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + entryBytes > bytes.length || view.getUint32(at, true) !== listSignature) throw damaged()
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [number, number, number]
    const name = new TextDecoder().decode(bytes.subarray(at + entryBytes, at + entryBytes + nameBytes))
    entries.set(name, { name, method: view.getUint16(at + 10, true), packedBytes: view.getUint32(at + 20, true), at: view.getUint32(at + 42, true) })
    at += entryBytes + nameBytes + extraBytes + commentBytes
  }
  return entries
}

function endOfList(view: DataView): number {
  for (let at = view.byteLength - endBytes; at >= Math.max(0, view.byteLength - longestTail); at -= 1)
    if (view.getUint32(at, true) === endSignature) return at
  throw damaged()
}

/** How much more may be unpacked. What an archive says of its own sizes is not believed: bytes are counted as they come. */
export interface Allowance {
  bytes: number
}

/**
 * The content of one entry.
 * @throws RefusedTable when it is damaged, packed in a way we do not know, or larger than what is still allowed.
 */
export async function unzip(bytes: Uint8Array, { method, packedBytes, at }: ZipEntry, allowance: Allowance): Promise<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (at + 30 > bytes.length) throw damaged()
  const began = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const packed = bytes.slice(began, began + packedBytes)
  if (packed.length !== packedBytes) throw damaged()
  if (method === 0) return spend(packed, allowance)
  if (method !== 8) throw damaged()
  const stream = new DecompressionStream('deflate-raw')
  const writer = stream.writable.getWriter()
  // A fault in what is written comes out of the reading end as well, where it is caught.
  const written = writer.write(packed).then(() => writer.close())
  written.catch(() => {})
  const reader = stream.readable.getReader()
  const chunks: Uint8Array[] = []
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) chunks.push(spend(read.value, allowance))
  } catch (error) {
    reader.cancel().catch(() => {})
    throw error instanceof RefusedTable ? error : damaged()
  }
  return joined(chunks)
}

function spend<T extends Uint8Array>(chunk: T, allowance: Allowance): T {
  allowance.bytes -= chunk.length
  if (allowance.bytes < 0)
    throw new RefusedTable('This workbook is far larger inside than it looks. Copy the rows you need into a new workbook, or save them as CSV')
  return chunk
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

const damaged = () =>
  new RefusedTable('This workbook is damaged and cannot be opened. Open it in a spreadsheet program, save it again and send that file')
