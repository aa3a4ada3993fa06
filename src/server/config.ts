import { resolve, sep } from 'node:path'

export interface Config {
  port: number
  host: string
  database: { kind: 'sqlite'; file: string } | { kind: 'postgres'; address: string }
  /** Where uploaded files are kept: not where pages are served from. */
  filesFolder: string
  /** A program that says whether an uploaded file is harmful, with its arguments; null for none. */
  scanCommand: string | null
  /** Where people reach the product. An https origin means TLS in front: secure cookies and HSTS. */
  origin: string
  /** How many proxies in front add to X-Forwarded-For; 0 takes the address of the connection. */
  proxies: number
  smtp: { address: string; from: string } | null
  /** The world that a demonstration shows, or null for real use. */
  demo: string | null
  checkReplies: boolean
}

/**
 * Reads the settings of the process once.
 * @throws Error that names the setting and says what to write instead.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const port = wholeNumber(env['PORT'] ?? '4000', 'PORT', 65_535)
  const origin = env['SITE_ORIGIN'] ?? `http://localhost:${port}`
  if (!URL.canParse(origin) || new URL(origin).origin !== origin)
    throw new Error(`SITE_ORIGIN is the address people use, such as https://pool.example.org, without a path; not "${origin}"`)
  const smtp = env['SMTP_URL']
  const demo = env['DEMO'] || null
  if (smtp && !env['MAIL_FROM']) throw new Error('SMTP_URL is set, so MAIL_FROM must say which address mails come from')
  return {
    port,
    // A demonstration's passphrase is published and its page shows the one-time code, so it answers this machine alone unless it is told otherwise.
    host: env['HOST'] || (demo ? '127.0.0.1' : '0.0.0.0'),
    database: databaseOf(env['DATABASE_URL'], env['DATABASE_FILE'] || (demo ? 'data/demo.sqlite' : 'data/panel-pool.sqlite')),
    filesFolder: filesFolderOf(env['FILES_FOLDER']?.trim() || (demo ? 'data/demo-files' : 'data/files')),
    scanCommand: env['SCAN_COMMAND']?.trim() || null,
    origin,
    proxies: wholeNumber(env['TRUST_PROXY'] ?? '0', 'TRUST_PROXY', 10),
    smtp: smtp ? { address: smtp, from: env['MAIL_FROM'] ?? '' } : null,
    demo,
    checkReplies: env['CHECK_REPLIES'] === '1',
  }
}

function databaseOf(address: string | undefined, file: string): Config['database'] {
  if (!address) return { kind: 'sqlite', file }
  if (!/^postgres(ql)?:\/\//.test(address))
    throw new Error('DATABASE_URL is the address of a PostgreSQL database, such as postgres://user:secret@host/name. Leave it out to use a file')
  return { kind: 'postgres', address }
}

function filesFolderOf(chosen: string): string {
  const served = resolve('dist')
  if (resolve(chosen) === served || resolve(chosen).startsWith(`${served}${sep}`))
    throw new Error(`FILES_FOLDER is where uploaded files are kept, so it cannot lie in ${served}, where pages are served from`)
  return chosen
}

function wholeNumber(text: string, name: string, most: number): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0 || number > most) throw new Error(`${name} is a whole number from 0 to ${most}, not "${text}"`)
  return number
}
