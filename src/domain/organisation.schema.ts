import { z } from '@hono/zod-openapi'
import { orNull } from './or-null.schema.ts'
import { Region } from './person.schema.ts'

export const OrganisationId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{1,119}$/, 'Choose an organisation from the list')
  .openapi('OrganisationId', { example: 'kent-county-council' })

export const OrganisationKind = z
  .enum(
    [
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
    ],
    { error: 'Choose what kind of organisation it is' },
  )
  .openapi('OrganisationKind')

const Day = (what: string) => z.iso.date({ error: `Enter ${what} as a day, month and year` }).openapi({ example: '2023-04-01' })
const Name = z.string().trim().min(2, 'Enter a name').max(160, 'Use 160 characters or fewer')

/** Whom an organisation became part of, and from which day; null where the day is not known, which counts as long ago. */
const Successor = z.strictObject({ id: OrganisationId, from: z.iso.date().nullable() })

/**
 * A body that people work for or sit on, as the register ships. `region` is null for a national one. `area` is what the place of a local authority is
 * called: an authority is the area that others serve, and `areas` names the authorities. One that was split has several successors.
 */
export const Organisation = z.strictObject({
  id: OrganisationId,
  name: z.string(),
  otherNames: z.array(z.string()),
  kind: OrganisationKind,
  region: orNull(Region),
  area: z.string().nullable(),
  /** The code of the Office for National Statistics, where it is known for sure. */
  code: z
    .string()
    .regex(/^[A-Z]\d{8}$/, 'A code is a letter and eight digits, such as E10000016')
    .nullable(),
  areas: z.array(OrganisationId),
  successors: z.array(Successor),
})

/** One line of the register. */
export const RegisterEntry = Organisation.omit({ areas: true, successors: true })
  .extend({
    version: z.number().int(),
    /** Whether it was added here and is not in the register that ships. */
    local: z.boolean(),
    successors: z.array(z.strictObject({ id: OrganisationId, name: z.string(), from: z.iso.date().nullable() })),
  })
  .openapi('RegisterEntry')

export const OrganisationSearch = z.strictObject({ name: z.string().trim().max(100, 'Search for 100 characters or fewer') })

/** The first hits by name; `total` says how many there are. */
export const Organisations = z.strictObject({ organisations: z.array(RegisterEntry), total: z.number().int() }).openapi('Organisations')

/** What the register can be asked. `area` finds the bodies that serve an authority. */
export const RegisterFilters = z.strictObject({
  name: z.string().trim().max(100, 'Search for 100 characters or fewer').optional(),
  kind: OrganisationKind.optional(),
  region: Region.optional(),
  area: OrganisationId.optional(),
  after: z.string().max(400).optional(),
  before: z.string().max(400).optional(),
})

export const Register = z
  .strictObject({
    organisations: z.array(RegisterEntry),
    total: z.number().int(),
    previous: z.string().nullable(),
    next: z.string().nullable(),
    /** Whether the asker may add to the register. */
    mayKeep: z.boolean(),
  })
  .openapi('Register')

/** The areas of England: each upper-tier local authority by the name of its place. */
export const Areas = z
  .strictObject({ areas: z.array(z.strictObject({ id: OrganisationId, area: z.string(), region: orNull(Region) })) })
  .openapi('Areas')

/** Something that was added here to an organisation; it can be taken back. */
const Addition = z.strictObject({ id: z.uuid(), kind: z.enum(['other-name', 'area', 'successor']), text: z.string(), at: z.iso.datetime() })

/** One organisation. `tied` counts the people within the asker's reach who declared a tie to it, or to what became part of it. */
export const OrganisationRecord = RegisterEntry.extend({
  areas: z.array(z.strictObject({ id: OrganisationId, area: z.string() })),
  /** For a local authority: the bodies that serve its area. */
  servedBy: z.array(z.strictObject({ id: OrganisationId, name: z.string(), kind: OrganisationKind })),
  predecessors: z.array(z.strictObject({ id: OrganisationId, name: z.string(), from: z.iso.date().nullable() })),
  additions: z.array(Addition),
  tied: z.number().int(),
  mayKeep: z.boolean(),
}).openapi('OrganisationRecord')

/** An organisation to add to the register. */
export const OrganisationGiven = z
  .strictObject({ name: Name, kind: OrganisationKind, region: orNull(Region), areas: z.array(OrganisationId).max(160) })
  .openapi('OrganisationGiven', { example: { name: 'Northwick Children’s Trust', kind: 'company', region: 'north-east', areas: [] } })

/** What is added to an organisation of the register: another name, an authority that it serves, or the body that it becomes part of from a day. */
export const AdditionGiven = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('other-name'), name: Name }),
    z.strictObject({ kind: z.literal('area'), areaId: OrganisationId }),
    z.strictObject({ kind: z.literal('successor'), organisationId: OrganisationId, from: Day('the day of the merger') }),
  ])
  .openapi('AdditionGiven')
