import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi, type StartedApi } from '#testing/api.ts'
import { homes } from '#testing/databases.ts'

let api: StartedApi
beforeAll(async () => {
  const [sqlite] = homes
  api = await startApi(sqlite!) // the first home is SQLite
})
afterAll(() => api.stop())

/** What only the answers of a question say: which option is right, and what each one misses. */
const answers = /What [abcd] misses|"correct"/

test.each(['check', 'diagnostic'])(
  'while a %s is open, nothing that can be asked for tells its answers, to its learner or to anybody but who looks after the questions',
  async (kind) => {
    const learner = await api.add({ profile: { region: 'london', roles: ['chair'] } })
    const { body: enrolment } = await api.ask('POST', '/enrolments', { as: learner.session, body: { moduleId: 'm1' } })
    for (const lesson of ['first', 'second']) await api.ask('POST', `/enrolments/${enrolment.id}/lessons`, { as: learner.session, body: { lesson } })
    const begin = () => api.ask('POST', kind === 'check' ? '/attempts' : '/diagnostics', { as: learner.session, body: { moduleId: 'm1' } })
    const { body: attempt } = await begin()
    const coordinator = await api.addOf('coordinator')
    const assessor = await api.addOf('assessor')
    const { body: contract } = await api.ask('GET', '/openapi.json')
    const values: Record<string, string> = {
      moduleId: 'm1',
      lesson: 'first',
      moduleVersion: '1',
      question: 'q1',
      version: '1',
      code: 'none',
      skill: '1.1',
    }
    const fill = (path: string) =>
      path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? (path.startsWith('/api/attempts') ? attempt.id : learner.person.id))
    const reads = Object.entries(contract.paths as Record<string, object>).flatMap(([path, methods]) => ('get' in methods ? [fill(path)] : []))
    expect(reads).toContain(`/api/attempts/${attempt.id}`)
    expect(reads.length).toBeGreaterThan(50)
    // The contract itself says what a result looks like, and holds no question.
    for (const path of reads.filter((one) => one !== '/api/openapi.json'))
      for (const { session } of [learner, coordinator, assessor]) {
        // Coordinators read how each option fares, unless they take the module themselves.
        if (session === coordinator.session && path.includes('/question-statistics')) continue
        const { body } = await api.ask('GET', path.replace('/api', ''), { as: session })
        expect(typeof body === 'string' ? body : JSON.stringify(body), path).not.toMatch(answers)
      }
    // What is sent while it is open, and what a second start or a stale answer is told.
    const replies = [
      attempt,
      (await begin()).body,
      (await api.ask('PUT', `/attempts/${attempt.id}/items/1`, { as: learner.session, ifMatch: 1, body: { chosen: 'a', flagged: true } })).body,
      (await api.ask('PUT', `/attempts/${attempt.id}/items/2`, { as: learner.session, ifMatch: 1, body: { chosen: 'a', flagged: true } })).body,
      (await api.ask('POST', `/attempts/${attempt.id}/submission`, { as: learner.session, ifMatch: 1 })).body,
    ]
    for (const body of replies) expect(JSON.stringify(body)).not.toMatch(answers)
    expect(replies.at(-1)).toMatchObject({ status: 412, current: { state: 'open' } })
  },
)
