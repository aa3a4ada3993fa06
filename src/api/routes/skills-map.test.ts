import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { appendVerifiedLevel } from '#api/repository/verified-levels.ts'
import type { PoolRole, Standing } from '#domain/person.ts'
import type { Region } from '#domain/region.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { aFramework } from '#testing/framework.ts'

type Levels = Record<string, number>
interface Member {
  name?: string
  region?: Region
  roles?: PoolRole[]
  standing?: Standing
  levels?: Levels
}

describe.each(homes)('verified skills on lists over $name', (home) => {
  let api: StartedApi
  let coordinator: string
  beforeEach(async () => {
    api = await startApi(home)
    coordinator = (await api.addOf('coordinator')).session
  })
  afterEach(() => api.stop())

  const verify = (personId: string, levels: Levels) =>
    api.db.transaction().execute(async (tx) => {
      for (const [skill, level] of Object.entries(levels))
        await appendVerifiedLevel(tx, personId, { skill, frameworkVersion: 1, level, at: api.clock.now().toISOString() })
    })

  async function member({ name, region = 'north-east', roles = ['chair'], standing = 'active', levels = {} }: Member) {
    const { person } = await api.add({ ...(name ? { name } : {}), standing, profile: { region, roles } })
    await verify(person.id, levels)
    return person.id
  }
  const members = async (many: number, of: Member) => {
    for (let made = 0; made < many; made++) await member(of)
  }
  const found = async (query: string, as = coordinator) => {
    const { body } = await api.ask('GET', `/people?${query}`, { as })
    return { names: body.people.map(({ name }: { name: string }) => name), total: body.total, about: body.about }
  }

  describe('the roster', () => {
    test('finds people verified on a skill, at a level or above, and says how many they are', async () => {
      await member({ name: 'Amara Okafor', levels: { '3.3': 3 } })
      await member({ name: 'Bryn Pritchard', levels: { '3.3': 2 } })
      await member({ name: 'Cerys Pole', levels: { '1.1': 4 } })
      expect(await found('skill=3.3&level=3')).toEqual({ names: ['Amara Okafor'], total: 1, about: false })
      expect((await found('skill=3.3&level=2')).names).toEqual(['Amara Okafor', 'Bryn Pritchard'])
      expect((await found('skill=3.3')).names).toEqual(['Amara Okafor', 'Bryn Pritchard'])
      expect((await found('skill=9.9')).total).toBe(0)
    })

    test('finds people verified at every level that a role asks, with its other filters', async () => {
      await member({ name: 'Amara Okafor', levels: { '1.1': 3, '3.3': 4 } })
      await member({ name: 'Bryn Pritchard', region: 'london', levels: { '1.1': 3, '3.3': 3 } })
      await member({ name: 'Cerys Pole', levels: { '1.1': 3, '3.3': 2 } })
      expect(await found('meets=chair')).toEqual({ names: ['Amara Okafor', 'Bryn Pritchard'], total: 2, about: false })
      expect((await found('meets=chair&region=north-east&role=chair&standing=active')).names).toEqual(['Amara Okafor'])
      expect((await found('meets=adviser')).names).toEqual(['Amara Okafor', 'Bryn Pritchard', 'Cerys Pole'])
      expect((await found('meets=author')).names).toEqual([])
    })

    test('finds people verified at a level or above in every core skill of a role, whatever the role asks of its other skills', async () => {
      await member({ name: 'Amara Okafor', levels: { '1.1': 4, '3.3': 3 } })
      await member({ name: 'Bryn Pritchard', region: 'london', levels: { '1.1': 3, '3.3': 4, '5.1': 1 } })
      await member({ name: 'Cerys Pole', levels: { '1.1': 4, '3.3': 2 } })
      await member({ name: 'Dilip Rao', levels: { '3.3': 4 } })
      await member({ name: 'Edith Lowe', levels: { '1.1': 4, '3.3': 0 } })
      expect(await found('coreAt=chair-3')).toEqual({ names: ['Amara Okafor', 'Bryn Pritchard'], total: 2, about: false })
      expect((await found('coreAt=chair-4')).names).toEqual([])
      expect((await found('coreAt=chair-1')).names).toEqual(['Amara Okafor', 'Bryn Pritchard', 'Cerys Pole'])
      expect((await found('coreAt=chair-3&region=london')).names).toEqual(['Bryn Pritchard'])
      expect((await found('coreAt=author-1')).names).toEqual(['Bryn Pritchard'])
      const { session } = await api.addOf('coordinator', 'north-east')
      expect((await found('coreAt=chair-3', session)).names).toEqual(['Amara Okafor'])
    })

    test('follows the newest level in a core skill, up and down', async () => {
      const id = await member({ name: 'Amara Okafor', levels: { '1.1': 3, '3.3': 2 } })
      expect((await found('coreAt=chair-3')).names).toEqual([])
      await verify(id, { '3.3': 3 })
      expect((await found('coreAt=chair-3')).names).toEqual(['Amara Okafor'])
      await verify(id, { '1.1': 2 })
      expect((await found('coreAt=chair-3')).names).toEqual([])
      expect((await found('coreAt=chair-2')).names).toEqual(['Amara Okafor'])
    })

    test('follows the newest level, up and down', async () => {
      const id = await member({ name: 'Amara Okafor', levels: { '1.1': 3, '3.3': 2 } })
      expect((await found('meets=chair')).names).toEqual([])
      await verify(id, { '3.3': 3 })
      expect((await found('meets=chair')).names).toEqual(['Amara Okafor'])
      await verify(id, { '1.1': 2 })
      expect((await found('meets=chair')).names).toEqual([])
      expect((await found('skill=1.1&level=3')).names).toEqual([])
    })

    test('follows a framework whose roles ask for something else', async () => {
      await member({ name: 'Amara Okafor', levels: { '1.1': 3, '3.3': 2 } })
      expect((await found('meets=chair')).names).toEqual([])
      const [chair, ...others] = aFramework().bars
      const lower = aFramework(2, { bars: [{ ...chair!, core: { domains: ['d1'], level: 3 }, elsewhere: 2 }, ...others] })
      await api.db
        .insertInto('framework_version')
        .values({
          number: 2,
          state: 'published',
          document: JSON.stringify(lower),
          based_on: 1,
          retires_on: null,
          created_at: api.clock.now().toISOString(),
          published_at: api.clock.now().toISOString(),
        })
        .execute()
      expect((await found('meets=chair')).names).toEqual(['Amara Okafor'])
    })

    test('sees two verifications at once, whichever ends first', async () => {
      await found('meets=chair')
      const ids = []
      for (let made = 0; made < 8; made++) ids.push(await member({}))
      await Promise.all(ids.flatMap((id) => [verify(id, { '1.1': 3 }), verify(id, { '3.3': 3 })]))
      expect((await found('meets=chair')).total).toBe(ids.length)
    })

    test('shows a coordinator of one region nobody of another', async () => {
      await member({ name: 'Bryn Pritchard', region: 'london', levels: { '1.1': 3, '3.3': 3 } })
      const { session } = await api.addOf('coordinator', 'north-east')
      expect((await found('meets=chair', session)).total).toBe(0)
      expect((await found('skill=3.3&level=3', session)).total).toBe(0)
    })

    test('refuses a level, a skill or a role that there is not', async () => {
      for (const query of ['skill=3.3&level=5', 'skill=chairing', 'meets=learner', 'coreAt=chair', 'coreAt=chair-5', 'coreAt=learner-3'])
        expect((await api.ask('GET', `/people?${query}`, { as: coordinator })).status).toBe(422)
    })
  })

  describe('the skills map', () => {
    const map = async (query = '', as = coordinator) => (await api.ask('GET', `/skills-map${query}`, { as })).body
    const inRegion = (body: any, region: Region, skill: string) =>
      body.skills.find((row: any) => row.skill === skill).verified[body.columns.findIndex((column: any) => column.region === region)]

    test('counts people of the role at the level asked or above, by skill and region', async () => {
      await member({ levels: { '1.1': 3, '3.3': 4 } })
      await member({ levels: { '1.1': 2, '3.3': 3 } })
      await member({ roles: ['author', 'chair'], region: 'london', levels: { '1.1': 3 } })
      await member({ roles: ['author'], region: 'london', levels: { '1.1': 3, '3.3': 3 } })
      await member({ standing: 'in-training', levels: { '1.1': 3 } })
      const body = await map()
      expect([body.role, body.standing, body.people, body.withheld]).toEqual(['chair', 'active', 3, false])
      expect(body.skills.map(({ skill, level, everywhere }: any) => [skill, level, everywhere])).toEqual([
        ['1.1', 3, 2],
        ['3.3', 3, 2],
      ])
      expect([inRegion(body, 'north-east', '1.1'), inRegion(body, 'north-east', '3.3'), inRegion(body, 'london', '3.3')]).toEqual([1, 2, 0])
      expect(inRegion(await map('?standing=everyone'), 'north-east', '1.1')).toBe(2)
      expect(inRegion(await map('?role=author'), 'london', '3.3')).toBe(1)
    })

    test('agrees with the roster, cell by cell', async () => {
      await members(3, { levels: { '1.1': 3 } })
      await members(2, { levels: { '1.1': 2 } })
      const body = await map()
      expect(inRegion(body, 'north-east', '1.1')).toBe((await found('role=chair&region=north-east&standing=active&skill=1.1&level=3')).total)
    })

    test('tells a coordinator of one region the truth there and no small group elsewhere', async () => {
      await members(2, { levels: { '1.1': 3 } })
      await members(7, { region: 'london', levels: { '1.1': 3 } })
      await members(3, { region: 'south-west', levels: { '1.1': 3 } })
      await members(6, { region: 'south-east', levels: { '1.1': 3 } })
      const { session } = await api.addOf('coordinator', 'north-east')
      const body = await map('', session)
      expect(inRegion(body, 'north-east', '1.1')).toBe(2)
      expect(inRegion(body, 'south-west', '1.1')).toBeNull()
      // The smallest of the others goes with it, or the total would tell it.
      expect(inRegion(body, 'south-east', '1.1')).toBeNull()
      expect(inRegion(body, 'london', '1.1')).toBe(7)
      expect(inRegion(await map(), 'south-west', '1.1')).toBe(3)
    })

    test('as a file never holds a small group, not even for those who may see it, and is accounted for', async () => {
      await members(2, { levels: { '1.1': 3 } })
      await members(7, { region: 'london', levels: { '1.1': 3 } })
      await members(6, { region: 'south-east', levels: { '1.1': 3 } })
      const { person, session } = await api.addOf('administrator')
      const { body, headers, status } = await api.ask('GET', '/skills-map.csv?role=chair&standing=active', { as: session })
      expect(status).toBe(200)
      expect(headers.get('content-type')).toContain('text/csv')
      expect(headers.get('content-disposition')).toContain('skills-map-chair-active.csv')
      const [, , , header, people, fairness] = (body as string).split('\r\n').map((line) => line.split(','))
      const at = (line: string[], name: string) => line[header!.indexOf(name)]
      expect([at(people!, 'North East'), at(people!, 'South East'), at(people!, 'London'), at(people!, 'Everywhere')]).toEqual([
        'not shown',
        'not shown',
        '7',
        '15',
      ])
      expect([at(fairness!, 'North East'), at(fairness!, 'London')]).toEqual(['not shown', '7'])
      const history = await api.ask('GET', `/people/${person.id}/history`, { as: session })
      expect(history.body.events[0]).toMatchObject({ action: 'skills-map-exported', by: { personId: person.id } })
    })

    test('is empty, not wrong, before anybody joined', async () => {
      expect(await map()).toMatchObject({ people: 0, withheld: false, scarcest: null, thinnest: null })
    })

    test('refuses a role that there is not', async () => {
      expect((await api.ask('GET', '/skills-map?role=clerk', { as: coordinator })).status).toBe(422)
    })
  })

  test('the outline names every skill, and the level that each role asks of it', async () => {
    const { body } = await api.ask('GET', '/framework/outline')
    const asked = Object.fromEntries(body.domains.flatMap((domain: any) => domain.skills.map((skill: any) => [skill.id, skill.asked])))
    expect(asked['3.3']).toEqual([
      { role: 'chair', weight: 'core', level: 3 },
      { role: 'author', weight: 'useful', level: 2 },
    ])
    expect(body.levels).toHaveLength(4)
  })
})
