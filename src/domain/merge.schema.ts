import { z } from '@hono/zod-openapi'
import { CapacityGiven } from './member.schema.ts'
import { orNull } from './or-null.schema.ts'
import { Id, Moment, PoolRole, Region, Standing } from './person.schema.ts'
import { type Sector, sectors } from './specialism.ts'

/** What two records of one person can say differently. `offer` is days a month, reviews at once and single months, which belong together. */
export const MergeField = z
  .enum(['name', 'email', 'phone', 'region', 'roles', 'standing', 'joinedOn', 'regions', 'sector', 'specialisms', 'languages', 'offer'])
  .openapi('MergeField')

const SectorId = z.enum(Object.keys(sectors) as [Sector, ...Sector[]]).openapi('Sector')

/** What one record says, field by field. */
export const MergeValues = z
  .strictObject({
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    region: orNull(Region),
    roles: z.array(PoolRole),
    standing: orNull(Standing),
    joinedOn: z.iso.date(),
    regions: z.array(Region),
    sector: orNull(SectorId),
    specialisms: z.array(z.string()),
    languages: z.array(z.string()),
    offer: orNull(
      z.strictObject({ daysAMonth: z.number().int().nullable(), mostReviews: z.number().int().nullable(), months: CapacityGiven.shape.months }),
    ),
  })
  .openapi('MergeValues')

/** What the ids of sectors and specialisms in the values are called. */
const Words = z.record(z.string(), z.string())

/** What a record holds beside its fields, as the page counts it. `own` is what somebody wrote for themself or an assessor, which coordinators do not see. */
export const MergePart = z
  .enum([
    'availability',
    'commitments',
    'checks',
    'affiliations',
    'declaration',
    'tags',
    'asks',
    'extra-tries',
    'messages',
    'modules',
    'tries',
    'certificates',
    'levels',
    'requests',
    'own',
  ])
  .openapi('MergePart')

const MergeCount = z.strictObject({ what: MergePart, rows: z.number().int() }).openapi('MergeCount')

/** Whether anybody can sign in to a record. */
const MergeAccount = z.enum(['signs-in', 'not-confirmed', 'suspended', 'none']).openapi('MergeAccount')

const MergeSide = z
  .strictObject({ id: Id, values: MergeValues, account: MergeAccount, lastSignedInAt: orNull(Moment), holds: z.array(MergeCount) })
  .openapi('MergeSide')

/** What stands in the way of putting two records together. */
export const MergeObstacle = z
  .strictObject({
    code: z.enum(['same-record', 'own-record', 'merged-already', 'not-on-roster', 'both-sign-in', 'both-learn', 'ask-open']),
    words: z.string(),
  })
  .openapi('MergeObstacle')

/**
 * A field on which the two differ. `only`: one of them alone says anything, and that is kept. `fixed`: what `of` says is kept, because that record is the one
 * that is signed in to. `earlier`: the earlier day is kept, which is what `of` says. `differ`: somebody has to choose; `both` is whether all of it together can be kept.
 */
const MergeQuestion = z
  .strictObject({ field: MergeField, is: z.enum(['only', 'fixed', 'earlier', 'differ']), of: orNull(Id), both: z.boolean() })
  .openapi('MergeQuestion')

/** Two records side by side. `stays` is the one that has to stay, where only one can. `seen` says which state of both this is. */
export const MergePreview = z
  .strictObject({
    sides: z.array(MergeSide).length(2),
    stays: orNull(Id),
    obstacles: z.array(MergeObstacle),
    questions: z.array(MergeQuestion),
    words: Words,
    seen: z.string(),
  })
  .openapi('MergePreview')

/** Two records to be put together. A choice is the record whose value is kept, or `both`. */
export const MergeGiven = z
  .strictObject({
    keep: z.uuid({ error: 'Choose which record stays' }),
    away: Id,
    seen: z.string().max(80),
    choices: z.partialRecord(MergeField, z.union([Id, z.literal('both')])),
    // That it says something is a rule beside those about the choices, so that all that is missing is said at once.
    reason: z.string().trim().max(500, 'Use 500 characters or fewer'),
  })
  .openapi('MergeGiven')

const Named = z.strictObject({ id: Id, name: z.string() })
const MergedRecord = Named.extend({ email: z.string().nullable() }).openapi('MergedRecord')

/** Two records that were put together. `left` says what could not be given back when it was undone. */
export const Merge = z
  .strictObject({
    id: Id,
    version: z.number().int(),
    at: Moment,
    by: orNull(Named),
    reason: z.string(),
    kept: MergedRecord,
    away: MergedRecord,
    moved: z.array(MergeCount),
    stayed: z.array(MergeCount),
    changed: z.array(MergeField),
    before: MergeValues,
    set: MergeValues,
    words: Words,
    cannotUndo: z.string().nullable(),
    undone: orNull(z.strictObject({ at: Moment, by: z.string(), left: z.array(z.string()) })),
  })
  .openapi('Merge')

/** Where a record went, where it was put together with another one, and which records were put together with it. */
export const PersonMerges = z.strictObject({ into: orNull(Merge), merges: z.array(Merge) }).openapi('PersonMerges')
