import { z } from '@hono/zod-openapi'
import { orNull } from './or-null.schema.ts'
import { Region } from './person.schema.ts'

export const OrganisationId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{1,119}$/, 'Choose an organisation from the list')
  .openapi('OrganisationId', { example: 'kent-county-council' })

export const OrganisationKind = z
  .enum([
    'local-authority',
    'police',
    'health-trust',
    'integrated-care-board',
    'safeguarding-partnership',
    'inspectorate',
    'charity',
    'university',
    'company',
    'other',
  ])
  .openapi('OrganisationKind')

/** A body that people work for or sit on. One that merged into another names it as its successor; `region` is null for a national one. */
export const Organisation = z
  .strictObject({
    id: OrganisationId,
    name: z.string(),
    otherNames: z.array(z.string()),
    kind: OrganisationKind,
    region: orNull(Region),
    successorId: orNull(OrganisationId),
  })
  .openapi('Organisation')

export const OrganisationSearch = z.strictObject({ name: z.string().trim().max(100, 'Search for 100 characters or fewer') })

/** The first hits by name; `total` says how many there are. */
export const Organisations = z.strictObject({ organisations: z.array(Organisation), total: z.number().int() }).openapi('Organisations')
