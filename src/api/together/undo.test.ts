import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { standingMoves } from '#domain/standing.ts'
import { nameKey, type Standing } from '#domain/person.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'

const people = 4
const standings = ['active', 'supervised', 'paused', 'in-training', 'retired'] as const
const tags = ['Mentor', 'mentor', 'Speaks at events'] as const

const command = fc.oneof(
  fc.record({ kind: fc.constant('status'), to: fc.constantFrom('retired', 'active'), until: fc.constant(null) }),
  fc.record({ kind: fc.constant('status'), to: fc.constant('paused'), until: fc.constantFrom(null, '2027-04-01') }),
  fc.record({ kind: fc.constantFrom('tag', 'untag'), tag: fc.constantFrom(...tags) }),
) as fc.Arbitrary<{ kind: string; to?: Standing; until?: string | null; tag?: string }>

/** What somebody else does to one of them meanwhile. */
const edit = fc.record({ person: fc.nat(people - 1), does: fc.constantFrom('move', 'move', 'tag', 'untag', 'phone', 'training'), with: fc.nat(3) })

describe.each(homes)('undoing over $name', (home) => {
  let api: StartedApi
  let session: string
  beforeAll(async () => {
    api = await startApi(home)
    session = (await api.addOf('coordinator')).session
  })
  afterAll(() => api.stop())

  const stateOf = async (id: string) => {
    const { standing, reason, until } = (await api.ask('GET', `/people/${id}/standing`, { as: session })).body
    const held = await api.db.selectFrom('person_tag').select(['tag', 'at', 'by_person_id']).where('person_id', '=', id).orderBy('tag').execute()
    const { phone, training } = await api.db.selectFrom('person').select(['phone', 'training']).where('id', '=', id).executeTakeFirstOrThrow()
    return { standing, reason, until, held, phone, training }
  }
  const ask = (method: string, path: string, body: object, ifMatch?: number) =>
    api.ask(method, path, { as: session, body, ...(ifMatch === undefined ? {} : { ifMatch }) })

  async function does({ person, does: kind, with: choice }: { person: number; does: string; with: number }, ids: readonly string[]): Promise<void> {
    const id = ids[person] ?? ''
    const now = (await api.ask('GET', `/people/${id}`, { as: session })).body
    if (kind === 'move') {
      const to = standingMoves[now.standing as Standing][choice]
      if (to) await ask('PUT', `/people/${id}/standing`, { to, reason: 'Something else happened', until: null }, now.version)
    } else if (kind === 'phone') {
      const { name, region, roles } = now
      await ask('PUT', `/people/${id}/profile`, { name, region, roles, phone: `0191 498 012${choice}` }, now.version)
    } else if (kind === 'training') {
      await api.db.updateTable('person').set({ training: 'in-progress' }).where('id', '=', id).execute()
    } else
      await ask('POST', '/commands', {
        kind,
        chosen: { people: [id] },
        tag: tags[choice % tags.length],
        ...(kind === 'tag' ? { readWarning: false } : {}),
      })
  }

  test('to give a command and undo it is as if it had not been given, whatever else was done; who was changed in the same since is left alone', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(standings.length - 1), { minLength: people, maxLength: people }),
        command,
        fc.array(edit, { minLength: 1, maxLength: 8 }),
        async (at, given, edits) => {
          const ids: string[] = []
          for (const place of at) ids.push((await api.add({ standing: standings[place] ?? 'active', profile: { region: 'london' } })).person.id)
          await ask('POST', '/commands', { kind: 'tag', chosen: { people: ids.slice(0, 2) }, tag: 'Mentor', readWarning: false })
          const before = await Promise.all(ids.map(stateOf))
          const more = given.kind === 'status' ? { reason: 'Together' } : given.kind === 'tag' ? { readWarning: false } : {}
          const { body: done } = await ask('POST', '/commands', { ...given, ...more, chosen: { people: ids } })
          const between = await Promise.all(ids.map(stateOf))
          for (const one of edits) await does(one, ids)
          const edited = await Promise.all(ids.map(stateOf))
          if (done.remaining > 0)
            expect((await api.ask('POST', `/commands/${done.id}/undo`, { as: session, ifMatch: done.version })).status).toBe(200)
          const rows: { personId: string; outcome: string; undone: string | null; undoneWhy: string | null }[] = (
            await api.ask('GET', `/commands/${done.id}/people`, { as: session })
          ).body.rows
          const after = await Promise.all(ids.map(stateOf))
          const touched = given.kind === 'status' ? ['standing', 'reason', 'until'] : ['held']
          ids.forEach((id, place) => {
            const row = rows.find(({ personId }) => personId === id)
            // What the command does not touch stays as everybody else left it.
            const { standing, reason, until, held, ...other } = after[place]!
            expect(other).toEqual({ phone: edited[place]!.phone, training: edited[place]!.training })
            expect(given.kind === 'status' ? held : { standing, reason, until }).toEqual(
              given.kind === 'status'
                ? edited[place]!.held
                : { standing: edited[place]!.standing, reason: edited[place]!.reason, until: edited[place]!.until },
            )
            // Whoever was changed in the same since keeps what they were given last.
            const same = ({ held: tagged, phone: _phone, training: _training, ...move }: Awaited<ReturnType<typeof stateOf>>) =>
              JSON.stringify(given.kind === 'status' ? move : tagged.some(({ tag }) => nameKey(tag) === nameKey(given.tag ?? '')))
            if (row?.outcome === 'done' && same(edited[place]!) !== same(between[place]!)) expect(row.undone).toBe('left')
            if (row?.undone === 'left') {
              expect(row.undoneWhy).toBeTruthy()
              expect(after[place]).toEqual(edited[place])
              // Nobody is left alone who was not touched.
              expect(edits.some(({ person, does: kind }) => person === place && kind !== 'phone' && kind !== 'training')).toBe(true)
            } else if (row?.undone === 'undone') {
              for (const field of touched) {
                const others = (state: object) => JSON.stringify((state as Record<string, unknown>)[field])
                if (field === 'held' && edits.some(({ person, does: kind }) => person === place && kind.endsWith('tag'))) continue
                expect(others(after[place]!)).toBe(others(before[place]!))
              }
            } else expect(after[place]).toEqual(edited[place])
            if (row?.outcome !== 'done') expect(between[place]).toEqual(before[place])
          })
        },
      ),
      { numRuns: home.name === 'SQLite' ? 60 : 10 },
    )
    // The counts that lists are told by add up.
    const counted = await api.db.selectFrom('person_tally').select(['standing', 'people']).where('people', '<>', 0).execute()
    const there = await api.db.selectFrom('person').select('standing').where('standing', 'is not', null).execute()
    const sums = Object.fromEntries(
      [...Map.groupBy(counted, (one) => one.standing)].map(([key, all]) => [key, all.reduce((sum, one) => sum + one.people, 0)]),
    )
    const real = Object.fromEntries([...Map.groupBy(there, (one) => one.standing ?? '')].map(([key, all]) => [key, all.length]))
    expect(sums).toEqual(real)
  }, 120_000)
})
