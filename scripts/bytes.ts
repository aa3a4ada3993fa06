import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { content } from '#content/content.ts'
import { demoPassphrase } from '#mocks/worlds/world.ts'

/**
 * What a first visit to a page costs in bytes, brotli as served, against the floor app. Fails over budget: these are bytes, not times, so they are the same
 * on every machine. Budgets: docs/decisions/0006-budgets.md.
 */
interface Chunk {
  file: string
  imports?: string[]
  css?: string[]
}
type Manifest = Record<string, Chunk>

/** What any other page may add to what a signed-in person’s home has loaded already. */
const furtherRoute = 15_000

/** Pages that add more than that until they are taken apart, each with what it may add meanwhile, so that none grows unseen. */
const larger: Record<string, number> = {
  'src/app/own-checks-page.tsx': 16_700,
  'src/app/own-membership-page.tsx': 28_500,
  'src/app/person-affiliations-page.tsx': 18_200,
  'src/app/person-capacity-page.tsx': 23_700,
  'src/features/certificates/certificate-page.tsx': 17_100,
  'src/features/key-skills/framework-page.tsx': 16_600,
  'src/features/key-skills/framework-version-page.tsx': 16_800,
  'src/features/panel-pool/board/board-page.tsx': 17_700,
  'src/features/panel-pool/checks/person-checks-page.tsx': 16_500,
  'src/features/panel-pool/roster-page.tsx': 15_600,
  'src/features/panel-pool/why-not/why-not-page.tsx': 20_000,
  'src/features/roster-import/import-page.tsx': 15_300,
  'src/features/training-progress/stuck-page.tsx': 17_100,
  'src/features/training/learning-log/learning-log-page.tsx': 15_500,
  'src/features/verification/ask-verification-page.tsx': 17_100,
  'src/features/verification/assess-page.tsx': 16_700,
  'src/features/verification/verification-request-page.tsx': 17_600,
}

/** What the whole framework, with its 35 skills in four levels, may add to what the start page has loaded already. */
const wholeFramework = 60_000

/** Response headers of an asset as our server sends them over HTTP/1.1: 298 bytes for a script. */
const headers = 300
const cssBudget = 7 * 1024

const pages = {
  start: { source: 'src/features/welcome/start-page.tsx', most: 1.25 },
  home: { source: 'src/features/training/home-page.tsx', most: 1.25 },
  module: { source: 'src/features/training/module-page.tsx', most: 1.25 },
  lesson: { source: 'src/features/training/lesson-page.tsx', most: 1.25 },
  check: { source: 'src/features/training/attempt-page.tsx', most: 1.25 },
  // Both are to come to 1.35 again: see decision 6.
  roster: { source: 'src/features/panel-pool/roster-page.tsx', most: 1.38 },
  person: { source: 'src/features/panel-pool/person-page.tsx', most: 1.37 },
}

const read = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest
const served = (folder: string, file: string) => statSync(join(folder, `${file}.br`)).size + headers

function filesFor(manifest: Manifest, entry: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[entry]
  if (!chunk || found.has(chunk.file)) return found
  found.add(chunk.file)
  for (const css of chunk.css ?? []) found.add(css)
  for (const other of chunk.imports ?? []) filesFor(manifest, other, found)
  return found
}

/** Every file of a page: those that the built page names, the one that fetches them where a server drew the page, and what the page itself imports. */
function filesOf(folder: string, manifest: Manifest, source: string | null): Set<string> {
  const built = readFileSync(join(folder, 'index.html'), 'utf8')
  const files = filesFor(manifest, 'src/after-paint.ts')
  for (const [key, { file }] of Object.entries(manifest)) if (built.includes(`/${file}`)) filesFor(manifest, key, files)
  if (!source) return files
  if (!manifest[source]) throw new Error(`The build has no page ${source}`)
  return filesFor(manifest, source, files)
}

function weigh(folder: string, files: Iterable<string>) {
  const all = [...files]
  const css = all.filter((file) => file.endsWith('.css')).reduce((sum, file) => sum + statSync(join(folder, `${file}.br`)).size, 0)
  return { bytes: all.reduce((sum, file) => sum + served(folder, file), 0), css }
}

/** A first visit also fetches the page that names the files. */
const visit = (folder: string, manifest: Manifest, source: string | null) => {
  const { bytes, css } = weigh(folder, filesOf(folder, manifest, source))
  return { bytes: bytes + served(folder, 'index.html'), css }
}

const floor = visit('dist/floor', read('dist/floor'), null).bytes
const real = read('dist/real')
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
console.log(`floor      ${kB(floor)}`)
let over = false
for (const [name, { source, most }] of Object.entries(pages)) {
  const { bytes, css } = visit('dist/real', real, source)
  const ratio = bytes / floor
  const fault = ratio > most ? `over ${most} x` : css > cssBudget ? `CSS over ${kB(cssBudget)}` : ''
  over ||= fault !== ''
  console.log(`${name.padEnd(10)} ${kB(bytes)}, of it CSS ${kB(css)}: ${ratio.toFixed(3)} x the floor ${fault}`)
}
const loaded = filesOf('dist/real', real, pages.home.source)
for (const source of Object.keys(real).filter((key) => key.endsWith('-page.tsx'))) {
  const { bytes } = weigh('dist/real', filesOf('dist/real', real, source).difference(loaded))
  const most = larger[source] ?? furtherRoute
  if (bytes > furtherRoute) console.log(`${source} adds ${kB(bytes)}${bytes > most ? `: over ${kB(most)}` : ''}`)
  over ||= bytes > most
}
const frameworkPage = 'src/features/key-skills/framework-page.tsx'
// The server packs large answers quickly, at 5; the newest version is what the page asks for.
const answer = brotliCompressSync(JSON.stringify(content.frameworks.at(-1)), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length + headers
const framework =
  weigh('dist/real', filesOf('dist/real', real, frameworkPage).difference(filesOf('dist/real', real, pages.start.source))).bytes + answer
console.log(
  `The whole framework adds ${kB(framework)} to the start page, of it ${kB(answer)} its words ${framework > wholeFramework ? `over ${kB(wholeFramework)}` : ''}`,
)
over ||= framework > wholeFramework
/** What only the mock says: its passphrase, its database, the worker that stands between page and network. */
const mockWords = [demoPassphrase, 'sqlite3', 'mockServiceWorker']
const assets = readdirSync('dist/real', { recursive: true, encoding: 'utf8' }).filter((name) => /\.(js|html)$/.test(name))
const mockCode = assets.flatMap((name) => {
  const text = name + readFileSync(join('dist/real', name), 'utf8')
  return mockWords.filter((word) => text.includes(word)).map((word) => `${name} says “${word}”`)
})
for (const found of mockCode) console.log(`The real build holds mock code: ${found}`)
if (over || mockCode.length > 0) process.exit(1)
