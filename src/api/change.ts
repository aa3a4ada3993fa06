import type { Context } from 'hono'
import type { Env } from './deps.ts'
import { digest } from './hash.ts'
import { invalid } from './problem.ts'
import type { Tx } from './repository/database.ts'

const replayed = ['etag', 'location']

/**
 * The one way to change things: claims the Idempotency-Key, runs, keeps the answer, commits. A second request with the same key gets the first one's
 * answer and changes nothing; a refusal rolls the claim back, so that the next try counts. Inside `run` only `tx` exists: asking
 * `db` there would wait for this very transaction on SQLite.
 * @throws Problem 422 when the key was used for something else.
 */
export async function change<R extends Response>(c: Context<Env>, run: (tx: Tx) => Promise<R>): Promise<R> {
  const { db, clock } = c.var.deps
  // Only a POST makes something that could be made twice; everything else names the version that it changes.
  const key = c.req.method === 'POST' ? c.req.header('idempotency-key') : undefined
  if (!key) return db.transaction().execute(run)
  const scope = await digest(`${c.var.actor?.accountId ?? `visitor ${c.env.address}`} ${c.req.method} ${c.req.path}`)
  const bodyHash = await digest(new Uint8Array(await c.req.arrayBuffer()))
  return db.transaction().execute(async (tx) => {
    const claimed = await tx
      .insertInto('idempotency')
      .values({ scope, key, body_hash: bodyHash, status: null, body: null, headers: null, created_at: clock.now().toISOString() })
      .onConflict((oc) => oc.columns(['scope', 'key']).doNothing())
      .returning('key')
      .executeTakeFirst()
    if (!claimed) {
      const first = await tx.selectFrom('idempotency').selectAll().where('scope', '=', scope).where('key', '=', key).executeTakeFirstOrThrow()
      if (first.body_hash !== bodyHash)
        throw invalid([{ pointer: '', detail: 'This Idempotency-Key was used for a different request. Make a new one' }])
      const headers = first.headers ? (JSON.parse(first.headers) as Record<string, string>) : {}
      // The stored answer is the one this very route gave, so it has the route's type.
      return new Response(first.body, { status: first.status ?? 200, headers }) as R
    }
    const response = await run(tx)
    const kept = Object.fromEntries([...response.headers].filter(([name]) => replayed.includes(name) || name === 'content-type'))
    await tx
      .updateTable('idempotency')
      .set({ status: response.status, body: response.body ? await response.clone().text() : null, headers: JSON.stringify(kept) })
      .where('scope', '=', scope)
      .where('key', '=', key)
      .execute()
    return response
  })
}
