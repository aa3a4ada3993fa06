import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OpenBadgeCredential } from '#testing/open-badge-schema.ts'
import { certificateCode, certificateWords } from './certificate.ts'
import { openBadge } from './open-badge.ts'

const text = fc.string({ minLength: 1, unit: 'grapheme' })
const moment = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000).toISOString())
const claims = fc.record({
  code: fc.uint8Array({ minLength: 16, maxLength: 16 }).map(certificateCode),
  title: fc.constant(certificateWords.title),
  proves: fc.constant(certificateWords.proves),
  provesNot: fc.constant(certificateWords.provesNot),
  name: text,
  modules: fc.array(fc.record({ id: text, version: fc.nat(), title: text, passedAt: moment })),
  skills: fc.array(fc.record({ id: fc.constantFrom('1.1', '5.2'), name: text })),
  frameworkVersion: fc.option(fc.nat()),
  regimes: fc.array(fc.record({ code: text, name: text, edition: text })),
  issuedAt: moment,
  validUntil: moment,
})
const subject = '01939a3c-7c1e-4d1a-9f52-0a4f5b6c7d8e'

test('a credential is what the schema of Open Badges 3.0 asks, and its token repeats it without a difference', () => {
  fc.assert(
    fc.property(claims, (said) => {
      const { iss, jti, sub, nbf, exp, ...credential } = openBadge(said, 'https://pool.test', subject)
      expect(OpenBadgeCredential.safeParse(credential).error).toBeUndefined()
      expect([iss, jti, sub]).toEqual([credential.issuer.id, credential.id, credential.credentialSubject.id])
      expect([nbf * 1000, exp * 1000]).toEqual([Date.parse(credential.validFrom), Date.parse(credential.validUntil)])
    }),
  )
})

test('a credential holds everything that the certificate says', () => {
  fc.assert(
    fc.property(claims, (said) => {
      const written = JSON.stringify(openBadge(said, 'https://pool.test', subject))
      const quoted = (value: string) => JSON.stringify(value).slice(1, -1)
      const every = [said.name, said.title, said.proves, said.provesNot, said.code, said.issuedAt, said.validUntil]
      const parts = [
        ...said.modules.flatMap(({ title, passedAt, version, id }) => [title, passedAt, `${id}, version ${version}`]),
        ...said.skills.map(({ name }) => name),
        ...said.regimes.flatMap(({ name, edition }) => [name, edition]),
      ]
      for (const value of [...every, ...parts]) expect(written).toContain(quoted(value))
    }),
  )
})
