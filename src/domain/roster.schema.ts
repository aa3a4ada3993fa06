import { z } from '@hono/zod-openapi'
import { AffiliationKind } from './affiliation.schema.ts'
import { SkillId } from './framework.schema.ts'
import { orNull } from './or-null.schema.ts'
import { Person, PoolRole, Region, Standing, TrainingState } from './person.schema.ts'

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

/** `ties` is there when the roster was asked about ties. */
const RosterRow = Person.pick({ id: true, name: true, region: true, roles: true, standing: true, training: true, joinedOn: true })
  .extend({ ties: orNull(RosterTies) })
  .openapi('RosterRow')

/** Something that ties were asked about: `id` is that of an organisation, or `area:` or `region:` and whose bodies are meant; `bodies` says how many. */
const AskedAbout = z.strictObject({ id: z.string(), name: z.string(), bodies: z.number().int() }).openapi('AskedAbout')

const asked = '(?:(?:area:)?[a-z0-9][a-z0-9-]{1,119}|region:[a-z-]{4,30})'

const RosterSort = z.enum(['name', '-name', 'joined', '-joined']).openapi('RosterSort')

/** A role and a level: 'chair-3'. */
const CoreAt = z.templateLiteral([PoolRole, '-', z.enum(['1', '2', '3', '4'])]).openapi('CoreAt')

/**
 * What the roster can be asked. `skill` finds whom assessors verified on it, at `level` or above where one is given; `meets` finds whom they verified at
 * every level that a role asks; `ties` names organisations of the register, or areas as `area:` and an authority or `region:` and a region, and finds whom
 * no tie to any of them is on record for, unless `tied` asks for those of whom it is not known, who have one, or everybody. `coreAt` at a level or above in every core skill of a role, whatever roles the person named. `who` leaves out those who are not members of the pool yet.
 * `after` and `before` are the cursors that a page hands out.
 */
export const RosterFilters = z.strictObject({
  name: z.string().trim().max(100, 'Search for 100 characters or fewer').optional(),
  who: z.enum(['members']).optional(),
  role: PoolRole.optional(),
  region: Region.optional(),
  standing: Standing.optional(),
  training: TrainingState.optional(),
  meets: PoolRole.optional(),
  coreAt: CoreAt.optional(),
  skill: SkillId.optional(),
  level: z.enum(['1', '2', '3', '4']).optional(),
  ties: z
    .string()
    .max(2000, 'Ask about fewer organisations at once')
    .regex(new RegExp(`^${asked}(?:,${asked}){0,19}$`), 'Name up to 20 organisations or areas of the register')
    .optional(),
  tied: z.enum(['none', 'not-known', 'tie', 'any']).optional(),
  /** A coordinator's own words, without regard to accents and case. */
  tag: z.string().trim().max(40, 'Use 40 characters or fewer').optional(),
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

/** What a file of the roster holds: whom the same filters show, in the same order. `contact` adds what is needed to import it again. */
export const RosterFileFilters = RosterFilters.omit({ after: true, before: true }).extend({ contact: z.enum(['yes']).optional() })
