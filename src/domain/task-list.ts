import type { Person } from './person.ts'
import { minutesLeft, type ModuleProgress, type Task } from './training.ts'

const nothing = { lesson: null, read: 0, of: 0, until: null }

/** How far somebody is in rating their skills: `rated` of `of` in the self-assessment under way, and whether one was ever handed in. */
export interface SkillsProgress {
  handedIn: boolean
  underWay: { rated: number; of: number; minutesLeft: number } | null
}

/**
 * What a learner has to do, in the order that makes sense, each with its state and the reason; the first that can be worked on is `next`.
 * The profile comes first because the region and the role decide what is asked of a person later; the skills before the modules because a person's
 * gaps say which modules matter to them.
 */
export function taskList(person: Pick<Person, 'region' | 'roles'>, skills: SkillsProgress, modules: readonly ModuleProgress[]): Task[] {
  const tasks = [profileTask(person), skillsTask(skills), ...modules.flatMap((progress) => [lessonsTask(progress), checkTask(progress)])]
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

/** Rating a role's skills for the first time takes about this long: some thirty skills at a minute and a half. */
const firstRatingMinutes = 50

function skillsTask({ handedIn, underWay }: SkillsProgress): Task {
  const kind = underWay ? 'skills-under-way' : handedIn ? 'skills-rated' : 'skills-not-rated'
  return {
    key: 'skills',
    kind: 'skills',
    moduleId: null,
    title: '',
    state: underWay ? 'in-progress' : handedIn ? 'done' : 'not-started',
    why: { ...nothing, kind, read: underWay?.rated ?? 0, of: underWay?.of ?? 0 },
    minutesLeft: underWay ? underWay.minutesLeft : handedIn ? 0 : firstRatingMinutes,
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
