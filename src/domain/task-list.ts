import type { Person } from './person.ts'
import { skillTasks, type SkillWork } from './skill-tasks.ts'
import { isPassed, minutesLeft, type ModuleProgress, type Task, type TaskList, tryAt } from './training.ts'

const nothing = { lesson: null, read: 0, of: 0, until: null }

/** How far somebody is in rating their skills: `rated` of `of` in the self-assessment under way, and whether one was ever handed in. */
export interface SkillsProgress {
  handedIn: boolean
  work: SkillWork
  underWay: { rated: number; of: number; minutesLeft: number } | null
}

/** A path as one person takes it, each module as they stand in it. */
export interface PathProgress {
  id: string
  title: string
  modules: readonly ModuleProgress[]
}

/**
 * What a learner has to do, in the order that makes sense, each with its state and the reason; the first that can be worked on is `next`.
 * The profile comes first because the region and the role decide what is asked of a person later; the skills and the plan before the modules because a
 * person's gaps say which modules matter to them, and evidence and verification after them, since they show what was learnt. A module is one task: first its
 * lessons, then its check.
 */
export function taskList(
  person: Pick<Person, 'region' | 'roles'>,
  skills: SkillsProgress,
  paths: readonly PathProgress[],
): Pick<TaskList, 'tasks' | 'paths'> {
  const [plan, ...proof] = skillTasks(skills.handedIn, skills.work)
  const modules = paths.flatMap((path) => path.modules.map((progress) => moduleTask(progress, path)))
  const tasks = [profileTask(person), skillsTask(skills), ...(plan ? [plan] : []), ...modules, ...proof]
  const next = nextOf(tasks)
  return {
    tasks: tasks.map((task) => ({ ...task, next: task === next })),
    paths: paths.map((path) => ({
      id: path.id,
      title: path.title,
      ...doneOf(path.modules),
      minutesLeft: path.modules.reduce((sum, progress) => sum + minutesLeft(progress), 0),
    })),
  }
}

/**
 * The task to go on with: what an assessor sent back unanswered, then what is begun, then what can begin. A plan that is under way is worked at through the
 * other tasks, so it is next only when nothing else is.
 */
function nextOf(tasks: readonly Task[]): Task | undefined {
  const begun = (task: Task) => task.state === 'in-progress'
  return (
    tasks.find(({ why }) => why.kind === 'verification-lapsed') ??
    tasks.find((task) => begun(task) && task.kind !== 'plan') ??
    tasks.find(({ state }) => state === 'not-started') ??
    tasks.find(begun)
  )
}

/** How many of some modules are passed. */
const doneOf = (modules: readonly ModuleProgress[]) => ({
  passed: modules.filter(isPassed).length,
  of: modules.length,
})

function profileTask({ region, roles }: Pick<Person, 'region' | 'roles'>): Task {
  const complete = region !== null && roles.length > 0
  return {
    key: 'profile',
    kind: 'profile',
    moduleId: null,
    path: null,
    title: '',
    state: complete ? 'done' : 'not-started',
    why: { ...nothing, kind: complete ? 'profile-complete' : 'profile-missing' },
    minutesLeft: complete ? 0 : 1,
    newer: false,
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
    path: null,
    title: '',
    state: underWay ? 'in-progress' : handedIn ? 'done' : 'not-started',
    why: { ...nothing, kind, read: underWay?.rated ?? 0, of: underWay?.of ?? 0 },
    minutesLeft: underWay ? underWay.minutesLeft : handedIn ? 0 : firstRatingMinutes,
    newer: false,
    next: false,
  }
}

/** `why` of a module that was not begun counts the modules of its path that are passed. */
function moduleTask(progress: ModuleProgress, path: PathProgress): Task {
  const { module, enrolment, nextTry } = progress
  const read = enrolment?.lessonsRead.length ?? 0
  const of = module.lessons.length
  const newer = enrolment !== null && nextTry?.kind !== 'passed' && progress.newest > module.version
  const task = { key: module.id, moduleId: module.id, path: path.id, title: module.title, minutesLeft: minutesLeft(progress), newer, next: false }
  const why = { ...nothing, read, of, lesson: enrolment?.place?.lesson ?? null }
  const { passed, of: inPath } = doneOf(path.modules)
  if (!enrolment) return { ...task, kind: 'module', state: 'not-started', why: { ...nothing, kind: 'core-path', read: passed, of: inPath } }
  if (isPassed(progress)) return { ...task, kind: 'check', state: 'done', why: { ...why, kind: 'passed' } }
  const open = tryAt(nextTry)
  if (open?.kind === 'wait') return { ...task, kind: 'check', state: 'cannot-start-yet', why: { ...why, kind: 'wait', until: open.until } }
  if (open?.kind === 'under-way') return { ...task, kind: 'check', state: 'in-progress', why: { ...why, kind: 'attempt-open' } }
  if (nextTry?.kind === 'passed') return { ...task, kind: 'check', state: 'in-progress', why: { ...why, kind: 'expired', until: nextTry.until } }
  if (read < of) return { ...task, kind: 'module', state: 'in-progress', why: { ...why, kind: 'resume' } }
  return { ...task, kind: 'check', state: 'in-progress', why: { ...why, kind: 'lessons-done' } }
}
