import type { z } from 'zod'
import type * as schema from './experience.schema.ts'

export type Experience = z.infer<typeof schema.Experience>
export type ExperienceGiven = z.infer<typeof schema.ExperienceGiven>

/** Reviews have been asked of local bodies since the guidance of 1988; nothing was published under it before. Source: docs/content, module 1, lesson 1. */
const firstYear = 1988

/** What is wrong with a year, or null. `thisYear` is given, not read from a clock. */
export const yearFault = (year: number, thisYear: number): string | null =>
  year < firstYear || year > thisYear ? `Enter a year from ${firstYear} to ${thisYear}` : null
