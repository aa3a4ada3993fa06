import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'

type Someone = Awaited<ReturnType<StartedApi['add']>>

describe.each(homes)('the calendar of a member over $name', (home) => {
  let api: StartedApi
  let member: Someone
  beforeAll(async () => {
    api = await startApi(home)
    member = await api.add({ name: 'Bryn Pritchard', standing: 'active' })
    const away = { from: '2027-08-01', to: '2027-08-14', state: 'unavailable', roles: [], note: 'Leave, in Wales', readWarning: false }
    const added = await api.ask('POST', `/people/${member.person.id}/availability`, { as: member.session, body: away })
    expect(added.status).toBe(201)
  })
  afterAll(() => api.stop())

  const make = async () => (await api.ask('PUT', '/calendar-feed', { as: member.session })).body
  const open = (address: string) => api.ask('GET', new URL(address).pathname.replace('/api', ''))

  test('whoever has the private address reads busy or free, without a sign-in and without a word of the member’s', async () => {
    const { address } = await make()
    const { status, headers, body } = await open(address)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(body).toContain('SUMMARY:Busy\r\n')
    expect(body).toContain('DTSTART;VALUE=DATE:20270801\r\nDTEND;VALUE=DATE:20270815\r\n')
    expect(body).not.toMatch(/Wales|Bryn|Leave/)
  })

  test('a new address takes the place of the one before, and one taken away shows nothing', async () => {
    const [first, second] = [await make(), await make()]
    expect((await open(first.address)).status).toBe(404)
    expect((await open(second.address)).status).toBe(200)
    expect((await api.ask('GET', '/calendar-feed', { as: member.session })).body).toEqual({ madeAt: second.madeAt })
    expect((await api.ask('DELETE', '/calendar-feed', { as: member.session })).body).toEqual({ madeAt: null })
    expect((await open(second.address)).status).toBe(404)
    expect((await open(`${new URL(second.address).origin}/api/calendars/guess.ics`)).status).toBe(404)
  })

  test('the secret of the address is nowhere in the database', async () => {
    const { address } = (await api.ask('PUT', '/calendar-feed', { as: member.session, headers: { 'idempotency-key': 'a-key-of-a-page' } })).body
    const token = /([A-Za-z0-9_-]{43})\.ics$/.exec(address)?.[1] ?? 'none'
    const kept = [
      await api.db.selectFrom('calendar_feed').selectAll().execute(),
      await api.db.selectFrom('idempotency').selectAll().execute(),
      await api.db.selectFrom('audit_event').selectAll().execute(),
    ]
    expect(token).toHaveLength(43)
    expect(JSON.stringify(kept)).not.toContain(token)
  })

  test('the member’s own file has their words and their reviews', async () => {
    const { body } = await api.ask('GET', '/calendar.ics', { as: member.session })
    expect(body).toContain('SUMMARY:Unavailable for reviews: Leave\\, in Wales\r\n')
  })
})
