import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** Below this many bytes an answer is sent as it is: packing would cost more time than it saves. A page is waited for by somebody. */
const least = { answer: 16_000, page: 1_000 }

/**
 * A large answer of the API, or a page that was drawn, packed as the asker accepts; small ones stay as they are. That length tells nothing secret (BREACH):
 * such answers repeat nothing that another site could put into them, and the session cookie does not travel with what another site loads. It does
 * with a page that another site leads to, whose address may say what it likes: such a page is not packed for somebody who is signed in.
 */
export async function packed(request: Request, response: Response): Promise<Response> {
  const type = response.headers.get('content-type') ?? ''
  if (response.status !== 200 || !/^(application\/json|text\/csv|text\/html)/.test(type)) return response
  const bytes = Buffer.from(await response.arrayBuffer())
  const headers = new Headers(response.headers)
  if (bytes.byteLength < (type.startsWith('text/html') ? least.page : least.answer))
    return new Response(new Uint8Array(bytes), { status: 200, headers })
  headers.append('Vary', 'Accept-Encoding')
  const encoding = chosen(request.headers.get('accept-encoding') ?? '')
  if (encoding) headers.set('Content-Encoding', encoding)
  const body = encoding === 'br' ? await brotli(bytes, quick) : encoding === 'gzip' ? await promisify(gzip)(bytes) : bytes
  headers.set('Content-Length', String(body.byteLength))
  return new Response(new Uint8Array(body), { status: 200, headers })
}

const brotli = promisify(brotliCompress)
/** Quick enough to do for each answer: a third of the bytes in a few milliseconds. */
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

const chosen = (accepted: string): 'br' | 'gzip' | null =>
  (['br', 'gzip'] as const).find((name) => new RegExp(`\\b${name}\\b(?!;q=0(?:[,;]|$))`).test(accepted)) ?? null
