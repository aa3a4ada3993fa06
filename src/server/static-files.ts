import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { existsSync, readFileSync } from 'node:fs'
import { extname, relative, sep } from 'node:path'
import { filesIn } from './files-in.ts'
import { recordingSent } from './recording-sent.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.vtt': 'text/vtt; charset=utf-8',
}

interface StaticFile {
  type: string
  /** None for what never changes under its name. */
  tag: string | null
  cache: string
  encodings: { name: 'br' | 'gzip' | 'identity'; path: string }[]
}

/**
 * The built pages, known by name when the server starts: an address is looked up, never joined to a path, so nothing else can be reached. Hashed assets
 * stay in caches for good; the rest is asked about each time.
 */
export function staticFiles(folder: string): (request: Request) => Promise<Response | null> {
  const known = new Map<string, StaticFile>()
  for (const path of existsSync(folder) ? filesIn(folder) : []) {
    const address = `/${relative(folder, path).split(sep).join('/')}`
    const type = types[extname(path)]
    if (!type || address.startsWith('/.vite/')) continue
    const packed = (
      [
        ['br', '.br'],
        ['gzip', '.gz'],
      ] as const
    )
      .filter(([, ending]) => existsSync(path + ending))
      .map(([name, ending]) => ({ name, path: path + ending }))
    const lasting = address.startsWith('/assets/')
    known.set(address, {
      type,
      tag: lasting ? null : `"${createHash('sha256').update(readFileSync(path)).digest('base64url').slice(0, 16)}"`,
      cache: lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
      encodings: [...packed, { name: 'identity', path }],
    })
  }

  return async (request) => {
    const { pathname } = new URL(request.url)
    // Addresses of the product are all drawn by the one page, also one that ends with a skill, such as 3.2; a file that is not there is not.
    const file = known.get(pathname) ?? (/\.[a-z][^/]*$/i.test(pathname) ? undefined : known.get('/index.html'))
    if (!file) return null
    const headers: Record<string, string> = { 'Content-Type': file.type, 'Cache-Control': file.cache, Vary: 'Accept-Encoding' }
    if (file.tag) headers['ETag'] = file.tag
    if (file.tag && request.headers.get('if-none-match') === file.tag) return new Response(null, { status: 304, headers })
    const accepted = request.headers.get('accept-encoding') ?? ''
    const chosen = file.encodings.find(({ name }) => name === 'identity' || new RegExp(`\\b${name}\\b(?!;q=0(?:[,;]|$))`).test(accepted))
    if (!chosen) return null
    if (/^(?:audio|video)\//.test(file.type)) return recordingSent(request, chosen.path, headers)
    if (chosen.name !== 'identity') headers['Content-Encoding'] = chosen.name
    const bytes = await readFile(chosen.path)
    headers['Content-Length'] = String(bytes.byteLength)
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), { headers })
  }
}
