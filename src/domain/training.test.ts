import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aModule } from '#testing/module.ts'
import { type SkillsProgress, taskList } from './task-list.ts'
import { isPassed, minutesLeft, nextTry, type AttemptSummary, type ModuleProgress } from './training.ts'

const { module } = aModule()
const rules = module.check
const now = '2026-11-23T12:00:00.000Z'
const passedNow = { kind: 'passed' as const, attempt: 'a', at: now, by: 'check' as const, until: null, expired: false, renewal: null }
const anAttempt = (number: number, changed: Partial<AttemptSummary> = {}): AttemptSummary => ({
  id: `attempt-${number}`,
  kind: 'check',
  number,
  moduleId: 'm1',
  moduleVersion: 1,
  startedAt: '2026-11-23T10:00:00.000Z',
  submittedAt: '2026-11-23T11:00:00.000Z',
  right: 5,
  items: 10,
  passed: false,
  ...changed,
})

describe('the next try', () => {
  test('the first is ready with three tries left', () => expect(nextTry([], rules, now)).toEqual({ kind: 'ready', number: 1, triesLeft: 3 }))

  test('after two failed tries one is left', () =>
    expect(nextTry([anAttempt(1), anAttempt(2)], rules, now)).toEqual({ kind: 'ready', number: 3, triesLeft: 1 }))

  test('after three failed tries it opens a day after the third was handed in, to the minute', () => {
    const three = [1, 2, 3].map((number) => anAttempt(number))
    expect(nextTry(three, rules, now)).toEqual({ kind: 'wait', until: '2026-11-24T11:00:00.000Z' })
    expect(nextTry(three, rules, '2026-11-24T10:59:59.999Z').kind).toBe('wait')
    expect(nextTry(three, rules, '2026-11-24T11:00:00.000Z')).toEqual({ kind: 'ready', number: 4, triesLeft: 3 })
  })

  test('an open try is gone on with, never started again', () =>
    expect(nextTry([anAttempt(1), anAttempt(2, { submittedAt: null, passed: null, right: null })], rules, now)).toEqual({
      kind: 'under-way',
      attempt: 'attempt-2',
      number: 2,
    }))

  test('once passed it stays passed, whatever else there is', () => {
    const attempts = fc.array(fc.boolean(), { maxLength: 8 }).map((passes) => passes.map((passed, index) => anAttempt(index + 2, { passed })))
    fc.assert(fc.property(attempts, (rest) => nextTry([...rest, anAttempt(1, { passed: true })], rules, now).kind === 'passed'))
  })

  test('a diagnostic is no try: one that did not pass costs none, one that is open stands in the way of nothing, and one that passed is a pass', () => {
    const diagnostic = (changed: Partial<AttemptSummary>) => anAttempt(1, { kind: 'diagnostic', ...changed })
    const open = diagnostic({ submittedAt: null, passed: null, right: null })
    expect(nextTry([diagnostic({}), open], rules, now)).toEqual({ kind: 'ready', number: 1, triesLeft: 3 })
    expect(nextTry([diagnostic({ passed: true })], rules, now)).toMatchObject({ kind: 'passed', by: 'diagnostic' })
  })

  describe('once passed, when a pass runs out', () => {
    const passedAt = '2026-11-23T11:00:00.000Z'
    const until = '2029-11-23T11:00:00.000Z'
    const threeYears = (at: string) => at.replace('2026', '2029').replace('2029-08', '2032-08')
    const pass = anAttempt(1, { passed: true, submittedAt: passedAt })
    const next = (moment: string, ...more: AttemptSummary[]) => nextTry([pass, ...more], rules, moment, 0, threeYears)

    test('it can be renewed from 90 days before, and is expired from the very moment on, still passed', () => {
      expect(next('2029-08-25T10:59:59.999Z')).toMatchObject({ kind: 'passed', until, expired: false, renewal: null })
      expect(next('2029-08-25T11:00:00.000Z')).toMatchObject({ expired: false, renewal: { kind: 'ready', number: 2, triesLeft: 3 } })
      expect(next('2029-11-23T10:59:59.999Z')).toMatchObject({ expired: false })
      expect(next(until)).toMatchObject({ kind: 'passed', at: passedAt, expired: true, renewal: { kind: 'ready' } })
    })

    test('tries to renew it are counted from three again, and failing them takes nothing away', () => {
      const at = '2029-08-26T09:00:00.000Z'
      const failed = [2, 3, 4].map((number) => anAttempt(number, { startedAt: at, submittedAt: at }))
      expect(next('2029-08-26T10:00:00.000Z', ...failed.slice(0, 2))).toMatchObject({ expired: false, renewal: { number: 4, triesLeft: 1 } })
      expect(next('2029-08-26T10:00:00.000Z', ...failed)).toMatchObject({
        kind: 'passed',
        attempt: 'attempt-1',
        renewal: { kind: 'wait', until: '2029-08-27T09:00:00.000Z' },
      })
    })

    test('passed again it counts from the new pass', () => {
      const again = anAttempt(2, { passed: true, startedAt: '2029-08-26T09:00:00.000Z', submittedAt: '2029-08-26T09:30:00.000Z' })
      expect(next('2029-12-01T00:00:00.000Z', again)).toMatchObject({
        attempt: 'attempt-2',
        until: '2032-08-26T09:30:00.000Z',
        expired: false,
        renewal: null,
      })
    })

    test('its minutes are those of the check alone, and none while it counts', () => {
      const expired = { ...passedNow, until: now, expired: true }
      const progress = { module, newest: 1, enrolment: null, attempts: [], extraTries: [] }
      expect(minutesLeft({ ...progress, nextTry: expired })).toBe(module.check.minutes)
      expect(isPassed({ nextTry: expired })).toBe(false)
      expect(isPassed({ nextTry: passedNow })).toBe(true)
    })
  })

  test('extra tries come where there would be a wait, and are used up before the next one', () => {
    const three = [1, 2, 3].map((number) => anAttempt(number))
    expect(nextTry(three.slice(0, 1), rules, now, 2)).toEqual({ kind: 'ready', number: 2, triesLeft: 4 })
    expect(nextTry(three, rules, now, 2)).toEqual({ kind: 'ready', number: 4, triesLeft: 2 })
    const fourth = anAttempt(4, { startedAt: '2026-11-23T11:10:00.000Z', submittedAt: '2026-11-23T11:30:00.000Z' })
    expect(nextTry([...three, fourth], rules, now, 2)).toEqual({ kind: 'ready', number: 5, triesLeft: 1 })
    expect(nextTry([...three, fourth], rules, now, 1)).toEqual({ kind: 'wait', until: '2026-11-24T11:30:00.000Z' })
    expect(nextTry([...three, fourth], rules, '2026-11-24T11:30:00.000Z', 1)).toEqual({ kind: 'ready', number: 5, triesLeft: 3 })
  })

  test('however tries and grants fall, an extra try never makes the next one later, and none is lost', () => {
    const pauses = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 14 })
    fc.assert(
      fc.property(pauses, fc.nat(4), (hours, extra) => {
        const at = (passed: number) => new Date(Date.parse(now) + passed * 3_600_000).toISOString()
        let [clock, taken] = [0, 0]
        const attempts: AttemptSummary[] = []
        for (const pause of hours) {
          clock += pause
          if (nextTry(attempts, rules, at(clock), extra).kind !== 'ready') continue
          attempts.push(anAttempt(attempts.length + 1, { startedAt: at(clock), submittedAt: at(clock) }))
        }
        const [less, more] = [nextTry(attempts, rules, at(clock), extra), nextTry(attempts, rules, at(clock), extra + 1)]
        expect(more.kind).toBe('ready')
        if (less.kind === 'ready' && more.kind === 'ready') expect(more.triesLeft).toBeGreaterThanOrEqual(less.triesLeft)
        for (let next = less; next.kind === 'ready' && taken < 20; taken++) {
          attempts.push(anAttempt(attempts.length + 1, { startedAt: at(clock), submittedAt: at(clock) }))
          const after = nextTry(attempts, rules, at(clock), extra)
          expect(after).toEqual(
            next.triesLeft > 1 ? { kind: 'ready', number: next.number + 1, triesLeft: next.triesLeft - 1 } : { kind: 'wait', until: at(clock + 24) },
          )
          next = after
        }
      }),
    )
  })

  test('nobody ever has more than three tries before a wait', () => {
    fc.assert(
      fc.property(fc.nat(9), (failed) => {
        const next = nextTry(
          Array.from({ length: failed }, (_, index) => anAttempt(index + 1)),
          rules,
          now,
        )
        expect(next.kind).toBe(failed > 0 && failed % 3 === 0 ? 'wait' : 'ready')
        if (next.kind === 'ready') expect(next.triesLeft).toBeLessThanOrEqual(3)
      }),
    )
  })
})

describe('the task list', () => {
  const work = { gaps: ['below' as const], plan: { done: 1, of: 1 }, evidence: { ready: 1, begun: 0 }, lapsed: false, answerable: false }
  const rated = { handedIn: true, underWay: null, work }
  const person = { region: 'london' as const, roles: ['chair' as const] }
  const progress = (changed: Partial<ModuleProgress> = {}): ModuleProgress => ({
    module,
    newest: 1,
    enrolment: null,
    nextTry: null,
    attempts: [],
    extraTries: [],
    ...changed,
  })
  const core = (...modules: ModuleProgress[]) => [{ id: 'core', title: 'Common core', modules }]
  const tasks = (...modules: ModuleProgress[]) => taskList(person, rated, core(...modules)).tasks
  const enrolment = (lessonsRead: string[]) => ({
    id: 'e',
    version: 1,
    personId: 'p',
    moduleId: 'm1',
    moduleVersion: 1,
    place: null,
    lessonsRead,
    startedAt: now,
  })

  test('asks for the profile first, and says which task is next', () => {
    const [profile] = taskList({ region: null, roles: [] }, rated, core(progress())).tasks
    expect(profile).toMatchObject({ kind: 'profile', next: true, state: 'not-started' })
  })

  test('exactly one task is next until everything is done or has to wait', () => {
    expect(tasks(progress()).filter(({ next }) => next)).toHaveLength(1)
    const done = progress({ enrolment: enrolment(['first', 'second']), nextTry: passedNow })
    expect(tasks(done).some(({ next }) => next)).toBe(false)
  })

  test('asks for the skills next, says how many are rated while they are, and no more once they are handed in', () => {
    const skills = (progressOfSkills: SkillsProgress) =>
      taskList(person, progressOfSkills, core(progress())).tasks.find(({ kind }) => kind === 'skills')
    expect(skills({ handedIn: false, underWay: null, work })).toMatchObject({ next: true, state: 'not-started' })
    expect(skills({ handedIn: true, underWay: { rated: 3, of: 9, minutesLeft: 8 }, work })).toMatchObject({
      state: 'in-progress',
      minutesLeft: 8,
      why: { kind: 'skills-under-way', read: 3, of: 9 },
    })
    expect(skills(rated)).toMatchObject({ next: false, state: 'done', minutesLeft: 0 })
  })

  test('a module is one task: its lessons until all are read, then its check, then done', () => {
    const ready = { kind: 'ready' as const, number: 1, triesLeft: 3 }
    const [, , , begun] = tasks(progress({ enrolment: enrolment(['first']), nextTry: ready }))
    expect(begun).toMatchObject({ kind: 'module', state: 'in-progress', minutesLeft: 19, why: { kind: 'resume', read: 1, of: 2 } })
    const [, , , read] = tasks(progress({ enrolment: enrolment(['first', 'second']), nextTry: ready }))
    expect(read).toMatchObject({ kind: 'check', state: 'in-progress', next: true, minutesLeft: 10, why: { kind: 'lessons-done' } })
    const waits = progress({ enrolment: enrolment(['first', 'second']), nextTry: { kind: 'wait', until: now } })
    expect(tasks(waits)[3]).toMatchObject({ kind: 'check', state: 'cannot-start-yet', next: false, why: { until: now } })
  })

  test('whoever waits for a try is led to the next module, which says how many of the path are passed', () => {
    const passed = progress({ enrolment: enrolment([]), nextTry: passedNow })
    const waits = {
      ...progress({ enrolment: enrolment(['first', 'second']), nextTry: { kind: 'wait', until: now } }),
      module: { ...module, id: 'm2' },
    }
    const list = taskList(person, rated, core(passed, waits, { ...progress(), module: { ...module, id: 'm3' } }))
    expect(list.tasks.find(({ next }) => next)).toMatchObject({ moduleId: 'm3', path: 'core', why: { kind: 'core-path', read: 1, of: 3 } })
    expect(list.paths).toEqual([{ id: 'core', title: 'Common core', passed: 1, of: 3, minutesLeft: 10 + 28 }])
  })

  test('a module that ran out is due again, and does not count as passed', () => {
    const ready = { kind: 'ready' as const, number: 2, triesLeft: 3 }
    const expired = progress({ enrolment: enrolment(['first', 'second']), nextTry: { ...passedNow, until: now, expired: true, renewal: ready } })
    const list = taskList(person, rated, core(expired))
    expect(list.tasks.find(({ kind }) => kind === 'check')).toMatchObject({
      state: 'in-progress',
      next: true,
      minutesLeft: 10,
      why: { kind: 'expired', until: now },
    })
    expect(list.paths).toEqual([{ id: 'core', title: 'Common core', passed: 0, of: 1, minutesLeft: 10 }])
  })

  test('what is under way comes before what was not begun', () => {
    const other = { ...progress(), module: { ...module, id: 'm2' } }
    const begun = progress({ enrolment: enrolment(['first']), nextTry: { kind: 'ready', number: 1, triesLeft: 3 } })
    expect(tasks(other, begun).find(({ next }) => next)?.key).toBe('m1')
  })

  test('minutes left are the lessons not read and the check, and none once passed', () => {
    expect(minutesLeft(progress())).toBe(28)
    expect(minutesLeft(progress({ enrolment: enrolment(['first']) }))).toBe(19)
    expect(minutesLeft(progress({ nextTry: passedNow }))).toBe(0)
  })
})
