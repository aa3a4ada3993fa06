import { readFile, writeFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'
import { createApi } from '../src/api/api.ts'
import { memoryFiles } from '../src/api/memory-files.ts'
import { openSqlite } from '../src/server/sqlite.ts'

/**
 * Writes what the routes declare to docs/openapi.json, and the page's typed client to src/lib/contract.d.ts. With --check it writes nothing and fails
 * when either differs from what is committed.
 */
const files = { document: 'docs/openapi.json', types: 'src/lib/contract.d.ts' }
const check = process.argv.includes('--check')

const db = openSqlite(':memory:')
const api = createApi({
  db,
  clock: { now: () => new Date() },
  content: { modules: [], paths: [], regimes: [], sources: [], frameworks: [], dossiers: [] },
  passphrases: { hash: async (text) => text, verify: async () => false },
  site: { origin: 'https://example.org', keepsMail: false, demo: false },
  files: memoryFiles(),
  scan: async () => 'clean',
  checkReplies: false,
  report: (error) => {
    throw error
  },
})
const edge = { actor: null, address: '', keepSession() {}, dropSession() {} }
const document = (await (await api.fetch(new Request('https://example.org/api/openapi.json'), edge)).json()) as Parameters<typeof openapiTS>[0]
await db.destroy()

const written = {
  [files.document]: `${JSON.stringify(document, null, 2)}\n`,
  [files.types]: `// Made by \`npm run contract\` from the API's routes. Do not edit.\n${astToString(await openapiTS(structuredClone(document)))}`,
}
const stale = []
for (const [file, text] of Object.entries(written)) {
  if (check && (await readFile(file, 'utf8').catch(() => '')) !== text) stale.push(file)
  if (!check) await writeFile(file, text)
}
if (stale.length > 0) {
  console.error(`${stale.join(' and ')} no longer say what the API's routes declare. Run npm run contract and commit the result`)
  process.exit(1)
}
