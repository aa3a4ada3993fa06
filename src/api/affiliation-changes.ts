import { affiliationFaults, type AffiliationGiven, type Affiliation } from '#domain/affiliation.ts'
import { invalid, notFound } from './problem.ts'
import { addAffiliation, findAffiliation, removeAffiliation, saveAffiliation } from './repository/affiliations.ts'
import { account, type Doer } from './repository/audit.ts'
import type { Db, Tx } from './repository/database.ts'
import { findOrganisation } from './repository/organisations.ts'

/** Whose affiliations are changed, by whom: the person themself, or a coordinator for them. */
export interface Keeping {
  personId: string
  doer: Doer
  today: string
}

const actions = {
  own: { added: 'affiliation-declared', changed: 'affiliation-changed', removed: 'affiliation-removed' },
  theirs: { added: 'affiliation-entered', changed: 'affiliation-amended', removed: 'affiliation-struck' },
} as const

const actionsOf = ({ personId, doer }: Keeping) => (doer.personId === personId ? actions.own : actions.theirs)

/** An affiliation of this person. Someone else's is answered like one that is not there. */
export async function affiliationOf(db: Db, id: string, personId: string): Promise<Affiliation> {
  const found = await findAffiliation(db, id)
  if (found?.personId !== personId) throw notFound()
  const { personId: _personId, ...affiliation } = found
  return affiliation
}

async function mustHold(tx: Tx, given: AffiliationGiven, today: string): Promise<void> {
  const faults = affiliationFaults(given, today)
  if (given.organisationId && !(await findOrganisation(tx, given.organisationId)))
    faults.push({ pointer: '/organisationId', detail: 'Choose an organisation from the list' })
  if (faults.length > 0) throw invalid(faults)
}

/** Keeps a new affiliation and accounts for it. Only what somebody enters for themself says that they declared. */
export async function enterAffiliation(tx: Tx, keeping: Keeping, given: AffiliationGiven): Promise<Affiliation> {
  const { personId, doer, today } = keeping
  await mustHold(tx, given, today)
  const id = await addAffiliation(tx, personId, given, doer.at, { declares: doer.personId === personId })
  const saved = await affiliationOf(tx, id, personId)
  await account(tx, doer, {
    action: actionsOf(keeping).added,
    record: 'affiliation',
    recordId: id,
    personId,
    changes: [{ field: 'organisation', from: null, to: saved.name }],
  })
  return saved
}

/** Changes an affiliation and accounts for it. @throws Problem 412 with the affiliation as it is now. */
export async function amendAffiliation(tx: Tx, keeping: Keeping, id: string, version: number, given: AffiliationGiven): Promise<Affiliation> {
  const { personId, doer, today } = keeping
  const before = await affiliationOf(tx, id, personId)
  await mustHold(tx, given, today)
  await saveAffiliation(tx, id, version, given, doer.at)
  const saved = await affiliationOf(tx, id, personId)
  await account(tx, doer, {
    action: actionsOf(keeping).changed,
    record: 'affiliation',
    recordId: id,
    personId,
    changes: [
      { field: 'organisation', from: before.name, to: saved.name },
      { field: 'kind', from: before.kind, to: saved.kind },
      { field: 'from', from: before.from, to: saved.from },
      { field: 'to', from: before.to, to: saved.to },
    ],
  })
  return saved
}

/** Takes off an affiliation that never was, and accounts for it. @throws Problem 412 with the affiliation as it is now. */
export async function strikeAffiliation(tx: Tx, keeping: Keeping, id: string, version: number): Promise<void> {
  const { personId, doer } = keeping
  const before = await affiliationOf(tx, id, personId)
  await removeAffiliation(tx, id, version)
  await account(tx, doer, {
    action: actionsOf(keeping).removed,
    record: 'affiliation',
    recordId: id,
    personId,
    changes: [{ field: 'organisation', from: before.name, to: null }],
  })
}
