import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeAt } from '#api/second-factor.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'

const passphrase = 'seven quiet herons wading'

describe.each(homes)('accounts over $name', (home) => {
  let api: StartedApi
  beforeAll(async () => {
    api = await startApi(home)
  })
  afterAll(() => api.stop())

  async function newestToken(to: string): Promise<string> {
    const { text } = await api.db.selectFrom('mail').select('text').where('to_address', '=', to).orderBy('id', 'desc').executeTakeFirstOrThrow()
    return /#(\S+)/.exec(text)?.[1] ?? ''
  }

  async function signUp(email: string) {
    await api.ask('POST', '/accounts', { body: { name: 'Amara Okafor', email } })
    return api.ask('POST', '/links/use', { body: { token: await newestToken(email), passphrase } })
  }

  test('a visitor creates an account, confirms the address by a button, and is signed in as a learner on the roster', async () => {
    const email = 'amara.new@example.org'
    expect((await api.ask('POST', '/accounts', { body: { name: 'Amara Okafor', email } })).status).toBe(202)
    expect((await api.ask('POST', '/session', { body: { email, passphrase } })).status).toBe(422)
    const token = await newestToken(email)
    for (const _ of [1, 2])
      expect((await api.ask('POST', '/links/look', { body: { token } })).body).toMatchObject({
        kind: 'confirm',
        name: 'Amara Okafor',
        asksPassphrase: 'may',
      })
    const used = await api.ask('POST', '/links/use', { body: { token } })
    expect(used.body).toMatchObject({ step: 'signed-in', account: { roles: [{ role: 'learner', region: null }] } })
    expect((await api.ask('POST', '/links/use', { body: { token } })).status).toBe(404)
    expect((await api.ask('GET', '/session', { as: used.session ?? '' })).body.account.name).toBe('Amara Okafor')
    api.clock.pass(5)
  })

  test('an address that has an account gets the same words, and its owner a mail that says so', async () => {
    await signUp('known@example.org')
    const again = await api.ask('POST', '/accounts', { body: { name: 'Somebody Else', email: 'Known@example.org' } })
    const fresh = await api.ask('POST', '/accounts', { body: { name: 'Somebody Else', email: 'fresh@example.org' } })
    expect(again.body).toEqual(fresh.body)
    const { subject } = await api.db
      .selectFrom('mail')
      .select('subject')
      .where('to_address', '=', 'known@example.org')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(subject).toBe('You already have a Panel Pool account')
    api.clock.pass(5)
  })

  test('a passphrase counts only when it is chosen behind the e-mailed link: what anybody set before does not open the account', async () => {
    const email = 'victim@example.org'
    const planted = { name: 'Amara Okafor', email, passphrase: 'planted by somebody else' }
    expect((await api.ask('POST', '/accounts', { body: planted })).body.errors).toMatchObject([{ pointer: '/passphrase' }])
    await api.ask('POST', '/accounts', { body: { name: 'Amara Okafor', email } })
    // As an earlier version of the product kept it.
    await api.db
      .updateTable('account')
      .set({ passphrase: await api.deps.passphrases.hash(planted.passphrase) })
      .where('email_key', '=', email)
      .execute()
    expect((await api.ask('POST', '/links/use', { body: { token: await newestToken(email) } })).status).toBe(201)
    expect((await api.ask('POST', '/session', { body: { email, passphrase: planted.passphrase } })).status).toBe(422)
    api.clock.pass(5)
  })

  test('no passphrase need be chosen, and a weak one is refused without using the link up', async () => {
    const email = 'chooses.later@example.org'
    await api.ask('POST', '/accounts', { body: { name: 'Amara Okafor', email } })
    const token = await newestToken(email)
    const weak = await api.ask('POST', '/links/use', { body: { token, passphrase: 'password1234' } })
    expect(weak.body.errors).toMatchObject([{ pointer: '/passphrase' }])
    expect((await api.ask('POST', '/links/use', { body: { token } })).body.step).toBe('signed-in')
    api.clock.pass(5)
  })

  test('no subject of a mail and no address in a link holds a name', async () => {
    const mails = await api.db.selectFrom('mail').selectAll().execute()
    expect(mails.length).toBeGreaterThan(0)
    for (const { subject, text } of mails) {
      expect(subject).not.toMatch(/Amara|Okafor|Somebody/)
      expect(/https:\S+/.exec(text)?.[0]).toMatch(/^https:\/\/pool\.test\/use-link#[\w-]{43}$/)
    }
  })

  test('a known and an unknown name get the same words, and after ten wrong guesses both wait', async () => {
    await signUp('guessed@example.org')
    api.clock.pass(6)
    for (const email of ['guessed@example.org', 'unknown@example.org']) {
      const said = []
      for (let guess = 0; guess < 11; guess++)
        said.push((await api.ask('POST', '/session', { body: { email, passphrase: `wrong guess ${guess}` } })).body)
      expect(said[0]).toMatchObject({
        status: 422,
        errors: [{ pointer: '', detail: 'That e-mail address and passphrase do not go together. Check both, or ask for a link instead' }],
      })
      expect(said[10].status).toBe(429)
      api.clock.pass(6)
    }
    expect((await api.ask('POST', '/session', { body: { email: 'guessed@example.org', passphrase } })).status).toBe(201)
  })

  test('of sixty guesses sent at once ten are tried, for an account and for an address', async () => {
    await signUp('hammered@example.org')
    api.clock.pass(6)
    const tried = async (addressOf: (guess: number) => { email: string; address: string }) => {
      const answers = await Promise.all(
        Array.from({ length: 60 }, (_, guess) => {
          const { email, address } = addressOf(guess)
          return api.ask('POST', '/session', { body: { email, passphrase: `wrong guess ${guess}` }, address })
        }),
      )
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([422, 429]))
      return answers.filter(({ status }) => status === 422).length
    }
    expect(await tried((guess) => ({ email: 'hammered@example.org', address: `192.0.2.${guess}` }))).toBe(10)
    expect(await tried((guess) => ({ email: `somebody.${guess}@example.org`, address: '198.51.100.7' }))).toBe(10)
    api.clock.pass(6)
    expect((await api.ask('POST', '/session', { body: { email: 'hammered@example.org', passphrase } })).status).toBe(201)
  })

  test('an address that has guessed ten times waits, whichever account it tries next; another address does not', async () => {
    await signUp('shared@example.org')
    api.clock.pass(6)
    for (let guess = 0; guess < 10; guess++)
      await api.ask('POST', '/session', { body: { email: `nobody.${guess}@example.org`, passphrase: 'wrong guess' }, address: '203.0.113.5' })
    const body = { email: 'shared@example.org', passphrase }
    expect((await api.ask('POST', '/session', { body, address: '203.0.113.5' })).status).toBe(429)
    expect((await api.ask('POST', '/sign-in-links', { body: { email: body.email }, address: '203.0.113.5' })).status).toBe(429)
    expect((await api.ask('POST', '/session', { body, address: '203.0.113.6' })).status).toBe(201)
    api.clock.pass(6)
  })

  test('five devices that sign in to one account at once all come in, each with a session of its own', async () => {
    await signUp('many.devices@example.org')
    const body = { email: 'many.devices@example.org', passphrase }
    const answers = await Promise.all(Array.from({ length: 5 }, () => api.ask('POST', '/session', { body })))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
    expect(new Set(answers.map(({ session }) => session)).size).toBe(5)
  })

  test('a sign-in gives a new session and ends the one it was asked from', async () => {
    const first = await signUp('twice@example.org')
    const second = await api.ask('POST', '/session', { as: first.session ?? '', body: { email: 'twice@example.org', passphrase } })
    expect(second.session).not.toBe(first.session)
    expect((await api.ask('GET', '/session', { as: first.session ?? '' })).body.step).toBe('signed-out')
    expect((await api.ask('GET', '/session', { as: second.session ?? '' })).body.step).toBe('signed-in')
    api.clock.pass(6)
  })

  test('links to sign in and to confirm work for an hour, an invitation for seven days, and a newer one ends the older', async () => {
    await signUp('by.link@example.org')
    const link = async () => {
      await api.ask('POST', '/sign-in-links', { body: { email: 'by.link@example.org' } })
      return newestToken('by.link@example.org')
    }
    const works = async (token: string) => (await api.ask('POST', '/links/look', { body: { token } })).status
    const older = await link()
    const newer = await link()
    expect([await works(older), await works(newer)]).toEqual([404, 200])
    api.clock.pass(59)
    expect(await works(newer)).toBe(200)
    api.clock.pass(1)
    expect(await works(newer)).toBe(404)
    expect((await api.ask('POST', '/links/use', { body: { token: newer } })).status).toBe(404)

    const administrator = await api.addOf('administrator')
    const body = { name: 'Late Guest', email: 'late.guest@example.org', role: 'assessor', region: null }
    await api.ask('POST', '/invitations', { as: administrator.session, body })
    const invitation = await newestToken(body.email)
    api.clock.pass(7 * 24 * 60 - 1)
    expect(await works(invitation)).toBe(200)
    api.clock.pass(1)
    expect(await works(invitation)).toBe(404)
  })

  test('right passphrases are never counted as guesses', async () => {
    await signUp('often@example.org')
    for (let time = 0; time < 12; time++)
      expect((await api.ask('POST', '/session', { body: { email: 'often@example.org', passphrase } })).status).toBe(201)
  })

  test('an invited coordinator chooses a passphrase, sets up an app, and is signed in only then', async () => {
    const administrator = await api.addOf('administrator')
    const invited = await api.ask('POST', '/invitations', {
      as: administrator.session,
      body: { name: 'Bryn Pritchard', email: 'bryn@example.org', role: 'coordinator', region: 'north-east' },
    })
    expect(invited).toMatchObject({ status: 201, body: { state: 'invited', roles: [{ role: 'coordinator', region: 'north-east' }] } })
    const token = await newestToken('bryn@example.org')
    expect((await api.ask('POST', '/links/use', { body: { token } })).body.errors).toEqual([
      { pointer: '/passphrase', detail: 'Choose a passphrase' },
    ])
    const accepted = await api.ask('POST', '/links/use', { body: { token, passphrase } })
    expect(accepted.body.step).toBe('set-up-second-factor')
    const half = accepted.session ?? ''
    expect((await api.ask('GET', '/people', { as: half })).status).toBe(401)
    const { body: app } = await api.ask('POST', '/second-factor', { as: half })
    expect((await api.ask('PUT', '/second-factor', { as: half, body: { code: '000000' } })).status).toBe(422)
    const confirmed = await api.ask('PUT', '/second-factor', { as: half, body: { code: codeAt(app.secret, api.clock.now()) } })
    expect(confirmed.body.step).toBe('signed-in')
    expect((await api.ask('GET', '/people', { as: confirmed.session ?? '' })).status).toBe(200)
    expect((await api.ask('GET', '/session', { as: half })).body.step).toBe('signed-out')
  })

  test('a one-time code works once, and ten wrong ones make everyone wait', async () => {
    const administrator = await api.addOf('administrator')
    await api.ask('POST', '/invitations', {
      as: administrator.session,
      body: { name: 'Cai Code', email: 'cai@example.org', role: 'assessor', region: null },
    })
    const accepted = await api.ask('POST', '/links/use', { body: { token: await newestToken('cai@example.org'), passphrase } })
    const { body: app } = await api.ask('POST', '/second-factor', { as: accepted.session ?? '' })
    await api.ask('PUT', '/second-factor', { as: accepted.session ?? '', body: { code: codeAt(app.secret, api.clock.now()) } })
    api.clock.pass(2)
    const signIn = async () => (await api.ask('POST', '/session', { body: { email: 'cai@example.org', passphrase } })).session ?? ''
    const code = codeAt(app.secret, api.clock.now())
    const atOnce = [await signIn(), await signIn(), await signIn()]
    const racing = await Promise.all(atOnce.map((as) => api.ask('POST', '/session/second-factor', { as, body: { code } })))
    expect(racing.map(({ status }) => status).toSorted()).toEqual([201, 422, 422])
    api.clock.pass(6)
    const next = codeAt(app.secret, api.clock.now())
    expect((await api.ask('POST', '/session/second-factor', { as: await signIn(), body: { code: next } })).status).toBe(201)
    const second = await signIn()
    expect((await api.ask('POST', '/session/second-factor', { as: second, body: { code: next } })).status).toBe(422)
    for (let guess = 0; guess < 9; guess++) await api.ask('POST', '/session/second-factor', { as: second, body: { code: '000000' } })
    expect((await api.ask('POST', '/session/second-factor', { as: second, body: { code: '000000' } })).status).toBe(429)
  })

  test('suspending ends every session at once, says why in the history, and the last administrator cannot be shut out', async () => {
    const [administrator, other] = [await api.addOf('administrator'), await api.addOf('administrator')]
    const learner = await api.add()
    const reason = 'Left the partnership'
    const suspended = await api.ask('PUT', `/accounts/${learner.account.id}/suspension`, {
      as: administrator.session,
      ifMatch: learner.account.version,
      body: { reason },
    })
    expect(suspended.body).toMatchObject({ state: 'suspended', suspendedReason: reason })
    expect((await api.ask('GET', '/task-list', { as: learner.session })).status).toBe(401)
    const history = await api.ask('GET', `/people/${learner.person.id}/history`, { as: administrator.session })
    expect(history.body.events[0]).toMatchObject({ action: 'account-suspended', reason, by: { name: administrator.person.name } })
    expect(
      (await api.ask('PUT', `/accounts/${administrator.account.id}/suspension`, { as: administrator.session, ifMatch: 2, body: { reason } })).status,
    ).toBe(409)
    expect(
      (await api.ask('PUT', `/accounts/${learner.account.id}/suspension`, { as: other.session, ifMatch: suspended.body.version, body: { reason } }))
        .body,
    ).toMatchObject({ status: 409, allowed: ['active'] })
    const lifted = await api.ask('DELETE', `/accounts/${learner.account.id}/suspension`, { as: other.session, ifMatch: suspended.body.version })
    expect(lifted.body.state).toBe('active')
  })

  test('an administrator who has an account open can suspend it after its owner has signed in', async () => {
    await signUp('signs.in@example.org')
    const administrator = await api.addOf('administrator')
    const { body } = await api.ask('GET', '/accounts?name=okafor', { as: administrator.session })
    const open = body.accounts.find(({ email }: { email: string }) => email === 'signs.in@example.org')
    api.clock.pass(1)
    await api.ask('POST', '/session', { body: { email: 'signs.in@example.org', passphrase } })
    const suspended = await api.ask('PUT', `/accounts/${open.id}/suspension`, {
      as: administrator.session,
      ifMatch: open.version,
      body: { reason: 'Left the partnership' },
    })
    expect(suspended).toMatchObject({ status: 200, body: { state: 'suspended', lastSignedInAt: api.clock.now().toISOString() } })
  })

  test('staff are signed out when idle; learners are not', async () => {
    const [coordinator, learner] = [await api.addOf('coordinator'), await api.add()]
    api.clock.pass(29)
    expect((await api.ask('GET', '/people', { as: coordinator.session })).status).toBe(200)
    api.clock.pass(31)
    expect((await api.ask('GET', '/people', { as: coordinator.session })).status).toBe(401)
    expect((await api.ask('GET', '/task-list', { as: learner.session })).status).toBe(200)
  })

  test('a new passphrase signs its owner out everywhere else', async () => {
    const used = await signUp('changes@example.org')
    const elsewhere = await api.ask('POST', '/session', { body: { email: 'changes@example.org', passphrase } })
    const changed = await api.ask('PUT', '/passphrase', {
      as: used.session ?? '',
      body: { current: passphrase, passphrase: 'nine copper kettles singing' },
    })
    expect(changed.status).toBe(200)
    expect((await api.ask('GET', '/task-list', { as: elsewhere.session ?? '' })).status).toBe(401)
    expect((await api.ask('GET', '/task-list', { as: used.session ?? '' })).status).toBe(200)
  })
})
