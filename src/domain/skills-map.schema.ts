import { z } from '@hono/zod-openapi'
import { SkillId, Weight } from './framework.schema.ts'
import { orNull } from './or-null.schema.ts'
import { PoolRole, Region } from './person.schema.ts'

/** Whom the map counts: those who can be appointed today, or everyone on the roster. */
export const MapStanding = z.enum(['active', 'everyone']).openapi('MapStanding')

export const SkillsMapFilters = z.strictObject({ role: PoolRole.optional(), standing: MapStanding.optional() })

/** A number of people, or null where it is withheld because somebody might be recognised. */
const Figure = z.number().int().nullable()

/** `region` is null for people who have not said where they live. `exact` where the asker may open these people’s records: nothing is withheld. */
const MapColumn = z.strictObject({ region: orNull(Region), people: Figure, exact: z.boolean() }).openapi('MapColumn')

/** How many people of each column were verified at the level that the role asks of a skill, or above; `everywhere` is all columns together. */
const MapRow = z
  .strictObject({
    skill: SkillId,
    name: z.string(),
    domain: z.string(),
    weight: Weight,
    level: z.number().int(),
    verified: z.array(Figure),
    everywhere: Figure,
  })
  .openapi('MapRow')

/** Where a skill is scarce: so many of so many people. */
const Scarcity = z.strictObject({ skill: SkillId, name: z.string(), verified: z.number().int(), people: z.number().int() }).openapi('Scarcity')

export const SkillsMap = z
  .strictObject({
    role: PoolRole,
    standing: MapStanding,
    frameworkVersion: z.number().int(),
    columns: z.array(MapColumn),
    people: Figure,
    skills: z.array(MapRow),
    /** Whether any figure is withheld. */
    withheld: z.boolean(),
    /** The scarcest skill of all, and of the region that has least; both from the figures that are shown, and null where too few are. */
    scarcest: orNull(Scarcity),
    thinnest: orNull(Scarcity.extend({ region: Region })),
  })
  .openapi('SkillsMap')
