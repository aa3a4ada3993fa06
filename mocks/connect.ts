import type { Ask, Reply, Returned } from './messages.ts'
import type { MockHome } from './mock-home.ts'

declare const __SEED__: string
declare const __BUILD__: string

export interface Connection extends MockHome {
  /** False where the browser has no SharedWorker: then this tab is alone and a reload starts again. */
  shared: boolean
}

/** The home of a world's mock API: a worker that all tabs share, or this tab's own memory where there is none. */
export async function connect(world: string): Promise<Connection> {
  if (typeof SharedWorker === 'undefined') {
    const { openKeptHome } = await import('./kept-home.ts')
    return { shared: false, ...(await openKeptHome(world, world, location.origin, false)) }
  }
  // A newer build in development must not meet the worker of an older one. Both open the same image, `world@seed`, while its shape is the same.
  const worker = new SharedWorker(new URL('./api.shared-worker.ts', import.meta.url), { type: 'module', name: `${world}@${__SEED__}@${__BUILD__}` })
  const waiting = new Map<number, { resolve: (body: unknown) => void; reject: (error: Error) => void }>()
  let last = 0
  worker.port.addEventListener('message', ({ data }: MessageEvent<Returned>) => {
    const asked = waiting.get(data.id)
    waiting.delete(data.id)
    if ('failed' in data) asked?.reject(new Error(data.failed))
    else asked?.resolve(data.body)
  })
  worker.addEventListener('error', (event) => {
    for (const { reject } of waiting.values()) reject(new Error(`The mock API could not start: ${event.message}`))
  })
  worker.port.start()
  return {
    shared: true,
    ask: <A extends Ask>(body: A) =>
      new Promise<Reply<A>>((resolve, reject) => {
        last += 1
        // The worker answers each message with the reply of its kind.
        waiting.set(last, { resolve: resolve as (body: unknown) => void, reject })
        worker.port.postMessage({ id: last, body })
      }),
  }
}
