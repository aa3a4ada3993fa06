import { z } from 'zod'

/**
 * What the public JSON schema of Open Badges 3.0 asks of a credential, as far as ours uses it: every required member and every closed list of words of
 * the parts we fill. Written from that schema and not copied; it takes more than this does, and a credential of ours passes it too. Members that are not
 * named here are refused, so that a slip of the pen is found.
 * Source: https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json
 */
const typed = (name: string) =>
  z
    .array(z.string())
    .min(1)
    .refine((types) => types.includes(name), `its type must hold ${name}`)
const address = z.url()
const moment = z.iso.datetime()

const Alignment = z.strictObject({
  type: typed('Alignment'),
  targetCode: z.string(),
  targetName: z.string(),
  targetFramework: z.string(),
  targetType: z.enum(['ceasn:Competency', 'ceterms:Credential', 'CFItem', 'CFRubric', 'CFRubricCriterion', 'CFRubricCriterionLevel', 'CTDL']),
  targetUrl: address,
})

const Achievement = z.strictObject({
  id: address,
  type: typed('Achievement'),
  achievementType: z.enum(['Achievement', 'Assessment', 'Award', 'Badge', 'Certificate', 'CertificateOfCompletion', 'Certification', 'Course']),
  name: z.string(),
  description: z.string(),
  criteria: z.strictObject({ narrative: z.string() }),
  tag: z.array(z.string()),
  alignment: z.array(Alignment),
})

const IdentityObject = z.strictObject({
  type: z.literal('IdentityObject'),
  identityType: z.enum(['name', 'emailAddress', 'identifier']),
  hashed: z.boolean(),
  identityHash: z.string(),
})

export const OpenBadgeCredential = z.strictObject({
  '@context': z.tuple([
    z.literal('https://www.w3.org/ns/credentials/v2'),
    z.string().regex(/^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.\d\.\d)*\.json$/),
  ]),
  id: address,
  type: typed('VerifiableCredential').refine((types) => types.includes('OpenBadgeCredential') || types.includes('AchievementCredential')),
  name: z.string(),
  issuer: z.strictObject({ id: address, type: typed('Profile'), name: z.string(), url: address, description: z.string() }),
  validFrom: moment,
  validUntil: moment,
  credentialSubject: z.strictObject({
    id: z.string().regex(/^urn:uuid:/),
    type: typed('AchievementSubject'),
    identifier: z.array(IdentityObject),
    achievement: Achievement,
  }),
  evidence: z.array(z.strictObject({ type: typed('Evidence'), genre: z.string(), name: z.string(), narrative: z.string() })),
  credentialStatus: z.strictObject({ id: address, type: z.literal('1EdTechRevocationList') }),
  credentialSchema: z.array(z.strictObject({ id: address, type: z.literal('1EdTechJsonSchemaValidator2019') })).min(1),
})
