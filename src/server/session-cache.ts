import type { Actor } from '#api/deps.ts'

/** How long another server on the same database may not notice that a session ended: the price of not asking at each request. */
const keptFor = 2000
/** Sessions beyond this many are looked up each time. */
const most = 10_000

/**
 * Who each token stands for, as it was looked up a moment ago. Everything is dropped as soon as this process answers a request that may have changed
 * anything, so that here a suspension, a sign-out or a new role counts at once; from another process it counts within two seconds.
 */
export function sessionCache(lookUp: (token: string, now: Date) => Promise<Actor | null>) {
  let known = new Map<string, { actor: Actor; until: number }>()
  let changes = 0

  async function find(token: string, now: Date): Promise<Actor | null> {
    const kept = known.get(token)
    if (kept && kept.until > now.getTime()) return kept.actor
    const asked = changes
    const actor = await lookUp(token, now)
    // What was read before a change is not kept after it.
    if (actor && asked === changes && known.size < most) known.set(token, { actor, until: now.getTime() + keptFor })
    else known.delete(token)
    return actor
  }

  function drop(): void {
    changes++
    known = new Map()
  }

  return { find, drop }
}
