import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { chromium } from '@playwright/test'
import { memoryFiles } from '#api/memory-files.ts'
import { migrate } from '#api/migrations/migrate.ts'
import { findByEmail } from '#api/repository/accounts.ts'
import { startSession } from '#api/repository/sessions.ts'
import { content } from '#content/content.ts'
import { loadWorld, worlds } from '#mocks/worlds/worlds.ts'
import { paths } from '#paths'
import { createApp } from '#server/app.ts'
import { scryptPassphrases } from '#server/passphrases.ts'
import { openSqlite } from '#server/sqlite.ts'
import { staticFiles } from '#server/static-files.ts'
import config from '../playwright.config.ts'

/**
 * Takes the pictures of the README: the built pages, served by the product's own edge over a world in memory. The clock stands still on the day of the
 * world, so that the same product gives the same pictures. Build first: `npm run build`.
 */
const folder = 'docs/screenshots'
const most = 180_000
const shots: { name: string; persona: string; path: string; height?: number }[] = [
  { name: 'home', persona: 'learner-half-way', path: paths.home() },
  { name: 'today', persona: 'coordinator', path: paths.today() },
  {
    name: 'roster',
    persona: 'coordinator',
    path: `${paths.roster()}?role=author&region=north-east&travels=yes&ready=2026-12-14&ties=cleveland-police`,
    height: 1000,
  },
  { name: 'framework', persona: 'learner-half-way', path: paths.skill('3.3') },
]

const world = worlds['ordinary-week']
if (!world) throw new Error('There is no world ordinary-week to take pictures of')
const now = new Date(`${world.date}T09:00:00Z`)
const db = openSqlite(':memory:')
await migrate(db)
await loadWorld(db, world, now, content)

let origin = ''
const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
  const answering = serve({ fetch: (request) => app(request, 'this machine'), port: 0, hostname: '127.0.0.1' }, ({ port }) => {
    origin = `http://127.0.0.1:${port}`
    resolve(answering)
  })
})
const app = createApp({
  api: {
    db,
    clock: { now: () => now },
    content,
    passphrases: scryptPassphrases,
    files: memoryFiles(),
    scan: async () => 'clean',
    site: { origin, keepsMail: true, demo: true },
    checkReplies: true,
    report: (error) => {
      throw error
    },
  },
  pages: staticFiles('dist/real'),
  log: () => undefined,
})

const browser = await chromium.launch(config.use?.launchOptions ?? {})
await mkdir(folder, { recursive: true })
for (const { name, persona, path, height = 650 } of shots) {
  const account = await findByEmail(db, world.personas[persona]?.email ?? '')
  if (!account) throw new Error(`The world ordinary-week has no account for ${persona}`)
  const token = await db.transaction().execute((tx) => startSession(tx, account.id, 'signed-in', now))
  const context = await browser.newContext({
    viewport: { width: 1280, height },
    deviceScaleFactor: 1,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  })
  await context.addCookies([{ name: 'session', value: token, url: origin }])
  const page = await context.newPage()
  await page.goto(origin + path)
  await page.locator('h1').waitFor()
  await page.waitForLoadState('networkidle')
  const file = join(folder, `${name}.png`)
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' })
  await context.close()
  const { size } = await stat(file)
  console.log(`${file} ${(size / 1000).toFixed(0)} kB`)
  if (size > most) throw new Error(`${file} is over ${most / 1000} kB. Make its window smaller`)
}
await browser.close()
server.close()
await db.destroy()
