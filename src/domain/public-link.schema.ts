import { z } from '@hono/zod-openapi'
import { linkFault } from './public-link.ts'

/** An https address on the public internet. */
export const PublicLink = z
  .string()
  .trim()
  .max(2000, 'Use 2,000 characters or fewer for the address')
  .superRefine((text, context) => {
    const fault = linkFault(text)
    if (fault) context.addIssue({ code: 'custom', message: fault })
  })
  .openapi({ example: 'https://northmoor.example.org/reports' })
