import { z } from '@hono/zod-openapi'
import { Source } from './module.schema.ts'
import { PoolRole } from './person.schema.ts'

export const SkillId = z
  .string()
  .regex(/^[1-9]\.[1-9]\d?$/)
  .openapi('SkillId', { example: '1.1' })

/** A level that somebody can be asked for. */
export const Level = z.number().int().min(1).max(4).openapi('Level')

/** A level that somebody can be said to have; 0 is "not yet". */
export const LevelHeld = z.number().int().min(0).max(4).openapi('LevelHeld')

/** Whether a role leans on a skill (core) or is better for it (useful). */
export const Weight = z.enum(['core', 'useful']).openapi('Weight')

/** What a level looks like in behaviour, and what shows that somebody has it. */
const SkillLevel = z.strictObject({ level: Level, indicator: z.string(), evidence: z.string() }).openapi('SkillLevel')

/** `why` cites its sources inline, as in "[S48]". */
export const Skill = z
  .strictObject({
    id: SkillId,
    name: z.string(),
    summary: z.string(),
    why: z.string(),
    sources: z.array(z.string()),
    roles: z.array(z.strictObject({ role: PoolRole, weight: Weight, why: z.string() })),
    levels: z.array(SkillLevel),
  })
  .openapi('Skill')

export const SkillDomain = z.strictObject({ id: z.string(), name: z.string(), summary: z.string(), skills: z.array(Skill) }).openapi('SkillDomain')

/** The level that a role asks: one in its core domains and another elsewhere, of the skills tagged for it and of no others. */
export const Bar = z
  .strictObject({
    role: PoolRole,
    name: z.string(),
    why: z.string(),
    core: z.strictObject({ domains: z.array(z.string()), level: Level }),
    elsewhere: Level,
  })
  .openapi('Bar')

/** Where a skill can be read. `versions` are the published versions that have it, newest first. */
export const SkillVersions = z.strictObject({ skill: SkillId, versions: z.array(z.number().int()).min(1) }).openapi('SkillVersions')

/** One version of the key-skills framework. A published one never changes. */
export const Framework = z
  .strictObject({
    id: z.string(),
    version: z.number().int().min(1),
    title: z.string(),
    edition: z.string(),
    publishedOn: z.iso.date().nullable(),
    summary: z.string(),
    levels: z.array(z.strictObject({ level: Level, name: z.string(), meaning: z.string(), evidence: z.string() })),
    bars: z.array(Bar),
    domains: z.array(SkillDomain),
    sources: z.array(Source),
  })
  .openapi('Framework')
