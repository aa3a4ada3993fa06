import { z } from '@hono/zod-openapi'

/** A named schema or nothing. `.nullable()` would make the name itself mean "or nothing" wherever the contract uses it. */
export const orNull = <T extends z.ZodType>(schema: T) => z.union([schema, z.null()])
