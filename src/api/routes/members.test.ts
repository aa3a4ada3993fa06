import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepRegister } from '#api/repository/organisations.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'

type Someone = Awaited<ReturnType<StartedApi['add']>>

describe.each(homes)('members of the pool over $name', (home) => {
  let api: StartedApi
  let coordinator: Someone
  beforeAll(async () => {
    api = await startApi(home)
    coordinator = await api.addOf('coordinator', 'north-east')
    const authority = { kind: 'local-authority', region: 'north-east', successorId: null, area: null, code: null } as const
    await keepRegister(api.db, [
      { id: 'durham-county-council', name: 'Durham County Council', otherNames: [], areas: [], successors: [], ...authority },
    ])
  })
  afterAll(() => api.stop())

  const aMember = () => api.add({ standing: 'active', profile: { region: 'north-east', roles: ['author', 'chair'] } })
  const read = async (one: Someone, as = one) => (await api.ask('GET', `/people/${one.person.id}/member`, { as: as.session })).body
  const put = (one: Someone, part: string, ifMatch: number, body: object, as = one) =>
    api.ask('PUT', `/people/${one.person.id}/member/${part}`, { as: as.session, ifMatch, body })
  const post = (one: Someone, what: string, body: object, as = one) => api.ask('POST', `/people/${one.person.id}/${what}`, { as: as.session, body })
  const capacity = { daysAMonth: 6, mostReviews: 2, months: [{ month: '2027-08', days: 0, mostReviews: null }] }
  const away = { from: '2027-08-01', to: '2027-08-14', state: 'unavailable', roles: [], note: 'On leave', readWarning: false }
  const review = { reference: 'NE-2026-014', authority: 'durham-county-council', role: 'chair', from: '2026-12-01', to: null, days: 4 }
  const history = async (one: Someone) =>
    (await api.ask('GET', `/people/${one.person.id}/history`, { as: coordinator.session })).body.events.map(
      ({ action }: { action: string }) => action,
    )

  test('a member says what they offer, and each month shows what that leaves', async () => {
    const one = await aMember()
    expect(await read(one)).toMatchObject({
      version: 0,
      daysAMonth: null,
      strip: expect.arrayContaining([expect.objectContaining({ offered: null })]),
    })
    const saved = await put(one, 'capacity', 0, capacity)
    expect(saved.body).toMatchObject({ version: 1, daysAMonth: 6, mostReviews: 2, months: capacity.months })
    await post(one, 'commitments', review)
    const { strip } = await read(one)
    const of = (month: string) => strip.find((at: { month: string }) => at.month === month)
    expect(of('2027-01')).toMatchObject({
      offered: { days: 6, reviews: 2 },
      taken: { days: 4, reviews: 1 },
      left: { days: 2, reviews: 1 },
      usual: true,
    })
    expect(of('2027-08')).toMatchObject({ offered: { days: 0, reviews: 2 }, left: { days: 0, reviews: 1 }, usual: false })
    expect(await history(one)).toEqual(expect.arrayContaining(['capacity-changed', 'commitment-added']))
  })

  test('figures that cannot be are refused where they stand', async () => {
    const one = await aMember()
    const { status, body } = await put(one, 'capacity', 0, {
      daysAMonth: 40,
      mostReviews: -1,
      months: [{ month: '2027-13', days: 1.5, mostReviews: null }],
    })
    expect(status).toBe(422)
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/daysAMonth',
      '/mostReviews',
      '/months/0/month',
      '/months/0/days',
    ])
    const twice = [capacity.months[0], capacity.months[0]]
    expect((await put(one, 'capacity', 0, { ...capacity, months: twice })).body.errors[0].pointer).toBe('/months/1/month')
  })

  test('of a member and a coordinator who save at once, the second is told what the first saved', async () => {
    const one = await aMember()
    await put(one, 'capacity', 0, capacity)
    expect((await put(one, 'background', 1, { sector: 'health', specialisms: ['neglect'], languages: [] }, coordinator)).status).toBe(200)
    const late = await put(one, 'capacity', 1, { ...capacity, daysAMonth: 3 })
    expect(late.status).toBe(412)
    expect(late.body.current).toMatchObject({ version: 2, daysAMonth: 6, sector: 'health' })
    expect((await put(one, 'regions', 0, { regions: [] })).status).toBe(412)
  })

  test('a specialism is of the list or in own words, is kept once, and is found by its words', async () => {
    const one = await aMember()
    const { body } = await put(one, 'background', 0, {
      sector: 'police',
      specialisms: ['domestic-abuse', 'Forced marriage', 'forced  marriage'],
      languages: ['Welsh', 'welsh'],
    })
    expect(body).toMatchObject({ sector: 'police', specialisms: ['domestic-abuse', 'forced  marriage'], languages: ['welsh'] })
    const keys = await api.db
      .selectFrom('member_specialism')
      .select('search_key')
      .where('person_id', '=', one.person.id)
      .orderBy('search_key')
      .execute()
    expect(keys.map((row) => row.search_key)).toEqual(['domestic abuse', 'forced marriage'])
  })

  test('the home region is not among the regions travelled to', async () => {
    const one = await aMember()
    expect((await put(one, 'regions', 0, { regions: ['north-east', 'london', 'london'] })).body.regions).toEqual(['london'])
  })

  test('a time away is added, changed and taken back, by the member or a coordinator of their region', async () => {
    const one = await aMember()
    const added = (await post(one, 'availability', away)).body.availability[0]
    expect(added).toMatchObject({ from: '2027-08-01', state: 'unavailable', note: 'On leave', enteredBy: { personId: one.person.id } })
    const path = `/availability/${added.id}`
    const changed = await api.ask('PUT', path, { as: coordinator.session, ifMatch: 1, body: { ...away, to: '2027-08-20' } })
    expect(changed.body.availability[0]).toMatchObject({ to: '2027-08-20', version: 2, enteredBy: { personId: coordinator.person.id } })
    expect((await api.ask('PUT', path, { as: one.session, ifMatch: 1, body: away })).status).toBe(412)
    expect((await api.ask('DELETE', path, { as: one.session, ifMatch: 2 })).body.availability).toEqual([])
    expect((await api.ask('DELETE', path, { as: one.session, ifMatch: 3 })).status).toBe(404)
    expect((await history(one)).slice(0, 3)).toEqual(['availability-removed', 'availability-changed', 'availability-added'])
  })

  test('a time that ends before it begins, or lies on another, is refused with a message at its field', async () => {
    const one = await aMember()
    expect((await post(one, 'availability', { ...away, to: '2027-07-01' })).body.errors).toEqual([
      { pointer: '/to', detail: 'This is before the first day. Choose the first day or a later one' },
    ])
    await post(one, 'availability', away)
    const [over] = (await post(one, 'availability', { ...away, from: '2027-08-14', to: '2027-09-01' })).body.errors
    expect(over.pointer).toBe('/from')
    expect(over.detail).toContain('unavailable, 1 August 2027 to 14 August 2027')
    const empty = await post(one, 'availability', { ...away, from: '', to: '', state: '' })
    expect(empty.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/from', '/to', '/state'])
  })

  test('every role that a member has is the same as no role named', async () => {
    const one = await aMember()
    expect((await post(one, 'availability', { ...away, roles: ['chair', 'author'] })).body.availability[0].roles).toEqual([])
  })

  test('a review in hand is neutral, for an authority of the register, and one taken back no longer counts', async () => {
    const one = await aMember()
    await put(one, 'capacity', 0, capacity)
    const refused = await post(one, 'commitments', { ...review, reference: 'Baby P 2', authority: 'atlantis' })
    expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/reference', '/authority'])
    const added = (await post(one, 'commitments', review, coordinator)).body.commitments[0]
    expect(added).toMatchObject({ authorityName: 'Durham County Council', enteredBy: { personId: coordinator.person.id } })
    const ended = await api.ask('PUT', `/commitments/${added.id}`, { as: one.session, ifMatch: 1, body: { ...review, to: '2027-02-28' } })
    expect(ended.body.strip.find((at: { month: string }) => at.month === '2027-03').left.days).toBe(6)
    const gone = await api.ask('DELETE', `/commitments/${added.id}`, { as: one.session, ifMatch: 2 })
    expect(gone.body.commitments).toEqual([])
    expect(gone.body.strip.find((at: { month: string }) => at.month === '2027-01').left.days).toBe(6)
  })

  test('a member says once that all of it is still right, and a coordinator reads when', async () => {
    const one = await aMember()
    expect((await read(one)).confirmedAt).toBeNull()
    const { status, body } = await post(one, 'member/confirmation', {})
    expect(status).toBe(200)
    expect(body.confirmDueOn > body.today).toBe(true)
    expect((await read(one, coordinator)).confirmedAt).toBe(body.confirmedAt)
  })
})
