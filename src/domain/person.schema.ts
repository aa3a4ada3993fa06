import { z } from '@hono/zod-openapi'
import { orNull } from './or-null.schema.ts'
import { regions } from './region.ts'

export const Region = z.enum(regions).openapi('Region')

/** What a person prepares for or serves as. The words a screen shows come from the regime. */
export const PoolRole = z.enum(['chair', 'author', 'adviser']).openapi('PoolRole')

/** Where a person stands with the pool. Source: the statuses of the pool model; moves between them are in `standing.ts`. */
export const Standing = z
  .enum([
    'enquirer',
    'applicant',
    'in-checks',
    'in-training',
    'supervised',
    'active',
    'paused',
    'refresher-due',
    'expired',
    'suspended',
    'retired',
    'removed',
  ])
  .openapi('Standing')

/** Over the whole core path: nothing begun, something begun, every module passed. Derived from enrolments and attempts. */
export const TrainingState = z.enum(['not-started', 'in-progress', 'completed']).openapi('TrainingState')

export const Id = z.uuid().openapi('Id', { example: '01939a3c-7c1e-7d1a-9f52-0a4f5b6c7d8e' })
export const Moment = z.iso.datetime().openapi('Moment', { example: '2026-11-23T09:00:00.000Z' })
const IsoDate = z.iso.date().openapi('IsoDate', { example: '2026-11-23' })

export const PersonName = z
  .string()
  .trim()
  .min(2, 'Enter a full name, such as Amara Okafor')
  .max(120, 'Use 120 characters or fewer')
  .openapi({ example: 'Amara Okafor' })

export const Email = z
  .string()
  .trim()
  .max(254, 'Use 254 characters or fewer')
  .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'Enter an e-mail address in the form name@example.org')
  .openapi({ example: 'amara.okafor@example.org' })

const Phone = z
  .string()
  .trim()
  .regex(/^\+?[0-9 ()-]{7,20}$/, 'Enter a phone number with 7 to 20 digits, such as 0191 498 0123')
  .openapi({ example: '0191 498 0123' })

/** What a person says of themself and may change at any time. */
export const Profile = z
  .strictObject({
    name: PersonName,
    phone: Phone.nullable(),
    region: orNull(Region),
    roles: z.array(PoolRole).max(3),
  })
  .openapi('Profile')

export const Person = z
  .strictObject({
    id: Id,
    version: z.number().int(),
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    region: orNull(Region),
    roles: z.array(PoolRole),
    standing: orNull(Standing),
    training: TrainingState,
    joinedOn: IsoDate,
  })
  .openapi('Person')
