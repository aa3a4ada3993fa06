import type { CertificateClaims, Issuer } from './certificate.ts'

/** The addresses at which an issuer answers, from the address of the product (without a closing slash). */
export const issuerAddresses = (origin: string) => ({
  issuer: `${origin}/api/issuer`,
  key: (thumbprint: string) => `${origin}/api/issuer/keys/${thumbprint}`,
  credential: (code: string) => `${origin}/certificate/${code}`,
  status: (code: string) => `${origin}/api/certificates/${code}/status`,
})

export const issuerProfile = (origin: string): Issuer => ({
  id: issuerAddresses(origin).issuer,
  type: ['Profile'],
  name: 'Panel Pool',
  url: origin,
  description: 'Recruits and trains panel chairs and overview report authors, and keeps the pool from which reviews are staffed.',
})

const seconds = (moment: string): number => Math.floor(Date.parse(moment) / 1000)

/**
 * A certificate as an Open Badges 3.0 credential, with the claims that a JSON Web Token repeats. `subject` is a number for this certificate's holder
 * that is used nowhere else, so that two credentials cannot be joined by it. The version of the framework stands with each skill, and of each module
 * with its pass.
 * Source: Open Badges 3.0, AchievementCredential and the JSON Web Token proof format; its JSON schema.
 */
export function openBadge(claims: CertificateClaims, origin: string, subject: string) {
  const at = issuerAddresses(origin)
  const id = at.credential(claims.code)
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: claims.title,
    issuer: issuerProfile(origin),
    validFrom: claims.issuedAt,
    validUntil: claims.validUntil,
    credentialSubject: {
      id: `urn:uuid:${subject}`,
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', identityType: 'name', hashed: false, identityHash: claims.name }],
      achievement: {
        id: `${origin}/achievements/common-core-knowledge`,
        type: ['Achievement'],
        achievementType: 'Certificate',
        name: claims.title,
        description: claims.provesNot,
        criteria: { narrative: claims.proves },
        tag: claims.regimes.map(({ code, name, edition }) => `${name} (${code}): ${edition}`),
        alignment: claims.skills.map((skill) => ({
          type: ['Alignment'],
          targetCode: skill.id,
          targetName: skill.name,
          targetFramework: claims.frameworkVersion === null ? 'Key skills' : `Key skills, version ${claims.frameworkVersion}`,
          targetType: 'CFItem',
          targetUrl: `${origin}/framework/skills/${skill.id}`,
        })),
      },
    },
    evidence: claims.modules.map((module) => ({
      type: ['Evidence'],
      genre: 'Knowledge check',
      name: module.title,
      narrative: `Module ${module.id}, version ${module.version}: knowledge check passed on ${module.passedAt}`,
    })),
    credentialStatus: { id: at.status(claims.code), type: '1EdTechRevocationList' },
    credentialSchema: [
      {
        id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json',
        type: '1EdTechJsonSchemaValidator2019',
      },
    ],
    iss: at.issuer,
    jti: id,
    sub: `urn:uuid:${subject}`,
    nbf: seconds(claims.issuedAt),
    exp: seconds(claims.validUntil),
  }
}
