import type { components } from '#lib/contract.d.ts'

// As the contract has them: an optional filter is there or not there, never undefined.
export type Chosen = components['schemas']['Chosen']
export type CommandGiven = components['schemas']['CommandGiven']

/** Whom somebody chose on the roster, as one page hands it to the next: in the history of the tab, so that it is there after a reload. */
export interface ChosenState {
  chosen: Chosen
  /** Some of their names, where people were chosen one by one. */
  names: string[]
  /** The roster's filters as they stood in its address. */
  from: string
}

export const howMany = (chosen: Chosen): number => ('people' in chosen ? chosen.people.length : chosen.total)
