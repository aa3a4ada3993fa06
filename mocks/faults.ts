import type { Api } from '#api/api.ts'
import type { Edge } from '#api/deps.ts'
import type { Db } from '#api/repository/database.ts'
import { endSessionsOf } from '#api/repository/sessions.ts'
import type { FaultName } from './worlds/world.ts'

type Fetch = Api['fetch']
type Fault = (next: Fetch, db: Db) => Fetch

const changes = (request: Request) => request.method !== 'GET' && !new URL(request.url).pathname.startsWith('/api/session')
const problem = (status: number, title: string) =>
  Response.json({ type: 'about:blank', title, status }, { status, headers: { 'content-type': 'application/problem+json' } })

/** Each fault as it is met in life, wrapped round the API. */
const faults: Record<FaultName, Fault> = {
  'save-fails': (next) => async (request, edge) =>
    changes(request) ? problem(500, 'Something went wrong on our side. What you sent was not saved') : next(request, edge),

  'slow-network': (next) => async (request, edge) => {
    await new Promise((resolve) => setTimeout(resolve, 1500))
    return next(request, edge)
  },

  // The first change of a tab finds its session ended, as after a long lunch; signing in again mends it.
  'signed-out-mid-form': (next, db) => {
    const ended = new Set<string>()
    return async (request, edge) => {
      const { actor } = edge
      if (!actor || !changes(request) || ended.has(actor.accountId)) return next(request, edge)
      ended.add(actor.accountId)
      await db.transaction().execute((tx) => endSessionsOf(tx, actor.accountId))
      return next(request, { ...edge, actor: null })
    }
  },

  // Just before the first change of a person or an account, somebody else changes the same one.
  'changed-under-you': (next, db) => {
    const changed = new Set<string>()
    return async (request: Request, edge: Edge) => {
      const { pathname } = new URL(request.url)
      const id = /\/people\/([^/]+)\/profile$/.exec(pathname)?.[1]
      const accountId = /\/accounts\/([^/]+)\/suspension$/.exec(pathname)?.[1]
      if (accountId && changes(request) && !changed.has(accountId)) {
        changed.add(accountId)
        await db
          .updateTable('account')
          .set((eb) => ({ version: eb('version', '+', 1) }))
          .where('id', '=', accountId)
          .execute()
      }
      if (id && changes(request) && !changed.has(id)) {
        changed.add(id)
        await db
          .updateTable('person')
          .set((eb) => ({ phone: '0191 498 0999', version: eb('version', '+', 1) }))
          .where('id', '=', id)
          .execute()
      }
      return next(request, edge)
    }
  },
}

export const withFaults = (names: readonly FaultName[], db: Db, fetch: Fetch): Fetch => names.reduce((next, name) => faults[name](next, db), fetch)
