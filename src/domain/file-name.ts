import { type FileKind, fileKinds } from './file-kind.ts'

const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/**
 * A name that can be saved anywhere, made from what a file was called: no folders, no control or direction characters, nothing that a system keeps for
 * itself, at most 100 characters, and the ending that its content has.
 */
export function safeFileName(given: string, kind: FileKind): string {
  const { endings } = fileKinds[kind]
  const last = given.split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .normalize('NFC')
    .replace(/[\p{Control}\p{Format}\p{Surrogate}\p{Private_Use}]/gu, '')
    .replace(/[<>:"|?*;%]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const known = endings.find((ending) => plain.toLowerCase().endsWith(`.${ending}`))
  const base = Array.from(known ? plain.slice(0, -known.length - 1) : plain)
    .slice(0, 90)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '')
  return `${base === '' || reserved.test(base) ? 'file' : base}.${known ?? endings[0]}`
}

/** Whether what a file is called agrees with what it is. Anything may be renamed to text and still run, so text has to say that it is text. */
export const endingFits = (given: string, kind: FileKind): boolean =>
  kind !== 'text' || fileKinds.text.endings.some((ending) => given.trim().toLowerCase().endsWith(`.${ending}`))

/** A file that is to be saved, never shown in place, under its own name. Source: RFC 6266 with RFC 8187; the first name is for old programs. */
export function asAttachment(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
