import { newestVersion } from '#api/progress.ts'
import { after } from '#domain/calendar.ts'
import type { CompiledModule } from '#domain/module.ts'
import { trainingState } from '#domain/training.ts'
import { layTries, type Try } from './check-history.ts'
import type { Draft } from './draft.ts'

/**
 * How far somebody is in the first module. `half-way`: two lessons read and a place in the third. `waiting`: every try of the first round failed, the
 * last a short while ago. A module with fewer lessons or tries than that is gone as far as it allows. `core`: every module there is was passed, one
 * after another.
 */
export type Course = 'none' | 'some' | 'half-way' | 'read' | 'open' | 'failed' | 'waiting' | 'passed' | 'core'

interface Window {
  fromDaysAgo: number
  toDaysAgo: number
}

/** Writes what somebody did in the first module, or in all, and derives their training state from it. Returns when they last did something. */
export function layTraining(draft: Draft, person: { id: string; training: string }, course: Course, window: Window): Date | null {
  if (course === 'none') return null
  const core = [...new Set(draft.content.modules.map(({ module }) => module.id))].map((id) => newestVersion(draft.content, id))
  const gone = course === 'core' ? core : core.filter(({ module }) => module.id === 'm1')
  const part = (window.fromDaysAgo - window.toDaysAgo) / gone.length
  const laid = gone.map((compiled, index) => {
    const from = Math.floor(window.fromDaysAgo - index * part)
    const within = course === 'core' ? { fromDaysAgo: from, toDaysAgo: Math.min(from, Math.floor(from - part) + 1) } : window
    return layModule(draft, person.id, compiled, course === 'core' ? 'passed' : course, within)
  })
  const passed = laid.flatMap(({ id, hasPassed }) => (hasPassed ? [id] : []))
  person.training = trainingState(
    core.map(({ module }) => module),
    new Set(laid.map(({ id }) => id)),
    new Set(passed),
  )
  return laid.at(-1)?.last ?? null
}

function layModule(draft: Draft, personId: string, compiled: CompiledModule, course: Course, window: Window) {
  const read = lessonsRead(draft, course, compiled.module.lessons.length)
  const ends = endsOf(draft, course, compiled.module.check.tries)
  // Whoever waits tried on each of the last days, so their lessons came before.
  const toDaysAgo = course === 'waiting' ? ends.length + 1 : window.toDaysAgo
  const moments = draft.daytimes(1 + read + ends.length, window.fromDaysAgo, toDaysAgo)
  const tries = course === 'waiting' ? failedUntilNow(draft, compiled, ends) : oneAfterAnother(draft, ends, moments.slice(1 + read))
  const enrolmentId = layEnrolment(draft, personId, compiled, course, moments.slice(0, 1 + read))
  const hasPassed = layTries(draft, personId, enrolmentId, compiled, tries)
  return { id: compiled.module.id, hasPassed, last: tries.at(-1)?.startedAt ?? moments.at(read) ?? null }
}

function lessonsRead({ chance }: Draft, course: Course, lessons: number): number {
  if (course === 'half-way') return Math.min(2, lessons - 1)
  if (course === 'some') return chance.whole(Math.min(1, lessons - 1), lessons - 1)
  return lessons
}

function endsOf({ chance }: Draft, course: Course, allowed: number): Try['ends'][] {
  const failures = (many: number) => Array.from({ length: Math.min(many, allowed - 1) }, () => 'failed' as const)
  if (course === 'waiting') return Array.from({ length: allowed }, () => 'failed')
  if (course === 'open') return [...failures(chance.whole(0, 1)), 'open']
  if (course === 'failed') return failures(chance.whole(1, 2))
  if (course === 'passed') return [...failures(chance.pick([0, 0, 0, 0, 0, 0, 1, 1, 1, 2])), 'passed']
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

function layEnrolment(draft: Draft, personId: string, { module, lessons }: CompiledModule, course: Course, moments: readonly Date[]): string {
  const [startedAt = draft.now, ...readAt] = moments
  const id = draft.chance.newId(startedAt)
  const place = lessons[course === 'half-way' ? readAt.length : Math.max(0, readAt.length - 1)]
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
