import { z } from '@hono/zod-openapi'
import { orNull } from './or-null.schema.ts'
import { Id, PoolRole } from './person.schema.ts'
import { DbsLevel, PoolCheckKind } from './pool-check.schema.ts'

const ReadinessRule = z
  .enum([
    'standing',
    'training',
    'certificate',
    'check-missing',
    'check-due',
    'check-level',
    'skills',
    'unavailable',
    'limited',
    'tentative',
    'availability-not-known',
    'capacity-full',
    'capacity-not-known',
  ])
  .openapi('ReadinessRule')

/** The smallest change that lifts a reason. `from` is the first date that a new check may bear; `items` are what is to be done, in order. */
export const ReadinessFix = z
  .strictObject({
    kind: z.enum([
      'change-standing',
      'pass-modules',
      'renew-certificate',
      'record-check',
      'declare-interests',
      'verify-skills',
      'change-availability',
      'state-availability',
      'end-commitments',
      'state-capacity',
    ]),
    items: z.array(z.string()),
    from: z.iso.date().nullable(),
    level: orNull(DbsLevel),
  })
  .openapi('ReadinessFix')

/** One thing that stands in the way, or that is worth knowing: what it rests on, since when and until when, and what would lift it. */
export const ReadinessReason = z
  .strictObject({
    rule: ReadinessRule,
    check: orNull(PoolCheckKind),
    record: z
      .strictObject({
        kind: z.enum(['person_standing', 'pool_check', 'affiliation_declaration', 'certificate', 'availability', 'commitment', 'member']),
        id: z.string(),
      })
      .nullable(),
    from: z.iso.date().nullable(),
    to: z.iso.date().nullable(),
    items: z.array(z.strictObject({ id: z.string(), title: z.string(), has: z.number().int().nullable(), needs: z.number().int().nullable() })),
    fix: orNull(ReadinessFix),
  })
  .openapi('ReadinessReason')

/** Ready for a role when `reasons` is empty. `as` says how: somebody supervised is ready beside an experienced colleague, and not by themself. */
export const RoleReadiness = z
  .strictObject({
    role: PoolRole,
    as: z.enum(['independent', 'supervised']),
    reasons: z.array(ReadinessReason),
    warnings: z.array(ReadinessReason),
  })
  .openapi('RoleReadiness')

/** What stands between a person and an appointment in each role of theirs on a day. */
export const Readiness = z.strictObject({ personId: Id, on: z.iso.date(), today: z.iso.date(), roles: z.array(RoleReadiness) }).openapi('Readiness')

export const ReadinessQuery = z.strictObject({ on: z.iso.date({ error: 'Enter the day of the appointment' }).optional() })
