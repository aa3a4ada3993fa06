import type { Kysely } from 'kysely'
import type { ApiDeps } from '#api/deps.ts'
import { memoryFiles } from '#api/memory-files.ts'
import type { Database } from '#api/repository/database.ts'
import { content } from '#content/content.ts'
import { createApp } from '#server/app.ts'
import { scryptPassphrases } from '#server/passphrases.ts'

const origin = 'http://localhost'

/**
 * Asks the product as a browser with a session would: the server's whole app from Request to the text of its Response, without a socket.
 * @throws Error with what it said for anything but 200.
 */
export function endpoint(db: Kysely<Database>, session: string): (path: string) => Promise<string> {
  const api: ApiDeps = {
    db,
    clock: { now: () => new Date() },
    content,
    passphrases: scryptPassphrases,
    site: { origin, keepsMail: true, demo: false },
    files: memoryFiles(),
    scan: async () => 'clean',
    checkReplies: false,
    report: (error) => console.error(error),
  }
  const app = createApp({ api, pages: async () => null, log: () => undefined })
  return async (path) => {
    const response = await app(new Request(origin + path, { headers: { cookie: `session=${session}` } }), '127.0.0.1')
    const text = await response.text()
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${text}`)
    return text
  }
}
