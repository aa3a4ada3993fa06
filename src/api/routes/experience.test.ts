import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'

type Someone = Awaited<ReturnType<StartedApi['add']>>

describe.each(homes)('experience over $name', (home) => {
  let api: StartedApi
  let author: Someone
  beforeEach(async () => {
    api = await startApi(home)
    author = await api.add()
  })
  afterEach(() => api.stop())

  const report = { publisher: 'Northmoor Safeguarding Children Board', year: 2019, role: 'author', url: 'https://northmoor.example.org/reports/2' }
  const add = (changed: object = {}) => api.ask('POST', '/experience', { as: author.session, body: { ...report, ...changed } })
  const list = async () => (await api.ask('GET', '/experience', { as: author.session })).body.reports

  test('reports are listed by the year they were published, newest first', async () => {
    await add({ year: 2012 })
    await add()
    await add({ year: 2015 })
    expect((await list()).map(({ year }: { year: number }) => year)).toEqual([2019, 2015, 2012])
  })

  test.each([
    ['a year still to come', { year: 2027 }, '/year'],
    ['a year before there were reviews', { year: 1987 }, '/year'],
    ['no publisher', { publisher: ' ' }, '/publisher'],
    ['a link without TLS', { url: 'http://northmoor.example.org/' }, '/url'],
    ['a link that runs a script', { url: 'javascript:alert(1)' }, '/url'],
    ['a link into an inner network', { url: 'https://files.internal/report' }, '/url'],
    ['a link to a number', { url: 'https://192.0.2.1/report' }, '/url'],
    ['a link with a passphrase in it', { url: 'https://me:secret@example.org/' }, '/url'],
    ['a file', { file: 'report.pdf' }, '/file'],
  ])('%s is refused at its field', async (_, changed, pointer) => {
    const refused = await add(changed)
    expect(refused.status).toBe(422)
    expect(refused.body.errors).toMatchObject([{ pointer }])
    expect(await list()).toEqual([])
  })

  test('a report is changed and removed only by whoever has read it as it is', async () => {
    const { id } = (await add()).body
    const put = (ifMatch: number, year: number) => api.ask('PUT', `/experience/${id}`, { as: author.session, ifMatch, body: { ...report, year } })
    expect((await put(1, 2018)).body).toMatchObject({ version: 2, year: 2018 })
    const stale = await put(1, 2017)
    expect([stale.status, stale.body.current.year]).toEqual([412, 2018])
    expect((await api.ask('DELETE', `/experience/${id}`, { as: author.session })).status).toBe(428)
    expect((await api.ask('DELETE', `/experience/${id}`, { as: author.session, ifMatch: 1 })).status).toBe(412)
    expect((await api.ask('DELETE', `/experience/${id}`, { as: author.session, ifMatch: 2 })).status).toBe(200)
    expect(await list()).toEqual([])
  })

  test('what was done is in the person’s own history, and in nobody else’s view of it', async () => {
    const { id } = (await add()).body
    await api.ask('DELETE', `/experience/${id}`, { as: author.session, ifMatch: 1 })
    const actions = async (as: string) =>
      (await api.ask('GET', `/people/${author.person.id}/history`, { as })).body.events.map(({ action }: { action: string }) => action)
    expect(await actions(author.session)).toEqual(['experience-removed', 'experience-added'])
    expect(await actions((await api.addOf('administrator')).session)).toEqual([])
  })
})
