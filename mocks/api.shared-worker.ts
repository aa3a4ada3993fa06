/// <reference lib="webworker" />
import { openKeptHome } from './kept-home.ts'
import type { MockHome } from './mock-home.ts'
import type { Ask, Returned, Sent } from './messages.ts'

declare const self: SharedWorkerGlobalScope

/** One worker for a world, named `world@seed@build`, serves every tab: they share one database, and a reload finds it as it was. */
const [world = '', seed = ''] = self.name.split('@')
let opening: Promise<MockHome> | undefined

self.addEventListener('connect', ({ ports: [port] }) => {
  if (!port) return
  port.addEventListener('message', async ({ data: { id, body } }: MessageEvent<Sent<Ask>>) => {
    const say = (message: Returned) => port.postMessage(message)
    try {
      opening ??= openKeptHome(`${world}@${seed}`, world, self.location.origin, true)
      const home = await opening
      say({ id, body: await home.ask(body) })
    } catch (error) {
      say({ id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  })
  port.start()
})
