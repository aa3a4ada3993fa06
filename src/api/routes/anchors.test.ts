import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { anchorsRatedBy } from '#api/repository/anchors.ts'
import { aDossier, someDossiers } from '#testing/dossier.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'

type Someone = Awaited<ReturnType<StartedApi['add']>>
const skills = ['1.1', '3.3', '5.1']
const references = [2, 3, 0]

describe.each(homes)('anchor dossiers over $name', (home) => {
  let api: StartedApi
  let assessor: Someone
  beforeEach(async () => {
    api = await startApi(home)
    assessor = await api.addOf('assessor')
  })
  afterEach(() => api.stop())

  const another = (name: string) => api.add({ name, roles: [{ role: 'assessor', region: null }] })
  const list = async (who = assessor) => (await api.ask('GET', '/anchors', { as: who.session })).body
  const read = async (id = 'a1', who = assessor) => (await api.ask('GET', `/anchors/${id}`, { as: who.session })).body
  const find = (skill: string, level: number | null, { version = 0, reason = 'Seen in the note', id = 'a1', who = assessor } = {}) =>
    api.ask('PUT', `/anchors/${id}/findings/${skill}`, { as: who.session, ifMatch: version, body: { level, reason } })
  const submit = (version: number, id = 'a1', who = assessor) => api.ask('POST', `/anchors/${id}/submission`, { as: who.session, ifMatch: version })
  async function rate(id: string, levels: readonly number[], who = assessor) {
    for (const [index, skill] of skills.entries()) await find(skill, levels[index] ?? 0, { id, who })
    return submit(3, id, who)
  }

  test('nobody has begun: eight dossiers in order, nothing compared, and what stands before live work', async () => {
    const { dossiers, calibration, withReference, withOthers } = await list()
    expect(dossiers.map(({ id }: { id: string }) => id)).toEqual(['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8'])
    expect(dossiers[0]).toMatchObject({ state: 'not-started', skills: 3, rated: 0, handedInAt: null })
    expect(calibration).toEqual({ rated: 0, needed: 8, reasons: [{ kind: 'anchors-to-rate', left: 8 }] })
    expect([withReference, withOthers]).toEqual([null, null])
  })

  test('a dossier comes with the words of its framework and what the candidate sent', async () => {
    const { skills: asked, sheet, references: given } = await read()
    expect(asked[0]).toMatchObject({ skill: '1.1', claimed: 3, words: { name: 'Fairness' }, evidence: [{ from: 'A co-chair' }] })
    expect(asked[0].words.levels).toHaveLength(4)
    expect([sheet.version, sheet.state, given]).toEqual([0, 'not-started', null])
    expect((await api.ask('GET', '/anchors/a99', { as: assessor.session })).status).toBe(404)
  })

  test('no reply carries a reference until the dossier is handed in, and then only that dossier’s', async () => {
    const said: unknown[] = [await list(), await read()]
    for (const [index, skill] of skills.entries()) said.push((await find(skill, references[index] ?? 0)).body)
    said.push((await find('1.1', 4, { version: 9 })).body, (await submit(2)).body, await read(), await list())
    expect(JSON.stringify(said)).not.toMatch(/reference's reason|"references":\[/)
    const handedIn = (await submit(3)).body
    expect(handedIn.references).toEqual(aDossier().skills.map(({ skill, reference }) => ({ skill, ...reference })))
    expect((await read()).references).toEqual(handedIn.references)
    expect(JSON.stringify([await read('a2'), await list()])).not.toMatch(/reference's reason/)
  })

  test('a finding is kept as typed, incomplete too, and each save raises the version of the sheet', async () => {
    await find('1.1', null, { reason: 'Half a sen' })
    const { body } = await find('1.1', 2, { version: 1, reason: 'Half a sentence' })
    expect(body).toMatchObject({ version: 2, state: 'in-progress', ratings: [{ skill: '1.1', version: 2, level: 2, reason: 'Half a sentence' }] })
    expect((await list()).dossiers[0]).toMatchObject({ state: 'in-progress', rated: 1 })
    expect((await find('9.9', 1)).status).toBe(404)
    expect((await find('1.1', 5, { version: 2 })).body.errors[0].pointer).toBe('/level')
  })

  test('a reason of 20,000 characters is refused with what to do, and what was kept before stays', async () => {
    await find('1.1', 2, { reason: 'Short' })
    const refused = await find('1.1', 2, { version: 1, reason: 'x'.repeat(20_000) })
    expect(refused.status).toBe(422)
    expect(refused.body.errors).toEqual([{ pointer: '/reason', detail: expect.stringMatching(/5,000 characters or fewer/) }])
    expect((await read()).sheet.ratings[0].reason).toBe('Short')
  })

  test('two tabs: the second to save a skill is given the sheet as it is, and neither hands in what it has not seen', async () => {
    await find('1.1', 2)
    const second = await find('1.1', 4)
    expect(second.status).toBe(412)
    expect(second.body.current).toMatchObject({ version: 1, ratings: [{ level: 2, version: 1 }] })
    await find('3.3', 3)
    await find('5.1', 0)
    const seen = (await read()).sheet.version
    await find('1.1', 1, { version: 1 })
    const refused = await submit(seen)
    expect(refused.status).toBe(412)
    expect((await submit(refused.body.current.version)).status).toBe(200)
    expect((await read()).sheet.ratings[0].level).toBe(1)
  })

  test('handing in names every level and every reason that is missing; a reason of blanks is none', async () => {
    await find('1.1', 2, { reason: '   ' })
    const refused = await submit(1)
    expect(refused.status).toBe(422)
    expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/ratings/1.1/reason',
      '/ratings/3.3/level',
      '/ratings/3.3/reason',
      '/ratings/5.1/level',
      '/ratings/5.1/reason',
    ])
    expect((await submit(0, 'a2')).status).toBe(422)
  })

  test('what was handed in can neither be changed nor handed in again, and a replay of the hand-in gets the first answer', async () => {
    for (const skill of skills) await find(skill, 2)
    const key = { 'idempotency-key': 'hands-in-once' }
    const [first, again] = [
      await api.ask('POST', '/anchors/a1/submission', { as: assessor.session, ifMatch: 3, headers: key }),
      await api.ask('POST', '/anchors/a1/submission', { as: assessor.session, ifMatch: 3, headers: key }),
    ]
    expect([first.status, again.body]).toEqual([200, first.body])
    const changed = await find('1.1', 4, { version: 1 })
    expect([changed.status, changed.body.allowed]).toEqual([409, []])
    expect((await submit(4)).status).toBe(409)
    const rows = await api.db.selectFrom('anchor_rating').select(['skill', 'level']).orderBy('skill').execute()
    expect(rows).toEqual(skills.map((skill) => ({ skill, level: 2 })))
  })

  test('each has their own sheet: another assessor sees nothing of it', async () => {
    await rate('a1', [1, 1, 1])
    const other = await another('Leopold Ashcombe')
    expect((await read('a1', other)).sheet.state).toBe('not-started')
    expect((await list(other)).calibration.rated).toBe(0)
  })

  test('levels are compared with the reference as they are handed in, and a kappa comes with the seventh dossier of three skills', async () => {
    await rate('a1', references)
    await rate('a2', [3, 3, 1])
    const early = await list()
    expect(early.withReference).toMatchObject({ ratings: 6, exact: 4, withinOne: 6, furthest: 1, kappa: { state: 'too-few', from: 20 } })
    expect(early.withReference.severity).toBeCloseTo(1 / 3)
    expect(early.table).toEqual([
      [1, 0, 0, 0, 0],
      [1, 0, 0, 0, 0],
      [0, 0, 1, 0, 0],
      [0, 0, 1, 2, 0],
      [0, 0, 0, 0, 0],
    ])
    for (const id of ['a3', 'a4', 'a5', 'a6', 'a7']) await rate(id, references)
    const { withReference } = await list()
    expect(withReference).toMatchObject({ ratings: 21, kappa: { state: 'known' } })
    expect(withReference.kappa.value).toBeGreaterThan(0.9)
  })

  test('only what others handed in of dossiers that one has rated oneself is compared, from two others on, and without names', async () => {
    const [one, two] = [await another('Leopold Ashcombe'), await another('Nasreen Penhaligon')]
    await rate('a1', [2, 3, 0], one)
    await rate('a2', [4, 4, 4], one)
    await rate('a1', [2, 2, 2])
    expect((await list()).withOthers).toBeNull()
    await rate('a1', [1, 2, 2], two)
    const seen = await list()
    expect(seen.withOthers).toMatchObject({
      assessors: 2,
      agreement: { ratings: 3, comparisons: 6, exact: 3, withinOne: 5, furthest: 2, kappa: { state: 'too-few', from: 20 } },
    })
    for (const skill of skills) await find(skill, 4, { id: 'a2' })
    expect((await list()).withOthers.agreement.comparisons).toBe(6)
    expect(JSON.stringify(seen)).not.toMatch(/Ashcombe|Penhaligon/)
    expect(JSON.stringify(seen)).not.toContain(one.person.id)
  })

  test('an assessor is calibrated when as many are rated as the setting asks', async () => {
    for (const { id } of someDossiers().slice(0, 7)) await rate(id, references)
    expect((await list()).calibration).toMatchObject({ rated: 7, reasons: [{ kind: 'anchors-to-rate', left: 1 }] })
    await rate('a8', references)
    expect((await list()).calibration).toEqual({ rated: 8, needed: 8, reasons: [] })
    expect(await anchorsRatedBy(api.db, assessor.person.id)).toBe(8)
    const other = await another('Leopold Ashcombe')
    const administrator = await api.addOf('administrator')
    await api.ask('PUT', '/settings/anchors-before-live-work', { as: administrator.session, ifMatch: 0, body: { value: 0 } })
    expect((await list(other)).calibration).toEqual({ rated: 0, needed: 0, reasons: [] })
  })

  test('a new version of the dossiers: who began stays on theirs, who was calibrated stays so, and versions are not compared with each other', async () => {
    await rate('a1', references)
    await find('1.1', 2, { id: 'a2' })
    const later = await startApi(home, { db: api.db, content: { ...api.deps.content, dossiers: [...someDossiers(), ...someDossiers(2)] } })
    const get = async (path: string, who = assessor) => (await later.ask('GET', path, { as: who.session })).body
    const versions = async (who = assessor) => {
      const found = []
      for (const id of ['a1', 'a2', 'a3']) found.push((await get(`/anchors/${id}`, who)).version)
      return found
    }
    expect(await versions()).toEqual([1, 1, 2])
    expect((await get('/anchors')).calibration.rated).toBe(1)
    expect((await get('/anchors')).dossiers).toHaveLength(8)
    for (const name of ['Leopold Ashcombe', 'Nasreen Penhaligon']) {
      const other = await another(name)
      for (const skill of skills)
        await later.ask('PUT', `/anchors/a1/findings/${skill}`, { as: other.session, ifMatch: 0, body: { level: 1, reason: 'Seen' } })
      expect((await later.ask('POST', '/anchors/a1/submission', { as: other.session, ifMatch: 3 })).body.version).toBe(2)
    }
    expect((await get('/anchors')).withOthers).toBeNull()
  })

  test('a coordinator learns that a dossier was handed in, and no level, reason or draft', async () => {
    for (const skill of skills) await find(skill, 4, { reason: 'A private reason' })
    await submit(3)
    const coordinator = await api.addOf('coordinator')
    const { body } = await api.ask('GET', `/people/${assessor.person.id}/history`, { as: coordinator.session })
    expect(body.events[0]).toMatchObject({ action: 'anchor-handed-in', changes: [{ field: 'The dossier a1', to: 1 }] })
    expect(JSON.stringify(body)).not.toMatch(/private|"level"|anchor-finding-kept/)
  })
})
