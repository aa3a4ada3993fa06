import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aModule } from '#testing/module.ts'
import { type SkillsProgress, taskList } from './task-list.ts'
import { minutesLeft, nextTry, trainingState, type AttemptSummary, type ModuleProgress } from './training.ts'

const { module } = aModule()
const rules = module.check
const now = '2026-11-23T12:00:00.000Z'
const anAttempt = (number: number, changed: Partial<AttemptSummary> = {}): AttemptSummary => ({
  id: `attempt-${number}`,
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

test('training is completed only when every module of the core path was passed', () => {
  const core = [module, { ...module, id: 'm2' }]
  expect(trainingState(core, new Set(), new Set())).toBe('not-started')
  expect(trainingState(core, new Set(['m1']), new Set(['m1']))).toBe('in-progress')
  expect(trainingState(core, new Set(['m1', 'm2']), new Set(['m1', 'm2']))).toBe('completed')
})

describe('the task list', () => {
  const rated = { handedIn: true, underWay: null }
  const person = { region: 'london' as const, roles: ['chair' as const] }
  const progress = (changed: Partial<ModuleProgress> = {}): ModuleProgress => ({ module, enrolment: null, nextTry: null, attempts: [], ...changed })
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
    const [profile] = taskList({ region: null, roles: [] }, rated, [progress()])
    expect(profile).toMatchObject({ kind: 'profile', next: true, state: 'not-started' })
  })

  test('exactly one task is next until everything is done or has to wait', () => {
    expect(taskList(person, rated, [progress()]).filter(({ next }) => next)).toHaveLength(1)
    const done = progress({ enrolment: enrolment(['first', 'second']), nextTry: { kind: 'passed', attempt: 'a', at: now } })
    expect(taskList(person, rated, [done]).some(({ next }) => next)).toBe(false)
  })

  test('asks for the skills next, says how many are rated while they are, and no more once they are handed in', () => {
    const skills = (progressOfSkills: SkillsProgress) => taskList(person, progressOfSkills, [progress()]).find(({ kind }) => kind === 'skills')
    expect(skills({ handedIn: false, underWay: null })).toMatchObject({ next: true, state: 'not-started' })
    expect(skills({ handedIn: true, underWay: { rated: 3, of: 9, minutesLeft: 8 } })).toMatchObject({
      state: 'in-progress',
      minutesLeft: 8,
      why: { kind: 'skills-under-way', read: 3, of: 9 },
    })
    expect(skills(rated)).toMatchObject({ next: false, state: 'done', minutesLeft: 0 })
  })

  test('the check cannot start before the lessons are read, and says how many are', () => {
    const [, , , check] = taskList(person, rated, [
      progress({ enrolment: enrolment(['first']), nextTry: { kind: 'ready', number: 1, triesLeft: 3 } }),
    ])
    expect(check).toMatchObject({ state: 'cannot-start-yet', why: { kind: 'lessons-first', read: 1, of: 2 } })
  })

  test('what is under way comes before what was not begun', () => {
    const other = { ...progress(), module: { ...module, id: 'm2' } }
    const tasks = taskList(person, rated, [other, progress({ enrolment: enrolment(['first']), nextTry: { kind: 'ready', number: 1, triesLeft: 3 } })])
    expect(tasks.find(({ next }) => next)?.key).toBe('m1-lessons')
  })

  test('minutes left are the lessons not read and the check, and none once passed', () => {
    expect(minutesLeft(progress())).toBe(28)
    expect(minutesLeft(progress({ enrolment: enrolment(['first']) }))).toBe(19)
    expect(minutesLeft(progress({ nextTry: { kind: 'passed', attempt: 'a', at: now } }))).toBe(0)
  })
})
