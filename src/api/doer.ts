import type { Context } from 'hono'
import type { Actor, Env } from './deps.ts'
import { signInFirst } from './problem.ts'
import type { Doer } from './repository/audit.ts'

/** Who asks, on a route that only lets signed-in people through. */
export function asking(c: Context<Env>): Actor {
  if (!c.var.actor) throw signInFirst()
  return c.var.actor
}

/** Who does this and when, for the audit. */
export const doing = (c: Context<Env>): Doer => ({ at: c.var.deps.clock.now().toISOString(), personId: c.var.actor?.personId ?? null })
