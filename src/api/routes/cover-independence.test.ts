import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepRegister } from '#api/repository/organisations.ts'
import { tieQuestion, tieVerdicts } from '#api/repository/ties.ts'
import type { AuthoritiesCover } from '#domain/cover.ts'
import { tieStateOf } from '#domain/ties.ts'
import { aBody } from '#testing/a-body.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { aReadyMember } from '#testing/ready-member.ts'

const register = [
  aBody('tyne', { kind: 'local-authority', area: 'Tyne' }),
  aBody('wear', { kind: 'local-authority', area: 'Wear' }),
  aBody('force', { kind: 'police', areas: ['tyne', 'wear'] }),
  aBody('trust', { areas: ['wear'] }),
  aBody('old-tyne', { successors: [{ id: 'tyne', from: '2023-04-01' }] }),
  aBody('elsewhere', { region: 'london' }),
]
const authorities = ['tyne', 'wear']

const aTie = fc.record({
  organisation: fc.constantFrom(null, 'tyne', 'wear', 'force', 'trust', 'old-tyne', 'elsewhere', 'elsewhere'),
  to: fc.constantFrom(null, null, '2026-06-01', '2010-01-01'),
})

describe.each(homes)('cover with independence over $name', (home) => {
  let api: StartedApi
  let coordinator: string
  const members: string[] = []
  beforeAll(async () => {
    api = await startApi(home)
    coordinator = (await api.addOf('coordinator')).session
    await keepRegister(api.db, register)
    for (const ties of fc.sample(fc.array(aTie, { maxLength: 3 }), { numRuns: 12, seed: 5 })) {
      const id = await aReadyMember(api)
      members.push(id)
      for (const { organisation, to } of ties)
        await api.db
          .insertInto('affiliation')
          .values({
            id: crypto.randomUUID(),
            person_id: id,
            organisation_id: organisation,
            free_name: organisation ? null : 'A body',
            kind: 'employer',
            from_day: '2005-01-01',
            to_day: to,
            declared_at: api.clock.now().toISOString(),
          })
          .execute()
    }
  }, 120_000)
  afterAll(() => api.stop())

  async function could(): Promise<number[]> {
    const answer = (await api.ask('GET', '/cover/authorities', { as: coordinator })).body as AuthoritiesCover
    return authorities.map((id) => answer.authorities.find((one) => one.id === id)?.chair.could ?? Number.NaN)
  }
  const freeFor = async (id: string): Promise<boolean[]> =>
    Promise.all(
      authorities.map(async (authority) => {
        const question = await tieQuestion(api.db, [`area:${authority}`], '2026-11-23')
        return tieStateOf((await tieVerdicts(api.db, [id], question)).get(id) ?? []) === 'none'
      }),
    )

  test('one affiliation fewer raises it by one exactly where that ruled somebody out, and nowhere else', async () => {
    const rows = await api.db.selectFrom('affiliation').selectAll().where('person_id', 'in', members).execute()
    const raised = new Set<number>()
    for (const row of rows) {
      const [before, wasFree] = [await could(), await freeFor(row.person_id)]
      await api.db.deleteFrom('affiliation').where('id', '=', row.id).execute()
      const [after, isFree] = [await could(), await freeFor(row.person_id)]
      for (const [place] of authorities.entries()) {
        const rise = Number(isFree[place]) - Number(wasFree[place])
        expect((after[place] ?? 0) - (before[place] ?? 0), `without ${row.organisation_id} until ${row.to_day}`).toBe(rise)
        raised.add(rise)
      }
      await api.db.insertInto('affiliation').values(row).execute()
    }
    // The draw is worth something only where some removals raised it and others did not.
    expect([...raised].toSorted()).toEqual([0, 1])
  })
})
