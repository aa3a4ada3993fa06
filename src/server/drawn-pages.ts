import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as Drawing from '../drawing/draw-page.tsx'

/** Draws the page that a request asks for; null where its browser has to. */
export type DrawPages = (request: Request, ask: Drawing.AskApi) => Promise<Response | null>

interface Chunk {
  file: string
  imports?: string[]
  css?: string[]
}
type Manifest = Record<string, Chunk>

/** What draws pages, from where it was built to; undefined where it was not, so that browsers draw them all. */
export async function drawingIn(folder: string): Promise<typeof Drawing.drawPage | undefined> {
  const code = join(folder, 'draw-page.js')
  return existsSync(code) ? ((await import(pathToFileURL(resolve(code)).href)) as typeof Drawing).drawPage : undefined
}

/**
 * Pages that can be read before any code has come: the built page with the words in it, what the API answered for them, and the names of the files that its
 * browser will want.
 */
export function drawnPages(built: string, drawPage: typeof Drawing.drawPage): DrawPages {
  const manifest = JSON.parse(readFileSync(join(built, '.vite/manifest.json'), 'utf8')) as Manifest
  const frame = frameOf(readFileSync(join(built, 'index.html'), 'utf8'), manifest)
  return async (request, ask) => {
    const page = await drawPage(request.url, ask)
    if (!page) return null
    // What was drawn for somebody is theirs alone, and is not shown again once they have signed out.
    const cache = request.headers.has('cookie') ? 'no-store' : 'no-cache'
    return new Response(fill(frame, page, filesOf(manifest, page.pieces)), {
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': cache, Vary: 'Cookie' },
    })
  }
}

interface Frame {
  html: string
  /** The tags of the code that every page needs. */
  code: string
}

/** The built page, with what fetches its code taken out of it: `after-paint.ts` puts that back. */
function frameOf(built: string, manifest: Manifest): Frame {
  const code = built.match(/<script type="module"[^>]*><\/script>|<link rel="modulepreload"[^>]*>/g) ?? []
  const first = `<script type="module" crossorigin fetchpriority="low" src="/${manifest['src/after-paint.ts']?.file}"></script>`
  return { html: code.reduce((page, tag) => page.replace(tag, ''), built).replace('</head>', `${first}</head>`), code: code.join('') }
}

function fill(frame: Frame, { title, app }: Drawing.DrawnPage, { styles, scripts }: Files): string {
  const missing = (file: string) => !frame.html.includes(file) && !frame.code.includes(file)
  const look = styles.filter(missing).map((file) => `<link rel="stylesheet" crossorigin href="/${file}">`)
  const ahead = scripts.filter(missing).map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`)
  return frame.html
    .replace('<title>Panel Pool</title>', () => `<title>${title}</title>`)
    .replace('</head>', () => `${look.join('')}</head>`)
    .replace('<div id="app"></div>', () => `${app}<template id="code">${ahead.join('')}${frame.code}</template>`)
}

interface Files {
  styles: string[]
  scripts: string[]
}

/** The files that pieces of code came in, with all that these import. */
function filesOf(manifest: Manifest, pieces: readonly string[]): Files {
  const scripts = new Set<string>()
  const styles = new Set<string>()
  const visit = (key: string) => {
    const chunk = manifest[key]
    if (!chunk || scripts.has(chunk.file)) return
    scripts.add(chunk.file)
    for (const style of chunk.css ?? []) styles.add(style)
    for (const other of chunk.imports ?? []) visit(other)
  }
  for (const piece of pieces) visit(piece)
  return { styles: [...styles], scripts: [...scripts] }
}
