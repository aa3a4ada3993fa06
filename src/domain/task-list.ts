import type { Person } from './person.ts'
import { minutesLeft, type ModuleProgress, type Task } from './training.ts'

const nothing = { lesson: null, read: 0, of: 0, until: null }

/**
 * What a learner has to do, in the order that makes sense, each with its state and the reason; the first that can be worked on is `next`.
 * The profile comes before the modules because the region and the role decide what is asked of a person later.
 */
export function taskList(person: Pick<Person, 'region' | 'roles'>, modules: readonly ModuleProgress[]): Task[] {
  const tasks = [profileTask(person), ...modules.flatMap((progress) => [lessonsTask(progress), checkTask(progress)])]
  const next = tasks.find(({ state }) => state === 'in-progress') ?? tasks.find(({ state }) => state === 'not-started')
  return tasks.map((task) => ({ ...task, next: task === next }))
}

function profileTask({ region, roles }: Pick<Person, 'region' | 'roles'>): Task {
  const complete = region !== null && roles.length > 0
  return {
    key: 'profile',
    kind: 'profile',
    moduleId: null,
    title: '',
    state: complete ? 'done' : 'not-started',
    why: { ...nothing, kind: complete ? 'profile-complete' : 'profile-missing' },
    minutesLeft: complete ? 0 : 1,
    next: false,
  }
}

function lessonsTask(progress: ModuleProgress): Task {
  const { module, enrolment, nextTry } = progress
  const read = enrolment?.lessonsRead.length ?? 0
  const of = module.lessons.length
  const done = read >= of || nextTry?.kind === 'passed'
  return {
    key: `${module.id}-lessons`,
    kind: 'module',
    moduleId: module.id,
    title: module.title,
    state: done ? 'done' : enrolment ? 'in-progress' : 'not-started',
    why: { ...nothing, read, of, lesson: enrolment?.place?.lesson ?? null, kind: done ? 'lessons-done' : enrolment ? 'resume' : 'core-path' },
    minutesLeft: done ? 0 : minutesLeft(progress) - module.check.minutes,
    next: false,
  }
}

function checkTask({ module, enrolment, nextTry }: ModuleProgress): Task {
  const read = enrolment?.lessonsRead.length ?? 0
  const task = {
    key: `${module.id}-check`,
    kind: 'check' as const,
    moduleId: module.id,
    title: module.title,
    minutesLeft: module.check.minutes,
    next: false,
  }
  const why = { ...nothing, read, of: module.lessons.length }
  if (nextTry?.kind === 'passed') return { ...task, minutesLeft: 0, state: 'done', why: { ...why, kind: 'passed' } }
  if (nextTry?.kind === 'wait') return { ...task, state: 'cannot-start-yet', why: { ...why, kind: 'wait', until: nextTry.until } }
  if (nextTry?.kind === 'under-way') return { ...task, state: 'in-progress', why: { ...why, kind: 'attempt-open' } }
  if (read < why.of) return { ...task, state: 'cannot-start-yet', why: { ...why, kind: 'lessons-first' } }
  return { ...task, state: 'not-started', why: { ...why, kind: 'lessons-done' } }
}
