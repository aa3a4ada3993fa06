import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readFrameworkFile } from '#domain/framework-exchange.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { aFramework } from '#testing/framework.ts'

describe.each(homes)('the framework over $name', (home) => {
  let api: StartedApi
  beforeEach(async () => {
    api = await startApi(home, {
      content: { modules: [], paths: [], regimes: [], sources: [], frameworks: [aFramework(), aFramework(2, { title: 'Newer' })], dossiers: [] },
    })
  })
  afterEach(() => api.stop())

  test.each([
    ['case', 'application/json', 'key-skills-v1.case.json'],
    ['csv', 'text/csv; charset=utf-8', 'key-skills-v1.csv'],
  ] as const)('anyone downloads a version as %s, and importing it changes nothing', async (kind, type, name) => {
    const { status, body, headers } = await api.ask('GET', `/framework/versions/1/${kind}`)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe(type)
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${name}"`)
    expect(readFrameworkFile(typeof body === 'string' ? body : JSON.stringify(body), kind)).toEqual({ kind: 'read', framework: aFramework() })
  })

  test('a package points back to where the product is', async () => {
    const { body } = await api.ask('GET', '/framework/versions/2/case')
    expect(body.CFDocument).toMatchObject({ title: 'Newer', caseVersion: '1.1', officialSourceURL: 'https://pool.test/framework/versions/2' })
  })

  test.each(['case', 'csv'])('a version that was never published cannot be had as %s', async (kind) => {
    for (const version of ['3', '0', 'x', '1.5']) expect((await api.ask('GET', `/framework/versions/${version}/${kind}`)).status).toBe(404)
  })

  test('a skill says which versions have it, newest first, also when the version in use has it no longer', async () => {
    const [first, second] = [aFramework(), aFramework(2)]
    for (const domain of second.domains) domain.skills = domain.skills.filter(({ id }) => id !== '3.3')
    const content = { modules: [], paths: [], regimes: [], sources: [], frameworks: [first, second], dossiers: [] }
    const other = await startApi(home, { content })
    const ask = (skill: string) => other.ask('GET', `/framework/skills/${skill}/versions`)
    expect((await ask('3.3')).body).toEqual({ skill: '3.3', versions: [1] })
    expect((await ask('1.1')).body).toEqual({ skill: '1.1', versions: [2, 1] })
    for (const skill of ['9.9', 'x']) expect((await ask(skill)).status).toBe(404)
    await other.stop()
  })

  test('text that a spreadsheet would run leaves as text', async () => {
    const risky = aFramework(3, { summary: '=cmd|calc' })
    const other = await startApi(home, { content: { modules: [], paths: [], regimes: [], sources: [], frameworks: [risky], dossiers: [] } })
    const { body } = await other.ask('GET', '/framework/versions/3/csv')
    expect(body).toContain(",'=cmd|calc")
    await other.stop()
  })
})
