import { z } from '@hono/zod-openapi'
import { Id, Moment } from './person.schema.ts'

/** Everything held on a person, table by table, as it is stored, less secrets and other people's names. */
export const PersonalRecord = z
  .strictObject({
    madeAt: Moment,
    personId: Id,
    about: z.string(),
    tables: z.array(z.strictObject({ name: z.string(), what: z.string(), rows: z.array(z.record(z.string(), z.unknown())) })),
  })
  .openapi('PersonalRecord')

/** What erasing somebody would do, or did: each line names what is held, how much of it, and what becomes of it under which rule. */
export const ErasurePreview = z
  .strictObject({
    personId: Id,
    name: z.string(),
    version: z.number().int(),
    lines: z.array(
      z.strictObject({
        table: z.string(),
        what: z.string(),
        rows: z.number().int(),
        becomes: z.enum(['deleted', 'emptied', 'kept-without-details']),
        rule: z.string(),
      }),
    ),
  })
  .openapi('ErasurePreview')

/** The proof: a search of every text in the database for the name, e-mail and number that were erased. */
export const ErasureProof = z
  .strictObject({
    erasedAt: Moment,
    searched: z.strictObject({ tables: z.number().int(), columns: z.number().int() }),
    found: z.array(z.strictObject({ table: z.string(), column: z.string(), rows: z.number().int(), rule: z.string() })),
  })
  .openapi('ErasureProof')

export const ErasureRequest = z
  .strictObject({ name: z.string().max(200), reason: z.string().trim().min(3, 'Say why in a few words').max(500) })
  .openapi('ErasureRequest')
