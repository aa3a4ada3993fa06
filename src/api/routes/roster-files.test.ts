import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCsv } from '#domain/csv.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { readTableFile } from '../table-files/table-file.ts'

describe.each(homes)('files of the roster over $name', (home) => {
  let api: StartedApi
  let coordinator: Awaited<ReturnType<StartedApi['addOf']>>
  beforeAll(async () => {
    api = await startApi(home)
    coordinator = await api.addOf('coordinator', 'london')
    await api.add({
      name: '=Formula Person',
      email: 'formula@example.org',
      profile: { region: 'london', roles: ['chair', 'author'] },
      standing: 'active',
    })
    await api.add({ name: 'Amara Okafor', profile: { region: 'london', roles: ['chair'], phone: '0191 498 0123' }, standing: 'active' })
    await api.add({ name: 'Elsewhere Person', profile: { region: 'north-east', roles: ['chair'] }, standing: 'active' })
    await api.add({ name: 'Zed Waiting', profile: { region: 'london' }, standing: 'in-checks' })
  })
  afterAll(() => api.stop())

  const ask = (path: string) => api.ask('GET', path, { as: coordinator.session })

  test('hold whom the roster shows for the same filters, in its order, and nobody out of reach', async () => {
    for (const query of ['', '?sort=-name', '?standing=active', '?name=zed', '?role=author&sort=joined']) {
      const shown = (await ask(`/people${query}`)).body.people.map(({ name }: { name: string }) => name)
      const csv = readCsv((await ask(`/roster.csv${query}`)).body).rows.map(([name]) => name?.text)
      const book = await readTableFile((await ask(`/roster.xlsx${query}`)).bytes)
      expect(csv).toEqual(['Name', ...shown])
      expect(book.rows.map(({ cells }) => cells[0])).toEqual(shown)
      expect(shown).not.toContain('Elsewhere Person')
    }
  })

  test('make formulas inert in text, and every cell of a workbook a text', async () => {
    expect((await ask('/roster.csv?name=formula')).body).toContain("\n'=Formula Person,Author; Chair,London,Active,Not started,")
    expect((await readTableFile((await ask('/roster.xlsx?name=formula')).bytes)).notes).toEqual([])
  })

  test('hold contact details when they are asked for, and only then', async () => {
    expect((await ask('/roster.csv?name=formula')).body).not.toContain('formula@example.org')
    expect((await ask('/roster.csv?name=formula&contact=yes')).body).toContain('formula@example.org')
  })

  test('are accounted for with what they were filtered by', async () => {
    await ask('/roster.xlsx?standing=active&contact=yes')
    const history = await ask(`/people/${coordinator.person.id}/history`)
    expect(history.body.events[0]).toMatchObject({
      action: 'roster-exported',
      changes: [
        { field: 'standing', from: null, to: 'active' },
        { field: 'contact', from: null, to: 'yes' },
      ],
    })
  })

  test('are read from the database in parts, and hold everybody once', async () => {
    const rows = Array.from({ length: 1203 }, (_, index) => ({
      id: `01939a3c-7c1e-7d1a-9f52-${String(index).padStart(12, '0')}`,
      name: `Many ${index}`,
      name_key: `many ${index % 7}`,
      email: null,
      phone: null,
      region: 'london',
      roles: '',
      standing: 'active',
      training: 'not-started',
      joined_on: '2026-01-01',
      created_at: '2026-01-01T00:00:00.000Z',
      erased_at: null,
    }))
    for (let at = 0; at < rows.length; at += 400)
      await api.db
        .insertInto('person')
        .values(rows.slice(at, at + 400))
        .execute()
    for (const sort of ['name', '-joined']) {
      const names = readCsv((await ask(`/roster.csv?name=many&sort=${sort}`)).body)
        .rows.slice(1)
        .map(([name]) => name?.text)
      expect(names).toHaveLength(1203)
      expect(new Set(names).size).toBe(1203)
    }
  })
})
