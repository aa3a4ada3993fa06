import { toBase64url } from './base64url.ts'

/** A secret that cannot be guessed: 32 random bytes, for sessions and links. Only its digest is stored. */
export const newToken = (): string => toBase64url(crypto.getRandomValues(new Uint8Array(32)))

/** SHA-256, base64url. */
export const digest = async (content: string | Uint8Array<ArrayBuffer>): Promise<string> =>
  toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', typeof content === 'string' ? new TextEncoder().encode(content) : content)))

/** A seed for drawing questions: a whole number that every database stores. */
export const newSeed = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 1) & 0x7fffffff
