import { newestVersion } from '#api/progress.ts'
import { after } from '#domain/calendar.ts'
import type { CompiledModule } from '#domain/module.ts'
import type { PoolRole } from '#domain/person.ts'
import { coreFor, trainingState } from '#domain/training-path.ts'
import { layTries, type Try } from './check-history.ts'
import type { Draft } from './draft.ts'

/**
 * How far somebody is in a module. `half-way`: two lessons read and a place in the third. `waiting`: every try of the first round failed, the last a short
 * while ago. `tested-out`: passed by diagnostic, with no lesson read. A module with fewer lessons or tries than that is gone as far as it allows.
 */
export type Stage = 'none' | 'some' | 'half-way' | 'read' | 'open' | 'failed' | 'waiting' | 'tested-out' | 'passed'

/** How many modules of the common core somebody has passed, and how far they are in the one after those. `core` has passed all that is asked. */
/** `onVersion` is the version of that one, where it is not the newest; `testedOut` is how many of the first were passed by diagnostic. */
export type Course = { passed: number; next: Stage; onVersion?: number; testedOut?: number } | 'core'

interface Window {
  fromDaysAgo: number
  toDaysAgo: number
}

/**
 * Writes what somebody did in the common core of their roles, one module after another, and derives their training state from it. Returns when they last
 * did something.
 */
export function layTraining(
  draft: Draft,
  person: { id: string; training: string },
  roles: readonly PoolRole[],
  course: Course,
  window: Window,
): Date | null {
  const core = coreFor(draft.content.paths, roles)
  const stages = stagesOf(course, core.length)
  const days = Math.max(0, window.fromDaysAgo - window.toDaysAgo) / Math.max(1, stages.length)
  const [begun, passed] = [new Set<string>(), new Set<string>()]
  let last: Date | null = null
  for (const [at, stage] of stages.entries()) {
    const compiled = versionOf(draft, core[at] ?? '', course, stage)
    const fromDaysAgo = Math.round(window.fromDaysAgo - at * days)
    const toDaysAgo = Math.round(window.fromDaysAgo - (at + 1) * days)
    // A day of its own where there are enough, so that nobody starts a module before they passed the one before.
    const done = layModule(draft, person.id, compiled, stage, { fromDaysAgo: at > 0 ? Math.max(toDaysAgo, fromDaysAgo - 1) : fromDaysAgo, toDaysAgo })
    begun.add(compiled.module.id)
    if (done.hasPassed) passed.add(compiled.module.id)
    if (done.last && (!last || done.last > last)) last = done.last
  }
  person.training = trainingState(core, begun, passed)
  return last
}

/** The version that somebody began: the newest, unless the course says otherwise and the content has it. */
function versionOf({ content }: Draft, id: string, course: Course, stage: Stage): CompiledModule {
  const number = course !== 'core' && stage === course.next ? course.onVersion : undefined
  return content.modules.find(({ module }) => module.id === id && module.version === number) ?? newestVersion(content, id)
}

function stagesOf(course: Course, asked: number): Stage[] {
  const { passed, next, testedOut = 0 } = course === 'core' ? { passed: asked, next: 'none' as const } : course
  const stages = Array.from({ length: Math.min(passed, asked) }, (_, at): Stage => (at < testedOut ? 'tested-out' : 'passed'))
  return next === 'none' || stages.length >= asked ? stages : [...stages, next]
}

function layModule(
  draft: Draft,
  personId: string,
  compiled: CompiledModule,
  stage: Stage,
  window: Window,
): { hasPassed: boolean; last: Date | null } {
  const read = lessonsRead(draft, stage, compiled.module.lessons.length)
  const ends = endsOf(draft, stage, compiled.module.check.tries)
  // Whoever waits tried on each of the last days, so their lessons came before.
  const toDaysAgo = stage === 'waiting' ? ends.length + 1 : window.toDaysAgo
  const moments = draft.daytimes(1 + read + ends.length, window.fromDaysAgo, toDaysAgo)
  const tries = stage === 'waiting' ? failedUntilNow(draft, compiled, ends) : oneAfterAnother(draft, ends, moments.slice(1 + read))
  const enrolmentId = layEnrolment(draft, personId, compiled, stage, moments.slice(0, 1 + read))
  const hasPassed = layTries(
    draft,
    personId,
    enrolmentId,
    compiled,
    stage === 'tested-out' ? tries.map((one) => ({ ...one, diagnostic: true })) : tries,
  )
  return { hasPassed, last: tries.at(-1)?.startedAt ?? moments.at(read) ?? null }
}

function lessonsRead({ chance }: Draft, stage: Stage, lessons: number): number {
  if (stage === 'half-way') return Math.min(2, lessons - 1)
  if (stage === 'tested-out') return 0
  if (stage === 'some') return chance.whole(Math.min(1, lessons - 1), lessons - 1)
  return lessons
}

function endsOf({ chance }: Draft, stage: Stage, allowed: number): Try['ends'][] {
  const failures = (many: number) => Array.from({ length: Math.min(many, allowed - 1) }, () => 'failed' as const)
  if (stage === 'waiting') return Array.from({ length: allowed }, () => 'failed')
  if (stage === 'tested-out') return ['passed']
  if (stage === 'open') return [...failures(chance.whole(0, 1)), 'open']
  if (stage === 'failed') return failures(chance.whole(1, 2))
  if (stage === 'passed') return [...failures(chance.pick([0, 0, 0, 0, 0, 0, 1, 1, 1, 2])), 'passed']
  return []
}

function oneAfterAnother({ chance }: Draft, ends: Try['ends'][], moments: readonly Date[]): Try[] {
  let free = new Date(0)
  return ends.map((end, index) => {
    const moment = moments[index] ?? free
    const startedAt = moment < free ? free : moment
    const submittedAt = after(startedAt, { minutes: chance.whole(4, 9) })
    free = after(submittedAt, { minutes: 6 })
    return { ends: end, startedAt, submittedAt }
  })
}

/** The tries of somebody who waits: one on each of the last days, the last within the wait. */
function failedUntilNow({ now, chance }: Draft, { module }: CompiledModule, ends: Try['ends'][]): Try[] {
  const last = after(now, { minutes: -Math.min(40, module.check.waitHours * 12) })
  return ends.map((end, index) => {
    const submittedAt = after(last, { days: index + 1 - ends.length })
    return { ends: end, startedAt: after(submittedAt, { minutes: -chance.whole(4, 9) }), submittedAt }
  })
}

function layEnrolment(draft: Draft, personId: string, { module, lessons }: CompiledModule, stage: Stage, moments: readonly Date[]): string {
  const [startedAt = draft.now, ...readAt] = moments
  const id = draft.chance.newId(startedAt)
  const place = lessons[stage === 'half-way' ? readAt.length : Math.max(0, readAt.length - 1)]
  draft.rows.enrolment.push({
    id,
    version: readAt.length + 1,
    person_id: personId,
    module_id: module.id,
    module_version: module.version,
    place_lesson: place?.id ?? null,
    place_block: place?.blocks[Math.floor(place.blocks.length / 2)]?.id ?? null,
    started_at: startedAt.toISOString(),
  })
  const entry = { record: 'enrolment', recordId: id, personId }
  draft.note(startedAt, personId, { ...entry, action: 'module-started', changes: [{ field: module.title, from: null, to: module.version }] })
  for (const [index, at] of readAt.entries()) {
    const lesson = module.lessons[index]
    if (!lesson) continue
    draft.rows.lesson_read.push({ enrolment_id: id, lesson: lesson.id, at: at.toISOString() })
    draft.note(at, personId, { ...entry, action: 'lesson-read', changes: [{ field: 'lesson', from: null, to: lesson.title }] })
  }
  return id
}
