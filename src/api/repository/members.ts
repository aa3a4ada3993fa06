import { stripOf } from '#domain/capacity.ts'
import { dayOf, monthsAfterMoment } from '#domain/calendar.ts'
import type { BackgroundGiven, CapacityGiven, Member } from '#domain/member.ts'
import { monthOf } from '#domain/month.ts'
import { nameKey, type Person } from '#domain/person.ts'
import { specialismWords } from '#domain/specialism.ts'
import { stale } from '../problem.ts'
import { availabilityOf } from './availability.ts'
import { commitmentsOf } from './commitments.ts'
import type { Db, Tx } from './database.ts'
import { settingValue } from './settings.ts'

/** How many months a strip shows, from this one on. */
const stripMonths = 18

/** All that the pool knows of a member’s capacity, as of a moment. */
export async function memberOf(db: Db, person: Person, now: Date): Promise<Member> {
  const row = await db.selectFrom('member').selectAll().where('person_id', '=', person.id).executeTakeFirst()
  const regions = await db.selectFrom('member_region').select('region').where('person_id', '=', person.id).orderBy('region').execute()
  const months = await db
    .selectFrom('capacity_month')
    .select(['month', 'days', 'most_reviews'])
    .where('person_id', '=', person.id)
    .orderBy('month')
    .execute()
  const today = dayOf(now)
  const offer = {
    daysAMonth: row?.days_a_month ?? null,
    mostReviews: row?.most_reviews ?? null,
    months: months.map(({ month, days, most_reviews }) => ({ month, days, mostReviews: most_reviews })),
  }
  const availability = await availabilityOf(db, person.id)
  const commitments = await commitmentsOf(db, person.id)
  const every = await settingValue(db, 'membership-confirm-months')
  const confirmedAt = row?.confirmed_at ?? null
  return {
    personId: person.id,
    version: row?.version ?? 0,
    standing: person.standing,
    roles: person.roles,
    region: person.region,
    regions: regions.map(({ region }) => region as Member['regions'][number]),
    sector: (row?.sector ?? null) as Member['sector'],
    specialisms: row ? (JSON.parse(row.specialisms) as string[]) : [],
    languages: row ? (JSON.parse(row.languages) as string[]) : [],
    ...offer,
    availability,
    commitments,
    today,
    strip: stripOf({ offer, commitments, availability }, monthOf(today), stripMonths),
    confirmedAt,
    confirmDueOn: confirmedAt ? dayOf(monthsAfterMoment(new Date(confirmedAt), every)) : null,
  }
}

type Own = Partial<{
  sector: string | null
  specialisms: string
  languages: string
  days_a_month: number | null
  most_reviews: number | null
  confirmed_at: string
  confirm_asked_at: null
}>

/**
 * Saves part of a member’s own record, if nobody saved any of it since `version` was read; 0 is one that is not there yet.
 * @throws Problem 412 with the record as it is now.
 */
async function saveOwn(tx: Tx, person: Person, version: number, own: Own, now: Date): Promise<void> {
  const saved =
    version === 0
      ? await tx
          .insertInto('member')
          .values({ person_id: person.id, specialisms: '[]', languages: '[]', ...own })
          .onConflict((oc) => oc.doNothing())
          .returning('version')
          .executeTakeFirst()
      : await tx
          .updateTable('member')
          .set((eb) => ({ ...own, version: eb('version', '+', 1) }))
          .where('person_id', '=', person.id)
          .where('version', '=', version)
          .returning('version')
          .executeTakeFirst()
  if (!saved) throw stale(await memberOf(tx, person, now))
}

export async function saveCapacity(
  tx: Tx,
  person: Person,
  version: number,
  { daysAMonth, mostReviews, months }: CapacityGiven | Pick<Member, 'daysAMonth' | 'mostReviews' | 'months'>,
  now: Date,
): Promise<void> {
  await saveOwn(tx, person, version, { days_a_month: daysAMonth, most_reviews: mostReviews }, now)
  await tx.deleteFrom('capacity_month').where('person_id', '=', person.id).execute()
  if (months.length > 0)
    await tx
      .insertInto('capacity_month')
      .values(months.map((one) => ({ person_id: person.id, month: one.month, days: one.days, most_reviews: one.mostReviews })))
      .execute()
}

const once = (words: readonly string[]) => [...new Map(words.map((word) => [nameKey(word), word])).values()]

export async function saveBackground(tx: Tx, person: Person, version: number, given: BackgroundGiven, now: Date): Promise<void> {
  const specialisms = once(given.specialisms)
  const own = { sector: given.sector, specialisms: JSON.stringify(specialisms), languages: JSON.stringify(once(given.languages)) }
  await saveOwn(tx, person, version, own, now)
  await tx.deleteFrom('member_specialism').where('person_id', '=', person.id).execute()
  if (specialisms.length > 0)
    await tx
      .insertInto('member_specialism')
      .values(specialisms.map((specialism) => ({ person_id: person.id, specialism, search_key: nameKey(specialismWords(specialism)) })))
      .execute()
}

/** The home region is travelled to without saying so. */
export async function saveRegions(tx: Tx, person: Person, version: number, regions: readonly string[], now: Date): Promise<void> {
  await saveOwn(tx, person, version, {}, now)
  await tx.deleteFrom('member_region').where('person_id', '=', person.id).execute()
  const others = [...new Set(regions)].filter((region) => region !== person.region)
  if (others.length > 0)
    await tx
      .insertInto('member_region')
      .values(others.map((region) => ({ person_id: person.id, region })))
      .execute()
}

/** Keeps that a member said that everything here is still right. Whatever the version: it says something of the record as it is. */
export async function confirmMember(tx: Tx, personId: string, at: string): Promise<void> {
  await tx
    .insertInto('member')
    .values({ person_id: personId, specialisms: '[]', languages: '[]', confirmed_at: at })
    .onConflict((oc) => oc.column('person_id').doUpdateSet({ confirmed_at: at, confirm_asked_at: null }))
    .execute()
}
