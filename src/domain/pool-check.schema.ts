import { z } from '@hono/zod-openapi'
import { orNull } from './or-null.schema.ts'
import { Id, Moment, Region } from './person.schema.ts'

/** What is checked of somebody before they are appointed, and again in time. Not to be confused with the knowledge checks of the training. */
export const PoolCheckKind = z
  .enum(['dbs', 'references', 'insurance', 'registration', 'training', 'declaration', 'data-protection'], { error: 'Choose what was checked' })
  .openapi('PoolCheckKind')

/** From the least that is looked at to the most. */
export const DbsLevel = z
  .enum(['basic', 'standard', 'enhanced', 'enhanced-barred'], { error: 'Choose the level of the certificate' })
  .openapi('DbsLevel')

/** `due-soon` is within the next 60 days. `superseded`: a newer one of its kind stands in its place. */
export const PoolCheckState = z.enum(['current', 'due-soon', 'due', 'superseded', 'struck']).openapi('PoolCheckState')

const Day = z.iso.date()

/** What was seen: a number and a date, never the certificate itself. */
export const PoolCheckGiven = z
  .strictObject({
    kind: PoolCheckKind,
    level: orNull(DbsLevel),
    number: z.string().trim().max(60, 'Use 60 characters or fewer').nullable(),
    issuedOn: z.iso.date({ error: 'Enter the date on it as a day, month and year' }),
    note: z.string().trim().max(300, 'Use 300 characters or fewer').nullable(),
  })
  .openapi('PoolCheckGiven', {
    example: { kind: 'dbs', level: 'enhanced', number: '001234567890', issuedOn: '2026-10-05', note: null },
  })

/** One check as it was recorded. `numberEnd` is the end of its number: the whole of it is asked for by itself. Null where no number is held. */
export const PoolCheck = z
  .strictObject({
    id: Id,
    version: z.number().int(),
    kind: PoolCheckKind,
    level: orNull(DbsLevel),
    numberEnd: z.string().nullable(),
    issuedOn: Day,
    recheckOn: Day.nullable(),
    state: PoolCheckState,
    seenBy: z.string().nullable(),
    seenAt: Moment,
    note: z.string().nullable(),
    struckAt: orNull(Moment),
    struckReason: z.string().nullable(),
  })
  .openapi('PoolCheck')

/**
 * Where a person stands with one kind of check. `missing`: asked for and not recorded; `not-asked`: neither asked for nor recorded; `level`: recorded at a
 * level below the one that is asked for.
 */
export const CheckStanding = z
  .strictObject({
    kind: PoolCheckKind,
    state: z.enum(['current', 'due-soon', 'due', 'level', 'missing', 'not-asked']),
    asked: z.boolean(),
    months: z.number().int(),
    checkId: orNull(Id),
    recheckOn: Day.nullable(),
  })
  .openapi('CheckStanding')

/** A person's checks, newest first, on a day. `level` is the DBS level that is asked for; `mayKeep`, whether the asker may record one. */
export const PoolChecks = z
  .strictObject({
    on: Day,
    name: z.string(),
    mayKeep: z.boolean(),
    level: DbsLevel,
    standings: z.array(CheckStanding),
    checks: z.array(PoolCheck),
  })
  .openapi('PoolChecks')

export const PoolCheckNumber = z.strictObject({ number: z.string() }).openapi('PoolCheckNumber')

export const PoolCheckStrike = z
  .strictObject({ reason: z.string().trim().min(5, 'Say in a few words what was wrong with it').max(300, 'Use 300 characters or fewer') })
  .openapi('PoolCheckStrike')

/** `within` days from today; what was due before today is always there. */
export const ChecksDueFilters = z.strictObject({
  kind: PoolCheckKind.optional(),
  region: Region.optional(),
  within: z.enum(['0', '30', '60', '90', '180']).optional(),
  after: z.string().max(400).optional(),
  before: z.string().max(400).optional(),
})

/** Re-checks that fall due, the longest due first. No numbers. `about` means there are more than `total` and nobody counted further. */
export const ChecksDue = z
  .strictObject({
    on: Day,
    checks: z.array(
      z.strictObject({
        id: Id,
        personId: Id,
        name: z.string(),
        region: orNull(Region),
        kind: PoolCheckKind,
        issuedOn: Day,
        recheckOn: Day,
        due: z.boolean(),
      }),
    ),
    total: z.number().int(),
    about: z.boolean(),
    previous: z.string().nullable(),
    next: z.string().nullable(),
  })
  .openapi('ChecksDue')
