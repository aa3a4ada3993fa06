import { z } from '@hono/zod-openapi'
import { orNull } from './or-null.schema.ts'
import { Id, Moment, Region } from './person.schema.ts'

const Day = z.iso.date({ error: 'Enter a day, month and year' }).openapi({ example: '2026-11-30' })

export const CoverQuestion = z.strictObject({ on: Day.optional() })

const CoverBasis = z.enum(['fact', 'assumption'], { error: 'Say whether it is a fact or an assumption' }).openapi('CoverBasis')

/** One number of the model, for everywhere or for one region, with where it comes from. `derived` where a region has its share of the number for everywhere. */
export const CoverInputUsed = z
  .strictObject({
    key: z.string(),
    region: orNull(Region),
    value: z.number(),
    basis: CoverBasis,
    source: z.string(),
    asOf: z.string(),
    what: z.string(),
    unit: z.string(),
    least: z.number().int(),
    most: z.number().int(),
    derived: z.boolean(),
    /** When somebody entered it here; null for what it starts at. */
    setAt: orNull(Moment),
  })
  .openapi('CoverInputUsed')

export const CoverInputGiven = z
  .strictObject({
    key: z.string().max(40),
    region: orNull(Region),
    value: z.number({ error: 'Enter a number' }),
    basis: CoverBasis,
    source: z.string().trim().min(5, 'Say where the number comes from').max(300, 'Use 300 characters or fewer'),
    asOf: z.string().trim().min(4, 'Say which year or day the number speaks of').max(40, 'Use 40 characters or fewer'),
  })
  .openapi('CoverInputGiven', {
    example: {
      key: 'reviews-a-year',
      region: 'north-east',
      value: 5,
      basis: 'fact',
      source: 'Counted by the regional group of partnerships',
      asOf: '2025-26',
    },
  })

const CoverOfRole = z
  .strictObject({
    capacity: z.number(),
    work: z.number(),
    /** Capacity over work; null where there is no work. */
    cover: z.number().nullable(),
    binds: z.enum(['load', 'days']),
  })
  .openapi('CoverOfRole')

export const CoverState = z.enum(['no-work', 'short', 'thin', 'met']).openapi('CoverState')

const RoleFigures = z
  .strictObject({
    /** People who could be appointed on the day, and those who could be under supervision, who count nowhere else. */
    ready: z.number().int(),
    supervised: z.number().int(),
    needed: z.strictObject({ byLoad: z.number(), byDays: z.number(), people: z.number().int(), binds: z.enum(['load', 'days']) }),
    whole: CoverOfRole,
    free: CoverOfRole,
    state: CoverState,
  })
  .openapi('RoleFigures')

const CoverFigures = z
  .strictObject({
    chair: RoleFigures,
    author: RoleFigures,
    /** Reviews that can run at once, each with two different people, and how many a busy year has in hand. */
    reviewsAtOnce: z.number().int(),
    reviewsAYear: z.number(),
    busyYear: z.number(),
    busyInHand: z.number(),
    /** Whether any number it rests on is an assumption. */
    estimate: z.boolean(),
  })
  .openapi('CoverFigures')

const RegionCover = z
  .strictObject({
    region: Region,
    figures: CoverFigures,
    /** With the regions round it, where reviews are so few that a region cannot keep a pool of its own. */
    withNeighbours: orNull(z.strictObject({ regions: z.array(Region), figures: CoverFigures })),
    /** Checks of people who are ready that fall due within ninety days of the day. */
    checksDue: z.number().int(),
  })
  .openapi('RegionCover')

export const Cover = z
  .strictObject({
    on: z.iso.date(),
    /** The regions that the asker keeps. */
    regions: z.array(RegionCover),
    /** All of England; null for somebody who keeps one region. */
    england: orNull(CoverFigures),
    /** Regions where at least `choices` people could be appointed to the role. */
    reach: z.strictObject({ chair: z.number().int(), author: z.number().int(), of: z.number().int(), choices: z.number().int() }),
    /** The part of the commitments of two years that the five busiest people hold, in per cent; null where there are none. */
    spread: z.number().nullable(),
    inputs: z.array(CoverInputUsed),
    /** What the figures cannot say: people ready whose capacity is not known, who have no home region. */
    notKnown: z.strictObject({ noRegion: z.number().int(), noCapacity: z.number().int(), notDeclared: z.number().int() }),
  })
  .openapi('Cover')

/** For one authority: of the people who could be appointed and serve its region, how many have no tie on record to any body that serves it. */
const AuthorityCover = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    region: Region,
    bodies: z.number().int(),
    chair: z.strictObject({ could: z.number().int(), tied: z.number().int(), notKnown: z.number().int() }),
    author: z.strictObject({ could: z.number().int(), tied: z.number().int(), notKnown: z.number().int() }),
  })
  .openapi('AuthorityCover')

export const AuthoritiesCover = z.strictObject({ on: z.iso.date(), authorities: z.array(AuthorityCover) }).openapi('AuthoritiesCover')

const SnapshotLine = z.strictObject({ id: Id, on: z.iso.date(), at: Moment, by: z.string() }).openapi('CoverSnapshotLine')

export const CoverSnapshots = z.strictObject({ snapshots: z.array(SnapshotLine) }).openapi('CoverSnapshots')

export const CoverSnapshot = SnapshotLine.extend({ cover: Cover, authorities: AuthoritiesCover }).openapi('CoverSnapshot')
