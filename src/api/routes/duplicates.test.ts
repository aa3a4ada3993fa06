import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'

describe.each(homes)('records of one person over $name', (home) => {
  let api: StartedApi
  beforeAll(async () => {
    api = await startApi(home)
  })
  afterAll(() => api.stop())

  test('are found by name, in whatever order, and by number, those with the most in common first, within reach alone', async () => {
    const profile = { region: 'london', phone: '0191 498 0123' } as const
    const one = await api.add({ name: 'Amara Okafor', standing: 'active', profile })
    const both = await api.add({ name: 'Okafor, Amára', standing: 'active', profile })
    const byPhone = await api.add({ name: 'Somebody Else', standing: 'active', profile })
    const elsewhere = await api.add({ name: 'Amara Okafor', standing: 'active', profile: { region: 'north-east' } })
    await api.add({ name: 'Amara Okafor-Hart', standing: 'active', profile: { region: 'london' } })
    const read = async (as: string) => (await api.ask('GET', `/people/${one.person.id}/duplicates`, { as })).body.people
    const short = (people: { id: string; because: string[] }[]) => people.map(({ id, because }) => [id, because])
    const all = await read((await api.addOf('coordinator')).session)
    expect(short(all).slice(0, 1)).toEqual([[both.person.id, ['name', 'phone']]])
    expect(short(all).slice(1)).toEqual(
      expect.arrayContaining([
        [byPhone.person.id, ['phone']],
        [elsewhere.person.id, ['name']],
      ]),
    )
    expect(all).toHaveLength(3)
    expect(short(await read((await api.addOf('coordinator', 'london')).session))).toEqual([
      [both.person.id, ['name', 'phone']],
      [byPhone.person.id, ['phone']],
    ])
  })
})
