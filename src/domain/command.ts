import type { z } from 'zod'
import type * as schema from './command.schema.ts'
import { learnerStandings } from './membership.ts'
import type { Standing } from './person.ts'
import { standingMoves } from './standing.ts'
import { standingWords } from './words.ts'

export type Chosen = z.infer<typeof schema.Chosen>
export type Command = z.infer<typeof schema.Command>
export type CommandGiven = z.infer<typeof schema.CommandGiven>
export type CommandKind = z.infer<typeof schema.CommandKind>
export type CommandPreview = z.infer<typeof schema.CommandPreview>
export type CommandRows = z.infer<typeof schema.CommandRows>

/** Whether what a command did can be given back. A mail that was sent cannot. */
export const isUndoable = (kind: CommandKind): boolean => kind === 'status' || kind === 'tag' || kind === 'untag'

/** What the part of one person in a command can become. Undoing leaves alone whom somebody has changed since. */
export const commandPartMoves = {
  done: ['undone', 'left'],
  refused: [],
  unchanged: [],
  undone: [],
  left: [],
} as const satisfies Record<string, readonly string[]>

/** What would become of one person; `why` is null when it is done. */
export type Verdict = { outcome: 'done'; why: null } | { outcome: 'refused' | 'unchanged'; why: string }

const done: Verdict = { outcome: 'done', why: null }
const refusedBecause = (why: string): Verdict => ({ outcome: 'refused', why })
const unchangedBecause = (why: string): Verdict => ({ outcome: 'unchanged', why })

interface Subject {
  standing: Standing | null
  /** Whether the asker is this person. */
  self: boolean
}

const inWords = (standing: Standing | null) => (standing ? standingWords[standing].toLowerCase() : 'not on the roster')

/** A move of somebody's standing, by the table of moves that holds for one person: nobody moves themself. A pause with another end is a change. */
export function statusVerdict({ standing, self, until }: Subject & { until: string | null }, to: Standing, toUntil: string | null): Verdict {
  if (self) return refusedBecause('Nobody changes their own status')
  if (standing === to && until === toUntil) return unchangedBecause(`Already ${inWords(to)}`)
  if (standing === to) return refusedBecause(`Already ${inWords(to)}. Change the day on their own page`)
  const allowed = standing ? standingMoves[standing] : []
  return allowed.includes(to) ? done : refusedBecause(`From ${inWords(standing)} nobody becomes ${inWords(to)}`)
}

/** A mail needs somewhere to go, and nobody writes to themself. */
export function messageVerdict({ self, hasAddress }: { self: boolean; hasAddress: boolean }): Verdict {
  if (self) return refusedBecause('Nobody writes to themself')
  return hasAddress ? done : refusedBecause('No e-mail address here')
}

/** Those who no longer work for the pool, or do not yet, are not asked whether what it knows of them is still right. */
export const notAskedToConfirm = [...learnerStandings, 'retired', 'removed', 'expired', 'suspended'] as const satisfies readonly Standing[]

/** Whether somebody is asked if what the pool knows of them is still right: a member, with an address that they confirmed, who was not asked already. */
export function confirmVerdict({ standing, self, hasAddress, waiting }: Subject & { hasAddress: boolean; waiting: boolean }): Verdict {
  if (self) return refusedBecause('Nobody asks themself')
  if (standing === null || notAskedToConfirm.some((one) => one === standing))
    return refusedBecause(`Not asked of somebody who is ${inWords(standing)}`)
  if (!hasAddress) return refusedBecause('Has not accepted their invitation, or has no e-mail address here')
  return waiting ? unchangedBecause('Asked already, and has not answered') : done
}

export const tagVerdict = (has: boolean): Verdict => (has ? unchangedBecause('Has this tag already') : done)
export const untagVerdict = (has: boolean): Verdict => (has ? done : unchangedBecause('Does not have this tag'))
