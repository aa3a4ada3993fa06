import { z } from '@hono/zod-openapi'
import { orNull } from './or-null.schema.ts'
import { OrganisationId } from './organisation.schema.ts'
import { Id, Moment } from './person.schema.ts'

export const AffiliationKind = z
  .enum(['employer', 'board', 'contract', 'family', 'financial', 'other'], { error: 'Choose how you are tied to it' })
  .openapi('AffiliationKind')

const Day = (what: string) => z.iso.date({ error: `Enter ${what} as a day, month and year` }).openapi({ example: '2019-04-01' })

/** What somebody says of one tie to an organisation: one of the register, or its name when the register does not have it. */
export const AffiliationGiven = z
  .strictObject({
    organisationId: orNull(OrganisationId),
    freeName: z.string().trim().min(2, 'Enter the name of the organisation').max(160, 'Use 160 characters or fewer').nullable(),
    kind: AffiliationKind,
    from: Day('when it began'),
    to: Day('when it ended').nullable(),
    /** That the name looks like a person's, and is an organisation's all the same. */
    isOrganisation: z.boolean().optional(),
  })
  .openapi('AffiliationGiven', {
    example: { organisationId: 'kent-county-council', freeName: null, kind: 'employer', from: '2012-09-01', to: '2019-03-31' },
  })

export const Affiliation = z
  .strictObject({
    id: Id,
    version: z.number().int(),
    organisationId: orNull(OrganisationId),
    /** The register's name, or the one that was given. */
    name: z.string(),
    freeName: z.string().nullable(),
    kind: AffiliationKind,
    from: z.iso.date(),
    to: z.iso.date().nullable(),
    declaredAt: Moment,
  })
  .openapi('Affiliation')

/** What a coordinator sees of the affiliations of somebody in the pool: the organisations, never whom they know. */
export const PersonAffiliations = z.strictObject({ affiliations: z.array(Affiliation), declaredAt: orNull(Moment) }).openapi('PersonAffiliations')

/** On which day a person said, by telephone or on paper, that what is listed is complete. */
export const DeclarationGiven = z.strictObject({ declaredOn: Day('when they declared') }).openapi('DeclarationGiven')

/** Which organisation of the register the words of an affiliation mean. */
export const MatchGiven = z.strictObject({ organisationId: OrganisationId }).openapi('MatchGiven')

/** Affiliations that name an organisation in words that nobody has matched to the register yet. */
export const Unmatched = z
  .strictObject({
    affiliations: z.array(
      Affiliation.pick({ id: true, version: true, name: true, kind: true, from: true, to: true }).extend({ personId: Id, person: z.string() }),
    ),
    total: z.number().int(),
    next: z.string().nullable(),
  })
  .openapi('Unmatched')

/** Somebody a person says that they know: as kin, friend, colleague, in business. The other sees `reason` only in what is held on them. */
const DeclaredTie = z.strictObject({ id: Id, personId: Id, name: z.string(), reason: z.string(), at: Moment }).openapi('DeclaredTie')

export const TieGiven = z
  .strictObject({
    personId: z.uuid({ error: 'Choose whom you know' }),
    reason: z.string().trim().min(5, 'Say in a few words how you know them').max(500, 'Use 500 characters or fewer'),
  })
  .openapi('TieGiven')

/** The asker's own ties. `declaredAt` is when they last said that the list is complete; null when they never did: then nothing is known of them. */
export const Affiliations = z
  .strictObject({ affiliations: z.array(Affiliation), ties: z.array(DeclaredTie), declaredAt: orNull(Moment) })
  .openapi('Affiliations')

/** The assessors, by name, so that somebody can say whom they know. */
export const Assessors = z.strictObject({ assessors: z.array(z.strictObject({ personId: Id, name: z.string() })) }).openapi('Assessors')
