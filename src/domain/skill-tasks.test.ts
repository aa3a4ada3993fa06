import { expect, test } from 'vitest'
import { aModule } from '#testing/module.ts'
import { skillTasks, type SkillWork } from './skill-tasks.ts'
import { taskList } from './task-list.ts'

const work: SkillWork = {
  gaps: ['below', 'not-verified'],
  plan: { done: 0, of: 0 },
  evidence: { ready: 0, begun: 0 },
  lapsed: false,
  answerable: false,
}
const tasksOf = (changed: Partial<SkillWork> = {}, rated = true) =>
  skillTasks(rated, { ...work, ...changed }).map(({ kind, state, why }) => `${kind} ${state} ${why.kind}`)
const ready = { ready: 1, begun: 0 }

test('before somebody has rated themself, each says that it comes after that', () => {
  expect(tasksOf({ gaps: ['not-rated'] }, false)).toEqual([
    'plan cannot-start-yet after-rating',
    'evidence cannot-start-yet after-rating',
    'verification cannot-start-yet after-rating',
  ])
})

test('after it the plan and evidence can begin, and verification once there is evidence', () => {
  expect(tasksOf()).toEqual(['plan not-started plan-to-choose', 'evidence not-started evidence-none', 'verification cannot-start-yet after-evidence'])
  expect(tasksOf({ plan: { done: 1, of: 3 }, evidence: ready })).toEqual([
    'plan in-progress plan-chosen',
    'evidence done evidence-ready',
    'verification not-started verification-ask',
  ])
})

test.each<[string, Partial<SkillWork>, string]>([
  ['rates themself below the level asked in every skill', { gaps: ['below'] }, 'cannot-start-yet verification-below'],
  ['has asked', { gaps: ['under-way', 'not-verified'] }, 'waiting verification-waiting'],
  ['can answer a lower level', { gaps: ['found-lower'], answerable: true }, 'not-started verification-lower'],
  ['has rated themself again after a lower level', { gaps: ['not-verified'], answerable: true }, 'not-started verification-ask'],
  ['was not answered in time', { gaps: ['under-way'], lapsed: true }, 'not-started verification-lapsed'],
])('verification of somebody who %s', (_who, changed, expected) => {
  expect(tasksOf({ evidence: ready, ...changed })[2]).toBe(`verification ${expected}`)
})

test('without a gap all three are done', () => {
  expect(tasksOf({ gaps: [] })).toEqual(['plan done no-gaps', 'evidence done no-gaps', 'verification done no-gaps'])
})

const { module } = aModule()
const next = (changed: Partial<SkillWork>, begun = false) => {
  const enrolment = {
    id: 'e',
    version: 1,
    personId: 'p',
    moduleId: 'm1',
    moduleVersion: 1,
    place: null,
    lessonsRead: [],
    startedAt: '2026-11-23T12:00:00.000Z',
  }
  const modules = [{ module, enrolment: begun ? enrolment : null, nextTry: null, newest: 1, attempts: [], extraTries: [] }]
  const skills = { handedIn: true, underWay: null, work: { ...work, ...changed } }
  const { tasks } = taskList({ region: 'london', roles: ['chair'] }, skills, [{ id: 'core', title: 'Common core', modules }])
  return tasks.find((task) => task.next)?.key
}

test('the plan is next after rating, then the modules, and evidence after these; what came back unanswered goes before all', () => {
  expect(next({})).toBe('plan')
  expect(next({ plan: { done: 0, of: 2 } })).toBe('m1')
  expect(next({}, true)).toBe('m1')
  expect(next({ lapsed: true, gaps: ['under-way'] }, true)).toBe('verification')
})

test('somebody who waits for an assessor is led to nothing that they cannot do', () => {
  const skills = { handedIn: true, underWay: null, work: { ...work, gaps: ['under-way' as const], plan: { done: 1, of: 1 }, evidence: ready } }
  const { tasks } = taskList({ region: 'london', roles: ['chair'] }, skills, [])
  expect(tasks.filter((task) => task.next)).toEqual([])
})
