import { once } from 'node:events'
import { mkdtemp, writeFile, mkdir, rm, stat, utimes } from 'node:fs/promises'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi, type StartedApi } from '#testing/api.ts'
import { someoneCertified } from '#testing/certificates.ts'
import { homes } from '#testing/databases.ts'
import { evidenceOwner } from '#testing/evidence.ts'
import { sampleFiles } from '#testing/files.ts'
import { type App, createApp } from './app.ts'
import { staticFiles } from './static-files.ts'

const script = 'console.log("a page")'.repeat(50)
let api: StartedApi
let folder: string
let lines: { path: string }[]
const appAt = (origin: string): App =>
  createApp({ api: { ...api.deps, site: { ...api.deps.site, origin } }, pages: staticFiles(folder), log: (line) => lines.push(line) })
const get = (app: App, path: string, headers: Record<string, string> = {}) => app(new Request(`https://pool.test${path}`, { headers }), '192.0.2.1')

beforeAll(async () => {
  const [sqlite] = homes
  api = await startApi(sqlite!) // the first home is SQLite
  folder = await mkdtemp(join(tmpdir(), 'panel-pool-pages-'))
  lines = []
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Panel Pool</title>')
  await writeFile(join(folder, 'assets/app.js'), script)
  await writeFile(join(folder, 'assets/app.js.br'), brotliCompressSync(script))
  await writeFile(join(folder, 'assets/app.js.gz'), gzipSync(script))
})
afterAll(async () => {
  await api.stop()
  await rm(folder, { recursive: true })
})

test('every page and every answer carries a strict policy, and nothing in it is unsafe', async () => {
  const app = appAt('https://pool.test')
  for (const path of ['/', '/roster', '/api/health', '/api/people']) {
    const { headers } = await get(app, path)
    expect(headers.get('content-security-policy'), path).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'/)
    expect(headers.get('content-security-policy'), path).toContain("; media-src 'self';")
    expect(headers.get('content-security-policy'), path).not.toMatch(/unsafe|data:|\*/)
    expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    expect(headers.get('referrer-policy'), path).toBe('no-referrer')
    expect(headers.get('permissions-policy'), path).toMatch(/camera=\(\)/)
    expect(headers.get('strict-transport-security'), path).toMatch(/^max-age=63072000/)
  }
})

test('a file that somebody sent comes with a stricter policy than a page: a sandbox, and nothing loads', async () => {
  const { session } = await api.add()
  const owner = evidenceOwner(api, session)
  const { id } = await owner.add('file', { bytes: sampleFiles.pdf, name: 'minutes.pdf' })
  const { headers, status } = await get(appAt('https://pool.test'), `/api/evidence/${id}/versions/1/file`, { cookie: `__Host-session=${session}` })
  expect(status).toBe(200)
  expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
  expect(headers.get('content-disposition')).toMatch(/^attachment/)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
})

test('HSTS is for TLS alone', async () => {
  expect((await get(appAt('http://localhost:4000'), '/')).headers.get('strict-transport-security')).toBeNull()
})

test('the API is never kept in a cache; hashed assets are kept for good; the page is asked about each time', async () => {
  const app = appAt('https://pool.test')
  expect((await get(app, '/api/health')).headers.get('cache-control')).toBe('no-store')
  expect((await get(app, '/assets/app.js')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect((await get(app, '/framework/skills/3.2')).status).toBe(200)
  const page = await get(app, '/people/anything')
  expect(page.headers.get('cache-control')).toBe('no-cache')
  expect((await get(app, '/', { 'if-none-match': page.headers.get('etag') ?? '' })).status).toBe(304)
})

test.each([
  ['br, gzip', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['', null],
])('to a browser that accepts "%s" an asset is sent as %s', async (accepted, encoding) => {
  const response = await get(appAt('https://pool.test'), '/assets/app.js', { 'accept-encoding': accepted })
  expect(response.headers.get('content-encoding')).toBe(encoding)
  expect(response.headers.get('vary')).toBe('Accept-Encoding')
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(response.headers.get('content-length')).toBe(String(bytes.byteLength))
  if (encoding === 'br') expect(brotliDecompressSync(bytes).toString()).toBe(script)
})

test.each([
  ['br, gzip', 'br'],
  ['gzip', 'gzip'],
  ['', null],
])('to an asker that accepts "%s" a large answer of the API is sent as %s, and a small one as it is', async (accepted, encoding) => {
  const app = appAt('https://pool.test')
  const large = await get(app, '/api/openapi.json', { 'accept-encoding': accepted })
  expect(large.headers.get('content-encoding')).toBe(encoding)
  expect(large.headers.get('vary')).toBe('Accept-Encoding')
  const bytes = Buffer.from(await large.arrayBuffer())
  expect(large.headers.get('content-length')).toBe(String(bytes.byteLength))
  const text = encoding === 'br' ? brotliDecompressSync(bytes) : encoding === 'gzip' ? gunzipSync(bytes) : bytes
  expect(JSON.parse(text.toString())).toHaveProperty('openapi', '3.1.0')
  const small = await get(app, '/api/health', { 'accept-encoding': accepted })
  expect(small.headers.get('content-encoding')).toBeNull()
  expect(await small.json()).toBeTruthy()
})

test.each(['/roster', '/framework/skills/3.3', '/framework/skills/5.10'])('%s is drawn by the one page', async (path) => {
  expect(await (await get(appAt('https://pool.test'), path)).text()).toContain('<title>Panel Pool</title>')
})

test('the page keeps its tag while its content is the same, and gets another when it changes, even within one second and one size', async () => {
  const tag = async () => (await get(appAt('https://pool.test'), '/')).headers.get('etag')
  const page = join(folder, 'index.html')
  const before = await tag()
  const { atime, mtime } = await stat(page)
  await writeFile(page, '<!doctype html><title>Panel Loop</title>')
  await utimes(page, atime, mtime)
  expect(await tag()).not.toBe(before)
  await writeFile(page, '<!doctype html><title>Panel Pool</title>')
  expect(await tag()).toBe(before)
})

test.each(['/assets/gone.js', '/../package.json', '/assets/%2e%2e/index.html.map', '/.vite/manifest.json'])('%s is not there', async (path) => {
  expect((await get(appAt('https://pool.test'), path)).status).toBe(404)
})

const signIn = (app: App, headers: Record<string, string> = {}) =>
  app(
    new Request('https://pool.test/api/session', {
      method: 'DELETE',
      headers: { 'content-type': 'application/json', ...headers },
    }),
    '192.0.2.1',
  )

test.each([
  ['another origin', { origin: 'https://elsewhere.test' }],
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['a neighbour on the same site', { 'sec-fetch-site': 'same-site' }],
  ['no origin at all, as a sandbox sends it', { origin: 'null' }],
])('a change that comes from %s is refused', async (_, headers) => {
  expect((await signIn(appAt('https://pool.test'), headers as Record<string, string>)).status).toBe(403)
})

test('a change from our own pages goes through, and its cookie is bound to this host, to TLS and to HTTP', async () => {
  const own = { origin: 'https://pool.test', 'sec-fetch-site': 'same-origin' }
  const response = await signIn(appAt('https://pool.test'), own)
  expect(response.status).toBe(200)
  expect(response.headers.get('set-cookie')).toMatch(/^__Host-session=; Path=\/; HttpOnly; SameSite=Lax; Secure; /)
})

test('a session in a cookie is who asks, and one under another name is nobody', async () => {
  const { session } = await api.add()
  const app = appAt('https://pool.test')
  expect((await get(app, '/api/task-list', { cookie: `__Host-session=${session}` })).status).toBe(200)
  expect((await get(app, '/api/task-list', { cookie: `session=${session}` })).status).toBe(401)
})

test('an address of the API that is not there gets a problem, to whoever asks', async () => {
  for (const [method, path] of [
    ['GET', '/api/nothing'],
    ['POST', '/api/people/none/at/all'],
    ['GET', '/api'],
  ] as const) {
    const response = await appAt('https://pool.test')(new Request(`https://pool.test${path}`, { method }), '192.0.2.1')
    expect(response.status, path).toBe(404)
    expect(response.headers.get('content-type'), path).toBe('application/problem+json')
    expect(await response.json(), path).toMatchObject({ status: 404, title: expect.stringContaining('nothing at this address') })
  }
})

test('a body without a length is read to 1 MB and not beyond', async () => {
  const app = appAt('https://pool.test')
  let sent = 0
  const server = serve({ fetch: (asked) => app(asked, '192.0.2.1'), port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const answer = await new Promise<{ status: number; body: string }>((resolve, reject) => {
    const outgoing = request({ port, method: 'POST', path: '/api/session', headers: { 'content-type': 'application/json' } })
    outgoing.on('response', (response) => {
      let body = ''
      response.on('data', (chunk: Buffer) => (body += chunk.toString()))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
      response.on('error', reject)
    })
    outgoing.on('error', reject)
    const piece = Buffer.alloc(65_536, 'a')
    const more = () => {
      // What waits in the pipes of the machine is some megabytes; whoever reads on takes all 200.
      while (sent < 200_000_000 && !outgoing.destroyed) {
        sent += piece.length
        if (!outgoing.write(piece)) return void outgoing.once('drain', more)
      }
      outgoing.end()
    }
    more()
  })
  expect(answer.status).toBe(413)
  expect(JSON.parse(answer.body)).toMatchObject({ title: 'That is more than 1 MB. Send less at once' })
  expect(sent).toBeLessThan(50_000_000)
  server.close()
})

test('the keys of certificates are at the address where other people’s software looks, for every site', async () => {
  await someoneCertified(api)
  const answer = await get(appAt('https://pool.test'), '/.well-known/jwks.json', { origin: 'https://elsewhere.test' })
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  expect(await answer.json()).toMatchObject({ keys: [{ kty: 'RSA', alg: 'RS256', use: 'sig' }] })
})

test('the page that checks with no network is a file to save, and would not run if it were opened here', async () => {
  const { headers } = await get(appAt('https://pool.test'), '/api/offline-check')
  expect(headers.get('content-disposition')).toContain('attachment')
  expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
})

test('the log holds no code of a certificate', async () => {
  const { code } = await someoneCertified(api)
  await get(appAt('https://pool.test'), `/api/certificates/${code}/status`)
  expect(lines.at(-1)?.path).toBe('/api/certificates/:code/status')
})

test('the log holds neither ids nor names', async () => {
  const { person, session } = await api.add({ name: 'Logged Nowhere' })
  lines.length = 0
  await get(appAt('https://pool.test'), `/api/people/${person.id}?name=Logged`, { cookie: `__Host-session=${session}` })
  expect(JSON.stringify(lines)).not.toMatch(new RegExp(`${person.id}|logged`, 'i'))
  expect(lines[0]?.path).toBe('/api/people/:id')
})
