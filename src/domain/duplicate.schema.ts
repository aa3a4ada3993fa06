import { z } from '@hono/zod-openapi'
import { Person } from './person.schema.ts'

/** What two records have in common that makes them look like one person. */
const SameBecause = z.enum(['name', 'email', 'phone']).openapi('SameBecause')

/** Records that may be of the same person as another, those with the most in common first. */
export const Duplicates = z
  .strictObject({ people: z.array(Person.omit({ version: true, training: true }).extend({ because: z.array(SameBecause) })) })
  .openapi('Duplicates')
