import type { PublicKey } from '#domain/certificate.ts'
import { fromBase64url, toBase64url } from '../base64url.ts'
import { digest } from '../hash.ts'

/**
 * JSON Web Tokens signed with RS256, by WebCrypto alone, since this runs on the server, in tests and in a browser's worker. RS256 is the one algorithm
 * that every reader of Open Badges 3.0 must know, and it gives the same signature each time.
 */
const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
const bits = { modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) }

export interface NewKey {
  /** The key's own digest. Source: RFC 7638. */
  thumbprint: string
  modulus: Pick<PublicKey, 'n' | 'e'>
  privateKey: JsonWebKey
}

export async function newKey(): Promise<NewKey> {
  const pair = await crypto.subtle.generateKey({ ...algorithm, ...bits }, true, ['sign', 'verify'])
  const { n = '', e = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey)
  return {
    thumbprint: await digest(JSON.stringify({ e, kty: 'RSA', n })),
    modulus: { n, e },
    privateKey: await crypto.subtle.exportKey('jwk', pair.privateKey),
  }
}

const encode = (value: object): string => toBase64url(new TextEncoder().encode(JSON.stringify(value)))
const bytesOf = (text: string) => new TextEncoder().encode(text)

export async function sign(payload: object, kid: string, privateKey: JsonWebKey): Promise<string> {
  const key = await crypto.subtle.importKey('jwk', privateKey, algorithm, false, ['sign'])
  const signed = `${encode({ alg: 'RS256', kid, typ: 'JWT' })}.${encode(payload)}`
  return `${signed}.${toBase64url(new Uint8Array(await crypto.subtle.sign(algorithm, key, bytesOf(signed))))}`
}

export type Opened =
  | { kind: 'genuine'; payload: Record<string, unknown> }
  /** It names a key that is known, and was not signed with it as it stands. */
  | { kind: 'altered' }
  /** It names no key that is known. */
  | { kind: 'foreign' }
  | { kind: 'unreadable' }

/**
 * Opens a token. It is genuine only as it was signed, to the last character: base 64 can write the same bytes in several ways, so each part must be
 * written as we write it. The header decides nothing but which of the known keys is tried.
 */
export async function open(token: string, keyFor: (kid: string) => Promise<PublicKey | undefined>): Promise<Opened> {
  const parts = token.split('.')
  const [head = '', body = '', signature = ''] = parts
  if (parts.length !== 3 || parts.some((part) => !/^[\w-]+$/.test(part))) return { kind: 'unreadable' }
  const header = parsed(head)
  const key = typeof header?.['kid'] === 'string' ? await keyFor(header['kid']) : undefined
  if (!key) return { kind: 'foreign' }
  const bytes = decoded(signature)
  if (header?.['alg'] !== 'RS256' || !bytes) return { kind: 'altered' }
  const publicKey = await crypto.subtle.importKey('jwk', { kty: key.kty, n: key.n, e: key.e }, algorithm, false, ['verify'])
  const fits = await crypto.subtle.verify(algorithm, publicKey, bytes, bytesOf(`${head}.${body}`))
  const payload = fits ? parsed(body) : null
  return payload ? { kind: 'genuine', payload } : { kind: 'altered' }
}

function decoded(part: string): Uint8Array<ArrayBuffer> | null {
  try {
    const bytes = new Uint8Array(fromBase64url(part))
    return toBase64url(bytes) === part ? bytes : null
  } catch {
    return null
  }
}

function parsed(part: string): Record<string, unknown> | null {
  const bytes = decoded(part)
  try {
    const value: unknown = bytes && JSON.parse(new TextDecoder().decode(bytes))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null // an object's members can be asked for by name
  } catch {
    return null
  }
}
