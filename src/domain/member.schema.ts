import { z } from '@hono/zod-openapi'
import { OrganisationId } from './organisation.schema.ts'
import { orNull } from './or-null.schema.ts'
import { Id, Moment, PoolRole, Region, Standing } from './person.schema.ts'
import { type Sector, sectors } from './specialism.ts'

const Day = (what: string) => z.iso.date({ error: `Enter ${what} as a day, month and year` }).openapi({ example: '2026-12-01' })
export const Month = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'Choose a month')
  .openapi({ example: '2027-08' })

// The keys of a word list are all of its words.
const SectorId = z.enum(Object.keys(sectors) as [Sector, ...Sector[]]).openapi('Sector')

const Days = z
  .number({ error: 'Enter the days a month as a whole number' })
  .int('Enter whole days')
  .min(0, 'This cannot be less than 0')
  .max(22, 'A month has at most 22 working days')
const Reviews = z
  .number({ error: 'Enter how many reviews at once as a whole number' })
  .int('Enter a whole number')
  .min(0, 'This cannot be less than 0')
  .max(6, 'Nobody runs more than 6 reviews at once')

/** What a member offers in one month instead of the usual. Without a most of reviews the usual one stands. */
const MonthOffer = z.strictObject({ month: Month, days: Days, mostReviews: Reviews.nullable() }).openapi('MonthOffer')

/** What a member offers the pool. */
export const CapacityGiven = z
  .strictObject({ daysAMonth: Days, mostReviews: Reviews, months: z.array(MonthOffer).max(36) })
  .openapi('CapacityGiven', { example: { daysAMonth: 6, mostReviews: 2, months: [{ month: '2027-08', days: 0, mostReviews: null }] } })

const Words = (most: number) => z.string().trim().min(2, 'Use at least 2 letters').max(most, `Use ${most} characters or fewer`)

/** Where a member comes from and what they know; `specialisms` are ids of the list, or own words. */
export const BackgroundGiven = z
  .strictObject({
    sector: orNull(SectorId),
    specialisms: z.array(Words(60)).max(25, 'Name at most 25'),
    languages: z.array(Words(40)).max(15, 'Name at most 15'),
  })
  .openapi('BackgroundGiven')

export const RegionsGiven = z.strictObject({ regions: z.array(Region).max(9) }).openapi('RegionsGiven')

export const AvailabilityState = z
  .enum(['available', 'limited', 'unavailable', 'tentative'], { error: 'Choose how free you are' })
  .openapi('AvailabilityState')

/** When somebody is free or away. No roles means all of theirs. */
export const AvailabilityGiven = z
  .strictObject({
    from: Day('the first day'),
    to: Day('the last day'),
    state: AvailabilityState,
    roles: z.array(PoolRole).max(3),
    note: z.string().trim().max(300, 'Use 300 characters or fewer'),
    /** That a note which looks as if it named somebody was read again. */
    readWarning: z.boolean(),
  })
  .openapi('AvailabilityGiven')

const By = orNull(z.strictObject({ personId: Id, name: z.string() }))

export const Availability = z
  .strictObject({
    id: Id,
    version: z.number().int(),
    from: z.iso.date(),
    to: z.iso.date(),
    state: AvailabilityState,
    roles: z.array(PoolRole),
    note: z.string(),
    enteredBy: By,
    at: Moment,
  })
  .openapi('Availability')

/** A review in hand: a neutral reference, the authority it is for, and the days a month that it takes while it lasts. */
export const CommitmentGiven = z
  .strictObject({
    reference: z.string().trim().min(2, 'Enter a reference').max(40, 'Use 40 characters or fewer'),
    authority: OrganisationId,
    role: z.enum(PoolRole.options, { error: 'Choose a role' }),
    from: Day('when it began or begins'),
    to: Day('when it ends').nullable(),
    days: Days.min(1, 'A review takes at least a day a month'),
  })
  .openapi('CommitmentGiven')

export const Commitment = z
  .strictObject({
    id: Id,
    version: z.number().int(),
    reference: z.string(),
    authority: OrganisationId,
    authorityName: z.string(),
    role: PoolRole,
    from: z.iso.date(),
    to: z.iso.date().nullable(),
    days: z.number().int(),
    enteredBy: By,
    at: Moment,
  })
  .openapi('Commitment')

/** One month of a member: what is offered (null when they have not said), what reviews in hand take, what is left, and when they are away. */
export const StripMonth = z
  .strictObject({
    month: z.string(),
    offered: orNull(z.strictObject({ days: z.number().int(), reviews: z.number().int() })),
    usual: z.boolean(),
    taken: z.strictObject({ days: z.number().int(), reviews: z.number().int() }),
    left: z.strictObject({ days: z.number().int(), reviews: z.number().int() }),
    away: z.array(z.strictObject({ from: z.iso.date(), to: z.iso.date(), state: AvailabilityState, roles: z.array(PoolRole) })),
  })
  .openapi('StripMonth')

/** All that the pool knows of a member’s capacity. `version` is that of their own record; 0 while there is none. */
export const Member = z
  .strictObject({
    personId: Id,
    version: z.number().int(),
    standing: orNull(Standing),
    roles: z.array(PoolRole),
    region: orNull(Region),
    regions: z.array(Region),
    sector: orNull(SectorId),
    specialisms: z.array(z.string()),
    languages: z.array(z.string()),
    daysAMonth: z.number().int().nullable(),
    mostReviews: z.number().int().nullable(),
    months: z.array(MonthOffer),
    availability: z.array(Availability),
    commitments: z.array(Commitment),
    today: z.iso.date(),
    strip: z.array(StripMonth),
    confirmedAt: orNull(Moment),
    confirmDueOn: z.iso.date().nullable(),
  })
  .openapi('Member')
