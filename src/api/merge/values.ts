import type { MergeValues } from '#domain/merge.ts'
import type { Person } from '#domain/person.ts'
import type { Doer } from '../repository/audit.ts'
import type { Db, Tx } from '../repository/database.ts'
import { memberOf, saveBackground, saveCapacity, saveRegions } from '../repository/members.ts'
import { saveProfile } from '../repository/people.ts'

/** What a record says, field by field. `standing` is null for one that was put away. */
export async function valuesOf(db: Db, person: Person, now: Date): Promise<MergeValues> {
  const { daysAMonth, mostReviews, months, regions, sector, specialisms, languages } = await memberOf(db, person, now)
  const { name, email, phone, region, roles, standing, joinedOn } = person
  const offers = daysAMonth !== null || mostReviews !== null || months.length > 0
  return {
    name,
    email,
    phone,
    region,
    roles,
    standing,
    joinedOn,
    regions,
    sector,
    specialisms,
    languages,
    offer: offers ? { daysAMonth, mostReviews, months } : null,
  }
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/**
 * Gives a record other values, each by the way in which it is saved everywhere; only what differs is written. Its standing is not among them: that is a move of
 * its own. @returns the record as it is then.
 */
export async function writeValues(tx: Tx, person: Person, to: MergeValues, now: Date, doer: Doer): Promise<Person> {
  const from = await valuesOf(tx, person, now)
  const { name, phone, region, roles, email, joinedOn } = to
  let saved = person
  if (!same([name, phone, region, roles], [from.name, from.phone, from.region, from.roles]))
    saved = await saveProfile(tx, saved, { name, phone, region, roles }, doer, { action: 'profile-changed' })
  if (!same([email, joinedOn], [from.email, from.joinedOn])) {
    await tx
      .updateTable('person')
      .set((eb) => ({ email, joined_on: joinedOn, version: eb('version', '+', 1) }))
      .where('id', '=', person.id)
      .execute()
    saved = { ...saved, email, joinedOn, version: saved.version + 1 }
  }
  const version = async () => (await memberOf(tx, saved, now)).version
  const { sector, specialisms, languages, offer } = to
  if (!same([sector, specialisms, languages], [from.sector, from.specialisms, from.languages]))
    await saveBackground(tx, saved, await version(), { sector, specialisms, languages }, now)
  if (!same(offer, from.offer)) await saveCapacity(tx, saved, await version(), offer ?? { daysAMonth: null, mostReviews: null, months: [] }, now)
  // The home region is left out of these, so they follow it.
  if (!same([to.regions, region], [from.regions, from.region])) await saveRegions(tx, saved, await version(), to.regions, now)
  return saved
}
