import { z } from '@hono/zod-openapi'
import { Id, Moment, PoolRole } from './person.schema.ts'
import { PublicLink } from './public-link.schema.ts'

/** A published report that somebody chaired, wrote or advised on: by publisher, year and public link alone, since a report may be about a child. */
export const ExperienceGiven = z
  .strictObject({
    publisher: z.string().trim().min(3, 'Enter who published it, such as the name of a board').max(120, 'Use 120 characters or fewer'),
    year: z.number('Enter the year as four digits, such as 2019').int('Enter the year as four digits, such as 2019'),
    role: PoolRole,
    url: PublicLink,
  })
  .openapi('ExperienceGiven', {
    example: { publisher: 'Northmoor Safeguarding Children Board', year: 2019, role: 'author', url: 'https://northmoor.example.org/reports' },
  })

export const Experience = ExperienceGiven.extend({ id: Id, version: z.number().int(), personId: Id, createdAt: Moment }).openapi('Experience')
export const ExperienceList = z.strictObject({ reports: z.array(Experience) }).openapi('ExperienceList')
