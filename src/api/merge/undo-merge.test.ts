import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MergePreview, MergeQuestion } from '#domain/merge.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { anImported } from '#testing/merge.ts'

/** What either record may have and say. */
const record = fc.record({
  phone: fc.constantFrom(null, '0191 498 0123', '0191 498 0124'),
  roles: fc.subarray(['chair', 'author'] as const),
  standing: fc.constantFrom('active', 'enquirer', 'paused' as const),
  days: fc.constantFrom(null, 3, 5),
  languages: fc.subarray(['Welsh', 'BSL']),
  tags: fc.subarray(['Mentor', 'Speaks at events']),
  away: fc.nat(2),
  checks: fc.array(fc.constantFrom('2026-01-10', '2026-05-10'), { maxLength: 2 }),
  learns: fc.boolean(),
})
type Given = typeof record extends fc.Arbitrary<infer T> ? T : never

/** What somebody does to the record that stays, while the two are one. */
const edit = fc.record({ does: fc.constantFrom('phone', 'move', 'tag', 'away', 'end-away', 'languages', 'learn'), with: fc.nat(3) })

describe.each(homes)('undoing a merge over $name', (home) => {
  let api: StartedApi
  let session: string
  beforeAll(async () => {
    api = await startApi(home)
    session = (await api.addOf('coordinator')).session
  })
  afterAll(() => api.stop())

  const ask = (method: string, path: string, body?: object, ifMatch?: number, as = session) =>
    api.ask(method, path, { as, ...(body ? { body } : {}), ...(ifMatch === undefined ? {} : { ifMatch }) })

  const away = (id: string, day: number) =>
    ask('POST', `/people/${id}/availability`, {
      from: `2027-01-1${day}`,
      to: `2027-02-1${day}`,
      state: 'unavailable',
      roles: [],
      note: '',
      readWarning: false,
    })
  const learn = async (as: string) => {
    const { body: enrolment } = await ask('POST', '/enrolments', { moduleId: 'm1' }, undefined, as)
    await ask('POST', `/enrolments/${enrolment.id}/lessons`, { lesson: 'first' }, undefined, as)
  }
  const speak = async (id: string, languages: readonly string[]) => {
    const { body: member } = await ask('GET', `/people/${id}/member`)
    await ask('PUT', `/people/${id}/member/background`, { sector: null, specialisms: [], languages }, member.version)
  }

  async function lay(given: Given, imported: boolean) {
    const { phone, roles, standing } = given
    const add = (someone: object) => (imported ? anImported(api, someone) : api.add(someone))
    const made = await add({ standing, profile: { phone, roles: [...roles], region: 'london' } })
    const { id } = made.person
    if (given.learns && !imported) await learn(made.session)
    if (given.days !== null) {
      const { body: member } = await ask('GET', `/people/${id}/member`)
      await ask('PUT', `/people/${id}/member/capacity`, { daysAMonth: given.days, mostReviews: 1, months: [] }, member.version)
    }
    if (given.languages.length > 0) await speak(id, given.languages)
    for (const tag of given.tags) await ask('POST', `/people/${id}/tags`, { tag, readWarning: false })
    for (let day = 0; day < given.away; day += 1) await away(id, day)
    for (const issuedOn of given.checks)
      await ask('POST', `/people/${id}/checks`, { kind: 'identity', level: null, number: null, issuedOn, note: null })
    return { id, session: made.session }
  }

  /** What pages and lists say of a record, less versions, which only count changes. */
  async function stateOf(id: string) {
    const { body: person } = await ask('GET', `/people/${id}`)
    const { body: member } = await ask('GET', `/people/${id}/member`)
    const { body: standing } = await ask('GET', `/people/${id}/standing`)
    const rows = async (table: 'pool_check' | 'person_tag' | 'enrolment', columns: string[]) =>
      (await api.db.selectFrom(table).selectAll().where('person_id', '=', id).orderBy('id').execute()).map((row) =>
        columns.map((column) => (row as Record<string, unknown>)[column]),
      )
    return {
      person: { ...person, version: 0 },
      offer: [member.daysAMonth, member.mostReviews, member.languages],
      availability: member.availability.map(({ id: entry }: { id: string }) => entry).toSorted(),
      standing: [standing.standing, standing.reason, standing.until],
      checks: (await rows('pool_check', ['id', 'superseded_at'])).map(([check, superseded]) => [check, superseded === null]),
      tags: await rows('person_tag', ['id', 'tag']),
      learning: await rows('enrolment', ['id', 'lessons_read']),
    }
  }

  async function does({ does: kind, with: choice }: { does: string; with: number }, id: string, as: string): Promise<void> {
    const { body: now } = await ask('GET', `/people/${id}`)
    const { body: member } = await ask('GET', `/people/${id}/member`)
    const { name, region, roles, version } = now
    if (kind === 'phone') await ask('PUT', `/people/${id}/profile`, { name, region, roles, phone: `0191 498 020${choice}` }, version)
    else if (kind === 'move')
      await ask('PUT', `/people/${id}/standing`, { to: choice % 2 ? 'retired' : 'suspended', reason: 'Something happened', until: null }, version)
    else if (kind === 'tag') await ask('POST', `/people/${id}/tags`, { tag: `New ${choice}`, readWarning: false })
    else if (kind === 'away') await away(id, 5 + choice)
    else if (kind === 'end-away') {
      const entry = member.availability[choice]
      if (entry) await ask('DELETE', `/availability/${entry.id}`, undefined, entry.version)
    } else if (kind === 'languages') await speak(id, ['Polish'])
    else await learn(as)
  }

  test('to put two records together and take them apart is as if they had not been, but for what was changed since', async () => {
    await fc.assert(
      fc.asyncProperty(record, record, fc.array(edit, { maxLength: 4 }), fc.nat(2), async (mine, theirs, edits, chosen) => {
        const [one, other] = [await lay(mine, false), await lay(theirs, true)]
        const before = [await stateOf(one.id), await stateOf(other.id)] as const
        const { body: preview } = await ask('GET', `/people/${one.id}/merge/${other.id}`)
        const { body: done, status } = await ask('POST', '/merges', {
          keep: one.id,
          away: other.id,
          seen: preview.seen,
          choices: choicesOf(preview, [one.id, other.id], chosen),
          reason: 'They said so',
        })
        expect(status, JSON.stringify(done)).toBe(201)
        const between = await stateOf(one.id)
        for (const next of edits) await does(next, one.id, one.session)
        const edited = await stateOf(one.id)
        const { body: undone } = await ask('POST', `/merges/${done.id}/undo`, undefined, done.version)
        const after = [await stateOf(one.id), await stateOf(other.id)] as const
        if (edits.length === 0) {
          expect(after).toEqual(before)
          expect(undone.undone.left).toEqual([])
        }
        mineKept(before[0], between, edited, after[0])
        // The other has what it had, but for rows that were taken away while they were one.
        const { availability, ...rest } = after[1]
        const { availability: had, ...hadRest } = before[1]
        expect(rest).toEqual(hadRest)
        expect(had).toEqual(expect.arrayContaining(availability))
        expect(availability).toEqual(had.filter((entry: string) => edited.availability.includes(entry)))
      }),
      { numRuns: home.name === 'SQLite' ? 40 : 8 },
    )
    // The counts that lists are told by add up.
    const counted = await api.db.selectFrom('person_tally').select(['standing', 'people']).where('people', '<>', 0).execute()
    const there = await api.db.selectFrom('person').select('standing').where('standing', 'is not', null).execute()
    const sums = Object.fromEntries(
      [...Map.groupBy(counted, (row) => row.standing)].map(([key, all]) => [key, all.reduce((sum, { people }) => sum + people, 0)]),
    )
    expect(sums).toEqual(Object.fromEntries([...Map.groupBy(there, (row) => row.standing ?? '')].map(([key, all]) => [key, all.length])))
  }, 240_000)
})

const choicesOf = ({ questions }: MergePreview, ids: readonly string[], chosen: number) =>
  Object.fromEntries(
    questions.flatMap(({ field, is, both }: MergeQuestion) =>
      is === 'differ' ? [[field, chosen === 2 ? (both ? 'both' : ids[0]) : ids[chosen]]] : [],
    ),
  )

/** What nobody touched while the two were one is as it was before; what somebody did is as they left it. */
function mineKept(
  before: Record<string, unknown>,
  between: Record<string, unknown>,
  edited: Record<string, unknown>,
  after: Record<string, unknown>,
) {
  for (const part of ['offer', 'standing'] as const) {
    const touched = JSON.stringify(edited[part]) !== JSON.stringify(between[part])
    if (!touched) expect(after[part], part).toEqual(before[part])
    else if (part === 'standing') expect(after[part]).toEqual(edited[part])
  }
  const phone = (state: Record<string, unknown>) => (state['person'] as { phone: string | null }).phone
  expect(phone(after)).toBe(phone(edited) === phone(between) ? phone(before) : phone(edited))
}
