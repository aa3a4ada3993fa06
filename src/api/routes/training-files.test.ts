import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readCsv } from '#domain/csv.ts'
import type { Region } from '#domain/region.ts'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'
import { learnOn } from '#testing/learning.ts'

describe.each(homes)('statistics and files of training over $name', (home) => {
  let api: StartedApi
  let coordinator: Awaited<ReturnType<StartedApi['addOf']>>
  beforeEach(async () => {
    api = await startApi(home)
    coordinator = await api.addOf('coordinator')
  })
  afterEach(() => api.stop())

  const learner = (region: Region = 'north-east', name?: string) => api.add({ ...(name ? { name } : {}), profile: { region, roles: ['chair'] } })
  const lines = async (path: string, as = coordinator.session) =>
    readCsv((await api.ask('GET', path, { as })).body).rows.map((row) => row.map(({ text }) => text))
  const statistics = async (as = coordinator.session) => (await api.ask('GET', '/modules/m1/question-statistics', { as })).body

  /** So many first tries at one question, each by somebody of their own, who had so many of ten items right. */
  async function answered(question: string, chosen: string | null, many: number, right: number): Promise<void> {
    const at = api.clock.now().toISOString()
    for (let made = 0; made < many; made++) {
      const { person } = await learner()
      const ids = { enrolment: `e-${person.id}`, attempt: `a-${person.id}` }
      const common = { person_id: person.id, module_id: 'm1', module_version: 1, started_at: at }
      await api.db
        .insertInto('enrolment')
        .values({ ...common, id: ids.enrolment, place_lesson: null, place_block: null })
        .execute()
      const attempt = { ...common, id: ids.attempt, enrolment_id: ids.enrolment, number: 1, seed: 1, items: 10, submitted_at: at, right, passed: 0 }
      await api.db.insertInto('attempt').values(attempt).execute()
      const item = { attempt_id: ids.attempt, position: 1, question, question_version: 1, options: 'a,b,c,d', chosen, flagged: 0 }
      await api.db.insertInto('attempt_item').values(item).execute()
    }
  }

  describe('the statistics of questions', () => {
    test('tell facility, discrimination and how often each answer was chosen, and put questions to fix first', async () => {
      await answered('q2', 'b', 8, 9)
      await answered('q2', 'a', 16, 4)
      await answered('q2', 'c', 8, 3)
      const { questions, title, taking } = await statistics()
      expect([title, taking, questions.length]).toEqual(['What reviews are for', false, 24])
      expect(questions[0]).toMatchObject({
        id: 'q2',
        answers: 32,
        enough: true,
        facility: { from: 0.25, to: 0.25 },
        options: [{ chosen: 16 }, { chosen: 8, correct: true }, { chosen: 8 }, { chosen: 0 }],
        blank: 0,
        faults: ['too-hard', 'unused-option'],
      })
      expect(questions[0].discrimination).toBeGreaterThan(0.9)
      expect(questions[1]).toMatchObject({ id: 'q1', answers: 0, facility: null, faults: [] })
    })

    test('tell nothing of fewer than five answers, whoever asks', async () => {
      await answered('q2', 'a', 4, 4)
      const administrator = (await api.addOf('administrator')).session
      const found = (await statistics(administrator)).questions.find(({ id }: { id: string }) => id === 'q2')
      expect(found).toMatchObject({
        answers: null,
        facility: null,
        discrimination: null,
        blank: null,
        options: [{ chosen: null }, { chosen: null }, { chosen: null }, { chosen: null }],
      })
    })

    test('count first tries that were handed in, and no others', async () => {
      for (let made = 0; made < 5; made++) {
        const { session } = await learner()
        await learnOn(api, session, 'failed')
        await learnOn(api, session, 'passed')
      }
      const all = (await statistics()).questions.map(({ answers }: { answers: number | null }) => answers)
      expect(Math.max(...all.map(Number))).toBeLessThanOrEqual(5)
      await learnOn(api, (await learner()).session, 'open')
      expect((await statistics()).questions.map(({ answers }: { answers: number | null }) => answers)).toEqual(all)
    })

    test('are closed to somebody who is taking the module, and open once they have passed', async () => {
      await learnOn(api, coordinator.session, 'second')
      const closed = await statistics()
      expect([closed.taking, closed.questions]).toEqual([true, []])
      expect((await api.ask('GET', '/modules/m1/question-statistics.csv', { as: coordinator.session })).status).toBe(409)
      await learnOn(api, coordinator.session, 'passed')
      expect((await statistics()).taking).toBe(false)
      expect((await api.ask('GET', '/modules/m9/question-statistics', { as: coordinator.session })).status).toBe(404)
    })

    test('as a file hold the words of each answer and stand in the history of whoever downloads them', async () => {
      await answered('q2', 'a', 16, 4)
      await answered('q2', 'b', 15, 8)
      const rows = await lines('/modules/m1/question-statistics.csv')
      const ofQ2 = rows.filter(([id]) => id === 'q2').map((row) => row.slice(8))
      expect(ofQ2).toEqual([
        ['Answer a', 'no', '16'],
        ['Answer b', 'yes', '15'],
        ['Answer c', 'no', '0'],
        ['Answer d', 'no', '0'],
        ['Left blank', 'no', '0'],
      ])
      const { body } = await api.ask('GET', `/people/${coordinator.person.id}/history`, { as: coordinator.session })
      expect(body.events[0]).toMatchObject({ action: 'training-figures-exported', changes: [{ to: 'questions' }] })
    })
  })

  test('the file of the funnel holds no group under five, whoever downloads it, and the page the truth', async () => {
    for (const region of ['north-east', 'london', 'london', 'london', 'london', 'london', 'london', 'south-east', 'south-east'] as const)
      await learnOn(api, (await learner(region)).session, 'first')
    const rows = (await lines('/training-progress.csv')).slice(4)
    expect(rows[0]).toEqual(['What reviews are for', 'Everybody within reach', '9', '9', '9', '0', '0', 'not shown'])
    expect(rows.filter(([, who]) => ['North East', 'London', 'South East'].includes(who ?? '')).map((row) => row[2])).toEqual(
      expect.arrayContaining(['not shown', 'not shown', 'not shown']),
    )
    for (const row of rows) for (const cell of row.slice(2, 7)) expect(cell).toMatch(/^(|not shown|0|[5-9]|\d\d+)$/)
    expect((await api.ask('GET', '/training-progress?region=north-east', { as: coordinator.session })).body.modules[0].enrolled).toBe(1)
    const { body } = await api.ask('GET', `/people/${coordinator.person.id}/history`, { as: coordinator.session })
    expect(body.events[0]).toMatchObject({ action: 'training-figures-exported', changes: [{ to: 'funnel' }] })
  })

  test('the file of people who are stuck lists those within reach, follows the filters, and makes formulas inert', async () => {
    await learnOn(api, (await learner('north-east', '=cmd|calc')).session, 'first')
    await learnOn(api, (await learner('london', 'Bryn Pritchard')).session, 'second')
    api.clock.pass(30 * 24 * 60)
    const { session, person } = await api.addOf('coordinator')
    const raw = (await api.ask('GET', '/stuck-learners.csv', { as: session })).body as string
    expect(raw).toContain("'=cmd|calc,North East,What reviews are for,between lessons,1,2,0,")
    const rows = await lines('/stuck-learners.csv?region=london', session)
    expect(rows.slice(1).map((row) => [row[0], row[3], row[8]])).toEqual([['Bryn Pritchard', 'every lesson read, check not tried', '30']])
    const own = (await api.addOf('coordinator', 'north-east')).session
    expect((await lines('/stuck-learners.csv', own)).slice(1).map(([name]) => name)).toEqual(['=cmd|calc'])
    const { body } = await api.ask('GET', `/people/${person.id}/history`, { as: session })
    expect(body.events[0]).toMatchObject({ action: 'training-figures-exported', changes: [{ to: 'stuck' }] })
  })

  test('nothing of training that a coordinator is given holds a wrong answer, a reflection or the learning log', async () => {
    const { person, session } = await learner()
    await learnOn(api, session, 'failed')
    await api.ask('PUT', '/learning-log/m1/1/first/lesson', { as: session, ifMatch: 0, body: { words: 'A private thought of mine' } })
    api.clock.pass(30 * 24 * 60)
    const own = (await api.addOf('coordinator')).session
    const given = []
    for (const path of [
      '/training-progress?module=m1',
      '/stuck-learners',
      '/modules/m1/question-statistics',
      `/people/${person.id}/training`,
      `/people/${person.id}/history`,
      `/people/${person.id}/training-messages`,
      '/training-progress.csv',
      '/stuck-learners.csv',
      '/modules/m1/question-statistics.csv',
    ]) {
      const answer = await api.ask('GET', path, { as: own })
      expect(answer.status, path).toBe(200)
      given.push(JSON.stringify(answer.body))
    }
    const said = given.join('\n')
    expect(said).not.toContain('A private thought of mine')
    expect(said).not.toMatch(/"chosen":("|[1-4]\b)|"flagged"|"place"/)
    expect((await api.ask('GET', `/people/${person.id}/record`, { as: own })).status).toBe(404)
    const attempt = await api.db.selectFrom('attempt').select('id').executeTakeFirstOrThrow()
    expect((await api.ask('GET', `/attempts/${attempt.id}`, { as: own })).status).toBe(404)
  })
})
