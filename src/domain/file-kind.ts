/** The kinds of file that evidence can be, each with the endings it goes by; the first is the one it is given. */
export const fileKinds = {
  pdf: { mediaType: 'application/pdf', endings: ['pdf'] },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'] },
  png: { mediaType: 'image/png', endings: ['png'] },
  jpeg: { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  text: { mediaType: 'text/plain; charset=utf-8', endings: ['txt'] },
} as const

export type FileKind = keyof typeof fileKinds

/** What the content of a file is, whatever it is called; null for everything that is not taken. Sources: ISO 32000, APPNOTE, ISO 15948, ISO 10918. */
export function kindOfFile(bytes: Uint8Array): FileKind | null {
  if (begins(bytes, '%PDF-')) return 'pdf'
  if (begins(bytes, '\x89PNG\r\n\x1a\n') && begins(bytes.subarray(12), 'IHDR')) return 'png'
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (begins(bytes, 'PK\x03\x04')) return isWordDocument(bytes) ? 'docx' : null
  return isPlainText(bytes) ? 'text' : null
}

function begins(bytes: Uint8Array, signature: string): boolean {
  return bytes.length >= signature.length && signature.split('').every((char, index) => bytes[index] === char.charCodeAt(0))
}

/** Programs and pages that are written as text: they are read as text, and run or drawn by whoever opens them. */
const active = /^\s*(#!|<\?(php|xml)|<!doctype|<(html|head|body|script|svg|iframe)\b|@echo\b|MZ)/i

/** UTF-8 with nothing in it but characters, spaces, tabs and ends of lines. */
function isPlainText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // oxlint-disable-next-line no-control-regex -- it is control characters that are looked for
    return !/[\0-\x08\x0b\x0e-\x1f\x7f]/.test(text) && !active.test(text)
  } catch {
    return false
  }
}

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50

/** A zip whose directory holds a Word document and no program in it (a file with macros is a DOCM, whatever its ending). */
function isWordDocument(bytes: Uint8Array): boolean {
  const names = namesInZip(bytes)
  return (
    names.includes('[Content_Types].xml') &&
    names.includes('word/document.xml') &&
    !names.some((name) => /vbaProject|activeX|\.(exe|dll|js|vbs|bat)$/i.test(name))
  )
}

/** The names in the directory at the end of a zip; none when it is not whole. */
function namesInZip(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === null) return []
  const names: string[] = []
  const entries = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < entries; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== directoryEntry) return []
    const length = view.getUint16(at + 28, true)
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)))
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return names
}

/** Where the end of the directory lies: 22 bytes before the end, or more when a comment of at most 65,535 bytes follows. */
function endOf(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at--)
    if (view.getUint32(at, true) === endOfDirectory) return at
  return null
}
