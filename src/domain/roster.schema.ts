import { z } from '@hono/zod-openapi'
import { SkillId } from './framework.schema.ts'
import { Person, PoolRole, Region, Standing, TrainingState } from './person.schema.ts'

const RosterRow = Person.pick({ id: true, name: true, region: true, roles: true, standing: true, training: true, joinedOn: true }).openapi(
  'RosterRow',
)

const RosterSort = z.enum(['name', '-name', 'joined', '-joined']).openapi('RosterSort')

/** A role and a level: 'chair-3'. */
const CoreAt = z.templateLiteral([PoolRole, '-', z.enum(['1', '2', '3', '4'])]).openapi('CoreAt')

/**
 * What the roster can be asked. `skill` finds whom assessors verified on it, at `level` or above where one is given; `meets` finds whom they verified at
 * every level that a role asks, `coreAt` at a level or above in every core skill of a role, whatever roles the person named. `after` and `before` are the cursors that a page hands out.
 */
export const RosterFilters = z.strictObject({
  name: z.string().trim().max(100, 'Search for 100 characters or fewer').optional(),
  role: PoolRole.optional(),
  region: Region.optional(),
  standing: Standing.optional(),
  training: TrainingState.optional(),
  meets: PoolRole.optional(),
  coreAt: CoreAt.optional(),
  skill: SkillId.optional(),
  level: z.enum(['1', '2', '3', '4']).optional(),
  sort: RosterSort.optional(),
  after: z.string().max(400).optional(),
  before: z.string().max(400).optional(),
})

/** `about` means there are more than `total` and nobody counted further. */
export const Roster = z
  .strictObject({
    people: z.array(RosterRow),
    total: z.number().int(),
    about: z.boolean(),
    previous: z.string().nullable(),
    next: z.string().nullable(),
  })
  .openapi('Roster')
