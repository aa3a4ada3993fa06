import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { serve } from '@hono/node-server'
import type { ApiDeps } from '#api/deps.ts'
import { runDueJobs } from '#api/due-jobs.ts'
import { migrate } from '#api/migrations/migrate.ts'
import { keepRegister } from '#api/repository/organisations.ts'
import { keepTrainingStates } from '#api/repository/training-states.ts'
import { content } from '#content/content.ts'
import { createApp } from './app.ts'
import { addressOf } from './client-address.ts'
import { readConfig } from './config.ts'
import { demoGreeting, openDemo, refuseDemo } from './demo.ts'
import { diskFiles } from './disk-files.ts'
import { drawingIn, drawnPages } from './drawn-pages.ts'
import { firstAdministratorToken } from './first-administrator.ts'
import { mailSender } from './mail-sender.ts'
import { scryptPassphrases } from './passphrases.ts'
import { openPostgres } from './postgres.ts'
import { commandScanner, noScanner } from './scanner.ts'
import { openSqlite } from './sqlite.ts'
import { staticFiles } from './static-files.ts'

const config = readConfig(process.env)
const clock = { now: () => new Date() }
const report = (error: unknown) => console.error(error instanceof Error ? error.stack : error)

if (config.database.kind === 'sqlite') mkdirSync(dirname(config.database.file), { recursive: true })
const db = config.database.kind === 'sqlite' ? openSqlite(config.database.file) : openPostgres(config.database.address, 10, report)
await migrate(db)
if (!config.demo) await refuseDemo(db)
await keepRegister(db, content.organisations)
await keepTrainingStates(db, content.paths)

const api: ApiDeps = {
  db,
  clock,
  content,
  passphrases: scryptPassphrases,
  files: diskFiles(config.filesFolder),
  scan: config.scanCommand ? commandScanner(config.scanCommand) : noScanner,
  site: { origin: config.origin, keepsMail: config.smtp === null, demo: config.demo !== null },
  checkReplies: config.checkReplies,
  report,
}
const drawing = await drawingIn('dist/drawing')
const app = createApp({
  api,
  pages: staticFiles('dist/real'),
  draw: drawing && drawnPages('dist/real', drawing),
  log: (line) => console.log(JSON.stringify(line)),
})
const greeting = config.demo ? demoGreeting(await openDemo(api, config.demo)) : await firstLink()

// What time alone brought while nothing ran is done before anybody is answered; what fails is tried again soon.
await runDueJobs(api).catch(report)
const server = serve(
  { fetch: (request, { incoming }) => app(request, addressOf(incoming, config.proxies)), port: config.port, hostname: config.host },
  () => {
    console.log(`Panel Pool is at ${config.origin}`)
    if (greeting) console.log(greeting)
  },
)

const send = config.smtp ? mailSender(db, clock, config.smtp, report) : () => Promise.resolve()
const timers = [every(2, send), every(60, () => runDueJobs(api))]

async function firstLink(): Promise<string | null> {
  const token = await firstAdministratorToken(db, clock)
  return token && `Nobody runs this pool yet. Become its first administrator, once, at:\n  ${config.origin}/use-link#${token}`
}

/** Repeats something so many seconds after it last ended, so that it never runs twice at once. */
function every(seconds: number, run: () => Promise<void>): { stop: () => void } {
  let timer: NodeJS.Timeout
  const next = () => {
    timer = setTimeout(() => void run().catch(report).finally(next), seconds * 1000)
    timer.unref()
  }
  next()
  return { stop: () => clearTimeout(timer) }
}

/** Finishes what is under way, then closes the database. */
function stop(): void {
  for (const timer of timers) timer.stop()
  server.close(() => void db.destroy().then(() => process.exit(0)))
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
