import { z } from '@hono/zod-openapi'

/**
 * RFC 9457. `errors` point at what is wrong: a JSON pointer into the body, or empty for what belongs to no field.
 * `current` comes with a 412: the record as it is now. `allowed` comes with a 409: the moves that can be made.
 */
export const ProblemBody = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })).optional(),
    current: z.unknown().optional(),
    allowed: z.array(z.string()).optional(),
  })
  .openapi('Problem', {
    example: {
      type: 'about:blank',
      title: 'Check what you entered',
      status: 422,
      errors: [{ pointer: '/email', detail: 'Enter an e-mail address in the form name@example.org' }],
    },
  })
