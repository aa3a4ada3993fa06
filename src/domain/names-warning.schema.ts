import { z } from '@hono/zod-openapi'

/** What looks as if it named a child or a case, and the words that do. */
export const NamesWarning = z
  .strictObject({ kind: z.enum(['label', 'initials', 'birth-date', 'name', 'address', 'number']), found: z.string() })
  .openapi('NamesWarning')

/** Set by somebody who was shown what looks like a name and says that it is none. */
export const ReadWarning = z.boolean()
