import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { drawPage } from '../drawing/draw-page.tsx'
import { createApp } from './app.ts'
import { type DrawPages, drawnPages } from './drawn-pages.ts'
import { staticFiles } from './static-files.ts'

const built = `<!doctype html><html><head><title>Panel Pool</title><script type="module" crossorigin src="/assets/main.js"></script>
<link rel="modulepreload" crossorigin href="/assets/every-page.js"><link rel="stylesheet" crossorigin href="/assets/base.css"></head>
<body><div id="app"></div></body></html>`
const manifest = {
  'index.html': { file: 'assets/main.js', imports: ['_every'], css: ['assets/base.css'] },
  _every: { file: 'assets/every-page.js', css: ['assets/base.css'] },
  'src/after-paint.ts': { file: 'assets/after-paint.js' },
  'src/features/training/training-page.tsx': { file: 'assets/training.js', imports: ['_every', '_shared'], css: ['assets/training.css'] },
  _shared: { file: 'assets/shared.js' },
}
const markup = '</script><script>alert("Zsófia")</script>'
let api: StartedApi
let folder: string

beforeAll(async () => {
  const [sqlite] = homes
  api = await startApi(sqlite!) // the first home is SQLite
  folder = await mkdtemp(join(tmpdir(), 'panel-pool-drawn-'))
  await mkdir(join(folder, '.vite'))
  await writeFile(join(folder, 'index.html'), built)
  await writeFile(join(folder, '.vite/manifest.json'), JSON.stringify(manifest))
})
afterAll(async () => {
  await api.stop()
  await rm(folder, { recursive: true })
})

/** What a browser is sent that opens an address, as somebody or as nobody. */
async function open(path: string, session?: string, draw: DrawPages = drawnPages(folder, drawPage)) {
  const app = createApp({ api: api.deps, pages: staticFiles(folder), draw, log: () => undefined })
  const headers = { accept: 'text/html', ...(session ? { cookie: `__Host-session=${session}` } : {}) }
  const response = await app(new Request(`https://pool.test${path}`, { headers }), '192.0.2.1')
  const html = await response.text()
  const [, answers = 'null'] = /<script type="application\/json" id="drawn-answers">(.*?)<\/script>/s.exec(html) ?? []
  return { headers: response.headers, html, answers: JSON.parse(answers) as [unknown[], unknown][] | null }
}

test('a page comes with its words, its title and what the API answered for it', async () => {
  const { html, answers } = await open('/framework')
  expect(html).toContain('<title>The key skills - Panel Pool</title>')
  expect(html).toMatch(/<div id="app" inert>.*<h1[^>]*>The key skills<\/h1>/s)
  const [domain] = api.deps.content.frameworks[0]?.domains ?? []
  expect(html).toContain(`>${domain?.name}</h3>`)
  expect(answers?.map(([key]) => key)).toEqual(expect.arrayContaining([['session'], ['key-skills', 'current']]))
})

test('its styles are named at once; its code, and the code of every page, waits until the words were painted', async () => {
  const drawn = { title: 'Training', app: '<div id="app" inert><h1>Training</h1></div>', pieces: ['src/features/training/training-page.tsx'] }
  const { html } = await open(
    '/training',
    undefined,
    drawnPages(folder, () => Promise.resolve(drawn)),
  )
  const [head = '', body = ''] = html.split('</head>')
  expect(head).toContain('href="/assets/base.css"')
  expect(head).toContain('href="/assets/training.css"')
  expect(head.match(/<script[^>]*>/g)).toEqual(['<script type="module" crossorigin fetchpriority="low" src="/assets/after-paint.js">'])
  const [, waiting = ''] = /<template id="code">(.*)<\/template>/s.exec(body) ?? []
  expect(waiting.match(/\/assets\/[\w-]+\.js/g)?.toSorted()).toEqual([
    '/assets/every-page.js',
    '/assets/main.js',
    '/assets/shared.js',
    '/assets/training.js',
  ])
})

test('people who ask at the same time are each sent a page of their own', async () => {
  const people = await Promise.all(['Ottoline Marsh', 'Percival Lake', 'Quillon Reed', 'Rosamund Vale'].map((name) => api.add({ name })))
  const pages = await Promise.all(people.map(({ session }) => open('/training', session)))
  for (const [place, { html, answers }] of pages.entries())
    for (const { person } of people) {
      expect(html.includes(person.name)).toBe(person === people[place]?.person)
      expect(JSON.stringify(answers).includes(person.id)).toBe(person === people[place]?.person)
    }
})

test('a page drawn for somebody is kept nowhere; one for a visitor is asked about each time', async () => {
  const { session } = await api.add()
  expect((await open('/training', session)).headers.get('cache-control')).toBe('no-store')
  const visitor = await open('/framework')
  expect(visitor.headers.get('cache-control')).toBe('no-cache')
  expect(visitor.headers.get('vary')).toContain('Cookie')
  expect(visitor.headers.get('content-security-policy')).toContain("script-src 'self';")
})

test('a page is packed, but not where another site led somebody to it, since its length would tell what is in it', async () => {
  const { session } = await api.add()
  const packing = async (as: string | undefined, site: string) => {
    const app = createApp({ api: api.deps, pages: staticFiles(folder), draw: drawnPages(folder, drawPage), log: () => undefined })
    const headers = {
      accept: 'text/html',
      'accept-encoding': 'br',
      'sec-fetch-site': site,
      ...(as ? { cookie: `__Host-session=${as}` } : {}),
    }
    const { headers: sent } = await app(new Request('https://pool.test/framework', { headers }), '192.0.2.1')
    return sent.get('content-encoding')
  }
  expect(await packing(session, 'none')).toBe('br')
  expect(await packing(session, 'same-origin')).toBe('br')
  expect(await packing(session, 'cross-site')).toBeNull()
  expect(await packing(session, 'same-site')).toBeNull()
  expect(await packing(undefined, 'cross-site')).toBe('br')
})

test.each([
  ['somebody who has to sign in first', '/home'],
  ['a page with a form of its own, which is not drawn', '/sign-in'],
  ['what is not there', '/framework/skills/9.9'],
  ['an address of nothing', '/nothing/here'],
])('%s is left to the browser', async (_, path) => {
  expect((await open(path)).html).toBe(built)
})

test('a name that looks like a script is words, in the page and in its data', async () => {
  const { session } = await api.add({ name: markup })
  const { html, answers } = await open('/training', session)
  expect(html).not.toContain('<script>alert')
  expect(html).toContain('&lt;script&gt;alert')
  expect(JSON.stringify(answers)).toContain('alert(')
})

test('what goes wrong while a page is drawn is reported, and its browser draws it', async () => {
  const fault = new Error('The pen broke')
  expect((await open('/framework', undefined, () => Promise.reject(fault))).html).toBe(built)
  expect(api.reported).toContain(fault)
})
