import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type StartedApi } from '#testing/api.ts'
import { anotherModule, signedInAgain, someoneCertified, takeModule } from '#testing/certificates.ts'
import { homes } from '#testing/databases.ts'
import { aFramework } from '#testing/framework.ts'
import { aModule, aPath } from '#testing/module.ts'
import { readPdf } from '#testing/read-pdf.ts'
import { issueDue } from '../certificates/issue.ts'
import { remindHolders } from '../certificates/reminders.ts'

const twoModules = {
  modules: [aModule(), anotherModule()],
  paths: [aPath(['m1', 'm2'])],
  regimes: [],
  sources: [],
  frameworks: [aFramework()],
  dossiers: [],
}
const days = (many: number) => many * 24 * 60

describe.each(homes)('certificates over $name', (home) => {
  let api: StartedApi
  beforeAll(async () => {
    api = await startApi(home)
  })
  afterAll(() => api.stop())

  const own = async (session: string, from = api) => (await from.ask('GET', '/certificates', { as: session })).body
  const credentialOf = async ({ session, code }: { session: string; code: string }) =>
    (await api.ask('GET', `/certificates/${code}/credential`, { as: session })).body as string
  const check = async (text: string) => (await api.ask('POST', '/certificates/check', { body: { text } })).body
  const mailsTo = (accountId: string) => api.db.selectFrom('mail').selectAll().where('account_id', '=', accountId).orderBy('id').execute()

  test('the check that completes the path brings the certificate, and no check before it; reading brings none', async () => {
    const versioned = await startApi(home, { content: twoModules })
    const learner = await versioned.add({ name: 'Amara Okafor' })
    await takeModule(versioned, learner.session, 'm1')
    const before = await own(learner.session, versioned)
    expect(before.certificates).toEqual([])
    expect(before.modules.map(({ passedAt }: { passedAt: string | null }) => passedAt !== null)).toEqual([true, false])
    expect((await takeModule(versioned, learner.session, 'm2', 7)).body.passed).toBe(false)
    expect((await own(learner.session, versioned)).certificates).toEqual([])
    await takeModule(versioned, learner.session, 'm2', 8)
    const [certificate] = (await own(learner.session, versioned)).certificates
    expect(certificate).toMatchObject({ state: 'valid', own: true, revoked: null })
    expect(certificate.claims).toMatchObject({
      title: 'Common core: knowledge',
      name: 'Amara Okafor',
      modules: [
        { id: 'm1', version: 1 },
        { id: 'm2', version: 1 },
      ],
      regimes: [{ code: 'SCR-2010' }],
      frameworkVersion: 1,
    })
    expect(certificate.claims.skills.map(({ id }: { id: string }) => id)).toEqual(['1.1', '5.1'])
    expect(certificate.claims.provesNot).toContain('not a verification of skill, nor of fitness to be appointed')
    expect(certificate.claims.validUntil.slice(0, 4)).toBe(String(Number(certificate.claims.issuedAt.slice(0, 4)) + 3))
    await versioned.stop()
  })

  test('a certificate is renewed when every check was passed again; the one before runs out as it said, and nobody is reminded of it any more', async () => {
    const versioned = await startApi(home, { content: twoModules })
    const learner = await versioned.add({ name: 'Ines Valdivia' })
    await takeModule(versioned, learner.session, 'm1')
    await takeModule(versioned, learner.session, 'm2')
    const [first] = (await own(learner.session, versioned)).certificates
    let { session } = learner
    const next = async (id: string) => (await versioned.ask('GET', `/modules/${id}`, { as: session })).body.nextTry
    expect((await versioned.ask('POST', '/attempts', { as: learner.session, body: { moduleId: 'm1' } })).status).toBe(409)

    versioned.clock.pass(days(365 * 3 + 1 - 60))
    session = await signedInAgain(versioned, learner.account)
    expect(await next('m1')).toMatchObject({ kind: 'passed', expired: false, renewal: { kind: 'ready', number: 2, triesLeft: 3 } })
    expect(await own(session, versioned)).toMatchObject({ renews: true, modules: [{ passedAt: null }, { passedAt: null }] })
    expect((await takeModule(versioned, session, 'm1', 3)).body.passed).toBe(false)
    expect(await next('m1')).toMatchObject({ kind: 'passed', expired: false, renewal: { triesLeft: 2 } })
    await takeModule(versioned, session, 'm1')
    expect((await own(session, versioned)).certificates).toHaveLength(1)

    versioned.clock.pass(days(61))
    session = await signedInAgain(versioned, learner.account)
    expect(await next('m2')).toMatchObject({ kind: 'passed', expired: true })
    const { paths } = (await versioned.ask('GET', '/task-list', { as: session })).body
    expect(paths).toMatchObject([{ passed: 1, of: 2 }])
    await takeModule(versioned, session, 'm2')
    const { certificates, renews } = await own(session, versioned)
    expect(certificates.map(({ state }: { state: string }) => state)).toEqual(['valid', 'expired'])
    expect(renews).toBe(false)
    expect(certificates[1].claims).toEqual(first.claims)
    expect(certificates[0].claims.code).not.toBe(first.claims.code)
    const verdict = async (code: string) => (await versioned.ask('POST', '/certificates/check', { body: { text: code } })).body.verdict
    expect([await verdict(first.claims.code), await verdict(certificates[0].claims.code)]).toEqual(['expired', 'valid'])
    await versioned.stop()
  })

  test('a certificate that was renewed before it ran out is not reminded of, and one that was revoked is never renewed', async () => {
    const learner = await someoneCertified(api)
    const revoked = await someoneCertified(api)
    const administrator = await api.addOf('administrator')
    const { version } = (await api.ask('GET', `/certificates/${revoked.code}`, { as: administrator.session })).body
    const why = { reason: 'misused', words: 'Somebody else took the check' }
    await api.ask('PUT', `/certificates/${revoked.code}/revocation`, { as: administrator.session, ifMatch: version, body: why })
    api.clock.pass(days(365 * 3 + 1 - 20))
    for (const [{ account }, many] of [
      [learner, 2],
      [revoked, 1],
    ] as const) {
      const session = await signedInAgain(api, account)
      expect((await takeModule(api, session, 'm1')).body.passed).toBe(true)
      expect((await own(session)).certificates).toHaveLength(many)
    }
    await remindHolders(api.db, api.clock.now())
    expect((await mailsTo(learner.account.id)).map(({ subject }) => subject)).toEqual(['Your certificate is ready', 'Your certificate is ready'])
  })

  test('issuing again, by a job and by five at once, leaves one, and one mail', async () => {
    const learner = await someoneCertified(api)
    await Promise.all(Array.from({ length: 5 }, () => issueDue(api.deps)))
    expect((await own(learner.session)).certificates).toHaveLength(1)
    expect((await mailsTo(learner.account.id)).map(({ subject }) => subject)).toEqual(['Your certificate is ready'])
  })

  test('whoever completed the path before there were certificates gets theirs from a job', async () => {
    const people = await Promise.all([1, 2, 3].map(() => someoneCertified(api)))
    await api.db.deleteFrom('certificate').execute()
    await Promise.all([issueDue(api.deps), issueDue(api.deps)])
    for (const { session, code } of people) {
      const { certificates } = await own(session)
      expect(certificates).toHaveLength(1)
      expect(certificates[0].claims.code).not.toBe(code)
    }
  })

  test('a credential is genuine as it was signed, and with any one character changed, taken or added it is not', async () => {
    const credential = await credentialOf(await someoneCertified(api, { name: 'Bryn Pritchard' }))
    expect(await check(credential)).toMatchObject({ verdict: 'valid', by: 'signature', claims: { name: 'Bryn Pritchard' } })
    expect(await check(`\n${credential}  \n`)).toMatchObject({ verdict: 'valid' })
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.='.split('')
    const places = fc.oneof(
      fc.nat(credential.length - 1),
      fc.constantFrom(0, credential.indexOf('.'), credential.lastIndexOf('.'), credential.length - 1),
    )
    const change = fc.constantFrom('replace', 'drop', 'insert')
    await fc.assert(
      fc.asyncProperty(places, fc.constantFrom(...letters), change, async (at, letter, how) => {
        const after = how === 'insert' ? credential.slice(at) : credential.slice(at + 1)
        const changed = credential.slice(0, at) + (how === 'drop' ? '' : letter) + after
        fc.pre(changed !== credential)
        expect(['altered', 'foreign', 'unreadable']).toContain((await check(changed)).verdict)
      }),
      { numRuns: 60 },
    )
    // The last character of a signature holds bits that no byte is made of: every way to write it is tried.
    for (const letter of letters) {
      const changed = credential.slice(0, -1) + letter
      if (changed !== credential) expect((await check(changed)).verdict).not.toBe('valid')
    }
  })

  test('says apart what is expired, revoked, unknown, altered, another’s and no credential at all', async () => {
    const learner = await someoneCertified(api)
    const credential = await credentialOf(learner)
    const verdict = async (text: string) => (await check(text)).verdict
    const [head, , signature] = credential.split('.')
    const changed = `${head}.${btoa('{"name":"Somebody Else"}').replaceAll('=', '')}.${signature}`
    const foreign = `${btoa(JSON.stringify({ alg: 'RS256', kid: 'https://elsewhere.test/key' })).replaceAll('=', '')}.e30.AA`
    expect(await verdict(learner.code.toLowerCase().replaceAll('-', ' '))).toBe('valid')
    expect(await verdict(changed)).toBe('altered')
    expect(await verdict(foreign)).toBe('foreign')
    expect(await verdict('not a credential')).toBe('unreadable')
    expect(await verdict('0000-0000-0000-0000')).toBe('unknown')
    api.clock.pass(days(365 * 3 + 1))
    expect(await check(credential)).toMatchObject({ verdict: 'expired', claims: { code: learner.code } })
    expect(await verdict(learner.code)).toBe('expired')
    api.clock.pass(-days(365 * 3 + 1))
    const { session } = await api.addOf('administrator')
    await api.ask('PUT', `/certificates/${learner.code}/revocation`, {
      as: session,
      ifMatch: 1,
      body: { reason: 'misused', words: 'The name on a copy was changed' },
    })
    const revoked = await check(credential)
    expect(revoked).toMatchObject({ verdict: 'revoked', revoked: { reason: 'misused' } })
    expect(JSON.stringify(revoked)).not.toContain('was changed')
    await api.ask('PUT', `/people/${learner.person.id}/erasure`, {
      as: session,
      ifMatch: (await api.ask('GET', `/people/${learner.person.id}/erasure`, { as: session })).body.version,
      body: { name: learner.person.name, reason: 'They asked for it' },
    })
    expect(await check(credential)).toMatchObject({ verdict: 'unknown', claims: null })
    expect(await verdict(learner.code)).toBe('unknown')
  })

  test('an administrator revokes once, with a reason that its holder reads in a mail and that is accounted for', async () => {
    const learner = await someoneCertified(api)
    const { session, person } = await api.addOf('administrator')
    const revoke = (ifMatch: number, body: object = { reason: 'issued-in-error', words: 'A question was marked wrongly' }) =>
      api.ask('PUT', `/certificates/${learner.code}/revocation`, { as: session, ifMatch, body })
    expect((await revoke(1, { reason: 'issued-in-error', words: 'short' })).body.errors[0].pointer).toBe('/words')
    expect((await revoke(7)).status).toBe(412)
    expect((await revoke(1)).body).toMatchObject({ state: 'revoked', version: 2 })
    expect(await revoke(2)).toMatchObject({ status: 409, body: { allowed: [] } })
    const told = (await mailsTo(learner.account.id)).at(-1)
    expect(told?.subject).toBe('Your certificate was revoked')
    expect(told?.text).toContain('A question was marked wrongly')
    const events = (await api.ask('GET', `/people/${learner.person.id}/history`, { as: session })).body.events
    expect(events[0]).toMatchObject({ action: 'certificate-revoked', by: { personId: person.id }, reason: 'A question was marked wrongly' })
    const status = await api.ask('GET', `/certificates/${learner.code}/status`)
    expect(status.body).toMatchObject({ state: 'revoked', revokedCredential: [{ revoked: true, revocationReason: 'issued-in-error' }] })
    expect(status.headers.get('access-control-allow-origin')).toBe('*')
    await issueDue(api.deps)
    expect((await own(learner.session)).certificates).toHaveLength(1)
  })

  test('an administrator finds a certificate by words of the name or by its code', async () => {
    const { code } = await someoneCertified(api, { name: 'Zephyrine Quill-Ashby' })
    const { session } = await api.addOf('administrator')
    const found = async (name: string) => (await api.ask('GET', `/issued-certificates?name=${encodeURIComponent(name)}`, { as: session })).body
    for (const search of ['quill zeph', code, code.toLowerCase()])
      expect(await found(search)).toMatchObject({ total: 1, certificates: [{ code, state: 'valid', name: 'Zephyrine Quill-Ashby' }] })
    expect((await found('')).total).toBeGreaterThan(1)
  })

  test('a new key signs after its time, and the old one stays published until what it signed has run out', async () => {
    const fresh = await startApi(home)
    const first = await someoneCertified(fresh)
    const token = (await fresh.ask('GET', `/certificates/${first.code}/credential`, { as: first.session })).body as string
    fresh.clock.pass(days(366))
    const second = await someoneCertified(fresh)
    const keys = async () => (await fresh.ask('GET', '/issuer/keys')).body.keys.map(({ kid }: { kid: string }) => kid)
    const both = await keys()
    expect(both).toHaveLength(2)
    expect(both[0]).toMatch(/^https:\/\/pool\.test\/api\/issuer\/keys\//)
    const header = JSON.parse(atob(token.split('.')[0]!))
    expect(header).toEqual({ alg: 'RS256', kid: both[0], typ: 'JWT' })
    const dereferenced = await fresh.ask('GET', both[0].replace('https://pool.test/api', ''))
    expect(dereferenced.body).toMatchObject({ kty: 'RSA', kid: both[0] })
    expect(JSON.stringify([dereferenced.body, await keys()])).not.toMatch(/"(d|p|q)":/)
    fresh.clock.pass(days(2 * 365 + 1))
    expect(await keys()).toEqual([both[1]])
    expect((await fresh.ask('POST', '/certificates/check', { body: { text: second.code } })).body.verdict).toBe('valid')
    await fresh.stop()
  })

  test('reminders come at 90, 30 and 7 days, each once, until they are stopped', async () => {
    const fresh = await startApi(home)
    const [learner, stopped] = [await someoneCertified(fresh), await someoneCertified(fresh)]
    const remind = () => remindHolders(fresh.db, fresh.clock.now())
    const reminded = async ({ account }: typeof learner) =>
      (await fresh.db.selectFrom('mail').select('subject').where('account_id', '=', account.id).execute()).filter(({ subject }) =>
        subject.includes('runs out'),
      ).length
    const stop = { as: stopped.session, ifMatch: 1, body: { on: false } }
    expect((await fresh.ask('PUT', `/certificates/${stopped.code}/reminders`, stop)).body).toMatchObject({ reminders: false, version: 2 })
    const counts: number[] = []
    fresh.clock.pass(days(3 * 365 - 100))
    for (const pass of [0, 12, 1, 60, 1, 20, 1, 30]) {
      fresh.clock.pass(days(pass))
      await Promise.all([remind(), remind()])
      counts.push(await reminded(learner))
    }
    expect(counts).toEqual([0, 1, 1, 2, 2, 3, 3, 3])
    expect(await reminded(stopped)).toBe(0)
    await fresh.stop()
  })

  test('the holder and whoever may open their record see it; the credential is the holder’s alone to hand out', async () => {
    const learner = await someoneCertified(api, { profile: { region: 'north-east' } })
    const asked = async (session: string | undefined, path = '') =>
      (await api.ask('GET', `/certificates/${learner.code}${path}`, { as: session })).status
    const [near, far, stranger] = [await api.addOf('coordinator', 'north-east'), await api.addOf('coordinator', 'london'), await api.add()]
    expect([await asked(learner.session), await asked(near.session), await asked(far.session), await asked(stranger.session)]).toEqual([
      200, 200, 404, 404,
    ])
    expect([await asked(learner.session, '/credential'), await asked(near.session, '/credential')]).toEqual([200, 404])
  })

  test('the PDF is its holder’s alone, and says how the certificate stands at that moment', async () => {
    const fresh = await startApi(home)
    const learner = await someoneCertified(fresh, { name: 'Siân Łękawska-Ŵyn', profile: { region: 'north-east' } })
    const asked = (session: string | undefined) => fresh.ask('GET', `/certificates/${learner.code}/pdf`, { as: session })
    const textOf = async (session: string) => (await readPdf((await asked(session)).bytes)).text
    const first = await asked(learner.session)
    expect(first.status).toBe(200)
    expect(first.headers.get('content-type')).toBe('application/pdf')
    expect(first.headers.get('content-disposition')).toBe(`attachment; filename="panel-pool-${learner.code}.pdf"`)
    const pdf = await readPdf(first.bytes)
    expect(pdf).toMatchObject({ marked: true, language: 'en-GB', links: [`https://pool.test/verify#${learner.code}`] })
    const { claims } = learner.certificate
    for (const said of [claims.name, claims.code, claims.proves, claims.provesNot, ...claims.skills.map(({ name }: { name: string }) => name)])
      expect(pdf.text).toContain(said)
    expect(pdf.text).toContain('Valid on')
    const near = await fresh.addOf('coordinator', 'north-east')
    const administrator = await fresh.addOf('administrator')
    for (const session of [near.session, administrator.session]) expect((await asked(session)).status).toBe(404)
    expect((await asked(undefined)).status).toBe(401)

    const why = { reason: 'misused', words: 'Somebody else took the check' }
    await fresh.ask('PUT', `/certificates/${learner.code}/revocation`, { as: administrator.session, ifMatch: 1, body: why })
    const revoked = await textOf(learner.session)
    expect(revoked).toContain('It was altered or misused. Do not rely on it.')
    expect(revoked).not.toContain(why.words)

    const other = await someoneCertified(fresh)
    fresh.clock.pass(days(365 * 3 + 2))
    const later = await fresh.ask('GET', `/certificates/${other.code}/pdf`, { as: await signedInAgain(fresh, other.account) })
    expect((await readPdf(later.bytes)).text).toContain('It no longer counts as current.')
    await fresh.stop()
  })
})
