import { v4 as randomId } from 'uuid'
import { yearsAfter } from '#domain/calendar.ts'
import { attemptsFor, canBeRenewed, certificateCode, type CertificateClaims, certificateWords, type PassedModule } from '#domain/certificate.ts'
import { openBadge } from '#domain/open-badge.ts'
import type { ApiDeps, Content } from '../deps.ts'
import { certificateIssuedMail } from '../certificate-mails.ts'
import { passCounts } from '../pass-counts.ts'
import { pinnedVersion } from '../progress.ts'
import { attemptsOf } from '../repository/attempts.ts'
import { account } from '../repository/audit.ts'
import { addCertificate, newestCertificate, peopleToCertify } from '../repository/certificates.ts'
import type { Db, Tx } from '../repository/database.ts'
import { frameworksByVersion } from '../repository/frameworks.ts'
import { signingKey } from '../repository/issuer-keys.ts'
import { findPerson } from '../repository/people.ts'
import { settingValue } from '../repository/settings.ts'
import { tell } from '../tell.ts'
import { commonCore, corePassed } from './core-path.ts'
import { sign } from './signature.ts'

type Needs = Pick<ApiDeps, 'clock' | 'content' | 'site'>

/**
 * Issues the certificate of the common core to somebody whose passed checks complete it, and tells them; otherwise does nothing. Somebody who has one
 * gets the next when theirs runs out soon or has, once every check was passed again since; never when theirs was revoked. The caller's transaction holds it
 * together with what completed the path.
 */
export async function issueIfComplete(tx: Tx, { clock, content, site }: Needs, personId: string): Promise<void> {
  const person = await findPerson(tx, personId)
  if (!person) return
  // Whole seconds: a token counts time in them, and must say the same as the credential inside it.
  const now = new Date(Math.floor(clock.now().getTime() / 1000) * 1000)
  const before = await newestCertificate(tx, personId, commonCore, clock.now().toISOString())
  if (before && !canBeRenewed({ state: before.state, validUntil: before.claims.validUntil }, clock.now().toISOString())) return
  const counting = attemptsFor(await attemptsOf(tx, personId), before?.claims ?? null, await passCounts(tx), clock.now().toISOString())
  const passed = corePassed(content, person.roles, counting)
  if (!passed) return
  const claims = await claimsFor(tx, content, person.name, passed, now)
  const key = await signingKey(tx, site.origin, now, claims.validUntil)
  const credential = await sign(openBadge(claims, site.origin, randomId()), key.kid, key.privateKey)
  if (!(await addCertificate(tx, { personId, path: commonCore, number: (before?.number ?? 0) + 1, claims, credential }))) return
  const doer = { at: clock.now().toISOString(), personId: null }
  const changes = [{ field: claims.title, from: null, to: claims.validUntil }]
  await account(tx, doer, { action: 'certificate-issued', record: 'certificate', recordId: claims.code, personId, changes })
  await tell(tx, personId, (to) => certificateIssuedMail(to, claims), doer.at)
}

async function claimsFor(db: Db, content: Content, name: string, passed: readonly PassedModule[], now: Date): Promise<CertificateClaims> {
  const modules = passed.map(({ id, version, passedAt }) => ({ passedAt, module: pinnedVersion(content, id, version).module }))
  const union = (lists: readonly string[][]) => [...new Set(lists.flat())]
  const framework = [...(await frameworksByVersion(db, content)).values()].at(-1)
  const skills = framework?.domains.flatMap((domain) => domain.skills) ?? []
  return {
    code: certificateCode(crypto.getRandomValues(new Uint8Array(16))),
    ...certificateWords,
    name,
    modules: modules.map(({ module: { id, version, title }, passedAt }) => ({ id, version, title, passedAt })),
    skills: union(modules.map(({ module }) => module.skills))
      .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      .map((id) => ({ id, name: skills.find((skill) => skill.id === id)?.name ?? id })),
    frameworkVersion: framework?.version ?? null,
    regimes: union(modules.map(({ module }) => module.regimes)).map((code) => {
      const regime = content.regimes.find((one) => one.code === code)
      return { code, name: regime?.name ?? code, edition: regime?.edition ?? '' }
    }),
    issuedAt: now.toISOString(),
    validUntil: yearsAfter(now, await settingValue(db, 'certificate-valid-years')).toISOString(),
  }
}

/** So many at most in one run, so that a server that starts over a large backlog is not held up. */
const mostAtOnce = 500

/**
 * Timed: issues to those who completed the core otherwise than by handing in a check, such as before there were certificates, or by a re-mark. Reading
 * a page issues nothing. Each person is a transaction of their own.
 */
export async function issueDue(deps: ApiDeps): Promise<void> {
  for (const personId of await peopleToCertify(deps.db, commonCore, mostAtOnce))
    await deps.db.transaction().execute((tx) => issueIfComplete(tx, deps, personId))
}
