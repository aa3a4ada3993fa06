import { z } from '@hono/zod-openapi'
import { AffiliationKind } from './affiliation.schema.ts'
import { SkillId } from './framework.schema.ts'
import { orNull } from './or-null.schema.ts'
import { AvailabilityState } from './member.schema.ts'
import { Person, PoolRole, Region, Standing, TrainingState } from './person.schema.ts'
import { PoolCheckKind } from './pool-check.schema.ts'
import { RoleReadiness } from './readiness.schema.ts'

/** The training of somebody on a day. `expired`: completed, and no certificate of it is valid any more. */
export const RosterTraining = z.enum([...TrainingState.options, 'expired']).openapi('RosterTraining')

/** What is on record between somebody on the roster and everything that was asked for. Nobody is ever called clear. */
const RosterTies = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('tie'),
      ties: z.array(z.strictObject({ organisation: z.string(), how: AffiliationKind, why: z.enum(['goes-on', 'ended-lately']) })),
    }),
    z.strictObject({ kind: z.literal('not-known'), why: z.array(z.enum(['never-declared', 'unmatched'])) }),
    z.strictObject({ kind: z.literal('none'), declaredOn: z.iso.date() }),
  ])
  .openapi('RosterTies')

/** Why somebody is not free between two days, by what it follows from. */
export const Hindrance = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('not-said') }),
    z.strictObject({ kind: z.literal('away'), from: z.iso.date(), to: z.iso.date() }),
    z.strictObject({ kind: z.literal('reviews'), on: z.iso.date(), inHand: z.number().int(), most: z.number().int() }),
    z.strictObject({ kind: z.literal('days'), month: z.string(), left: z.number().int() }),
  ])
  .openapi('Hindrance')

/** Whether somebody is ready in a role on the day asked about: the first reason why not, and how many there are. */
const RosterReadiness = RoleReadiness.pick({ role: true, as: true })
  .extend({ reason: orNull(RoleReadiness.shape.reasons.element), reasons: z.number().int() })
  .openapi('RosterReadiness')

/** Free between the days asked about where nothing hinders; `cautions` are times in between that they called limited or tentative. */
const RosterFree = z
  .strictObject({
    hindrances: z.array(Hindrance),
    cautions: z.array(z.strictObject({ from: z.iso.date(), to: z.iso.date(), state: AvailabilityState })),
  })
  .openapi('RosterFree')

/**
 * Each of `ties`, `readiness`, `free`, `reviews`, `due` and `level` is there when the roster was asked about it, and says why somebody is on the list.
 * `reviews`: in hand today, and the most at once, null while that is not said.
 */
const RosterRow = Person.pick({ id: true, name: true, region: true, roles: true, standing: true, joinedOn: true })
  .extend({
    training: RosterTraining,
    ties: orNull(RosterTies),
    readiness: z.array(RosterReadiness).nullable(),
    free: orNull(RosterFree),
    reviews: z.strictObject({ inHand: z.number().int(), most: z.number().int().nullable() }).nullable(),
    due: z.strictObject({ kind: PoolCheckKind, on: z.iso.date() }).nullable(),
    level: z.number().int().nullable(),
  })
  .openapi('RosterRow')

/** Something that ties were asked about: `id` is that of an organisation, or `area:` or `region:` and whose bodies are meant; `bodies` says how many. */
export const AskedAbout = z.strictObject({ id: z.string(), name: z.string(), bodies: z.number().int() }).openapi('AskedAbout')

const asked = '(?:(?:area:)?[a-z0-9][a-z0-9-]{1,119}|region:[a-z-]{4,30})'

/** What the roster is filtered by, one name for what stands together in its address: `skill` with its level, `ready` with its state, the days of `free`. */
export const RosterFilter = z
  .enum([
    'name',
    'who',
    'role',
    'region',
    'standing',
    'training',
    'meets',
    'coreAt',
    'skill',
    'specialism',
    'ties',
    'tag',
    'ready',
    'free',
    'left',
    'load',
    'due',
  ])
  .openapi('RosterFilter')

/** What people are counted by, value by value. */
export const RosterFacet = z
  .enum(['who', 'role', 'region', 'standing', 'training', 'level', 'tied', 'readiness', 'free', 'left', 'load', 'due'])
  .openapi('RosterFacet')

const RosterSort = z.enum(['name', '-name', 'joined', '-joined']).openapi('RosterSort')

/** A role and a level: 'chair-3'. */
const CoreAt = z.templateLiteral([PoolRole, '-', z.enum(['1', '2', '3', '4'])]).openapi('CoreAt')

/**
 * What the roster can be asked. `travels` finds, beside those who live in the region asked for, those who say that they travel there. `specialism` finds who names something with all these words among what they know well. `skill` finds whom assessors verified on it, at `level` or above where one is given; `meets` finds whom they verified at
 * every level that a role asks; `ties` names organisations of the register, or areas as `area:` and an authority or `region:` and a region, and finds whom
 * no tie to any of them is on record for, unless `tied` asks for those of whom it is not known, who have one, or everybody. `coreAt` at a level or above in every core skill of a role, whatever roles the person named. `who` leaves out those who are not members of the pool yet.
 * `ready` is a day: it finds who is ready to appoint on it in the role asked for, or in any of theirs, unless `readiness` asks for the others or everybody.
 * `freeFrom` and `freeTo` find who is free from one day to the other for `days` a month (1 where none is given), unless `free` asks for the others or
 * everybody. Of today: `left` is room for so many reviews more at least, none, or not said; `load` is so many reviews in hand, 3 being three or more; `due`
 * finds who has a check that is to be made again within so many days, or was to be.
 * `after` and `before` are the cursors that a page hands out.
 */
export const RosterFilters = z.strictObject({
  name: z.string().trim().max(100, 'Search for 100 characters or fewer').optional(),
  who: z.enum(['members']).optional(),
  role: PoolRole.optional(),
  region: Region.optional(),
  travels: z.enum(['yes']).optional(),
  standing: Standing.optional(),
  training: RosterTraining.optional(),
  meets: PoolRole.optional(),
  coreAt: CoreAt.optional(),
  skill: SkillId.optional(),
  level: z.enum(['1', '2', '3', '4']).optional(),
  specialism: z.string().trim().max(100, 'Search for 100 characters or fewer').optional(),
  ties: z
    .string()
    .max(2000, 'Ask about fewer organisations at once')
    .regex(new RegExp(`^${asked}(?:,${asked}){0,19}$`), 'Name up to 20 organisations or areas of the register')
    .optional(),
  tied: z.enum(['none', 'not-known', 'tie', 'any']).optional(),
  /** A coordinator's own words, without regard to accents and case. */
  tag: z.string().trim().max(40, 'Use 40 characters or fewer').optional(),
  ready: z.iso.date('Enter the day of the appointment').optional(),
  readiness: z.enum(['ready', 'not-ready', 'any']).optional(),
  freeFrom: z.iso.date('Enter the first day').optional(),
  freeTo: z.iso.date('Enter the last day').optional(),
  days: z
    .string()
    .regex(/^(?:[1-9]|1\d|2[0-2])$/, 'Enter a number of days a month from 1 to 22')
    .optional(),
  free: z.enum(['free', 'not-free', 'any']).optional(),
  left: z.enum(['1', '2', '3', 'none', 'not-said']).optional(),
  load: z.enum(['0', '1', '2', '3']).optional(),
  due: z.enum(['0', '30', '60', '90', '180']).optional(),
  sort: RosterSort.optional(),
  after: z.string().max(400).optional(),
  before: z.string().max(400).optional(),
})

/** `about` means there are more than `total` and nobody counted further. */
export const Roster = z
  .strictObject({
    people: z.array(RosterRow),
    /** What ties were asked about, in words. */
    asked: z.array(AskedAbout),
    total: z.number().int(),
    about: z.boolean(),
    previous: z.string().nullable(),
    next: z.string().nullable(),
  })
  .openapi('Roster')

/** How many people there would be with a value of a facet in the place of what it has now, while the other filters stay as they are. */
const FacetValue = z.strictObject({ value: z.string(), people: z.number().int() }).openapi('FacetValue')

/**
 * What choosing would lead to. `total` is exact. `without` says for each filter that is set how many there would be if it were dropped. A status of a learner
 * is counted among learners, who are found as soon as it is chosen.
 */
export const RosterCounts = z
  .strictObject({
    total: z.number().int(),
    facets: z.array(z.strictObject({ facet: RosterFacet, values: z.array(FacetValue) })),
    without: z.array(z.strictObject({ filter: RosterFilter, people: z.number().int() })),
  })
  .openapi('RosterCounts')

/** `of` asks for the facets of work in hand and checks as well, which are counted person by person. */
export const RosterCountFilters = RosterFilters.omit({ after: true, before: true, sort: true }).extend({ of: z.enum(['work']).optional() })

/** What a file of the roster holds: whom the same filters show, in the same order. `contact` adds what is needed to import it again. */
export const RosterFileFilters = RosterFilters.omit({ after: true, before: true }).extend({ contact: z.enum(['yes']).optional() })
