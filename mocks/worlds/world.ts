import type { Content } from '#api/deps.ts'
import type { Tx } from '#api/repository/database.ts'

/** What goes wrong in a world. Here it is only named: the mock's edge and the journeys' proxy carry it out. */
export type FaultName = 'save-fails' | 'slow-network' | 'signed-out-mid-form' | 'changed-under-you'

export interface Persona {
  email: string
  title: string
}

/** What the demo accounts of a server sign in with. `passphrase` is a hash, made once by whoever loads the world. */
export interface Secrets {
  passphrase: string
  totpSecret: string
}

/** A named state of the product. Everyone in it is invented. */
export interface World {
  name: string
  title: string
  /** One sentence for the person who opens it. */
  about: string
  /** The code of the review regime that the world works under. */
  regime: string
  /** The day the world is set on, `YYYY-MM-DD`, at 09:00 UTC; loaded on another day, everything in it moves to that day. */
  date: string
  /** Who a person can be in this world. Null is a visitor, not signed in. */
  personas: Record<string, Persona | null>
  faults: readonly FaultName[]
  /** Fills an empty, migrated database. Everything is laid out before `now`, so that nothing goes stale. */
  build(tx: Tx, now: Date, content: Content, secrets?: Secrets): Promise<void>
}

export const demoPassphrase = 'seven quiet herons wading'

/** The second factor of every member of staff in a world, in base 32, where no other secret is given. It guards nothing. */
export const demoTotpSecret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
