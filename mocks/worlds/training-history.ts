import { newestVersion } from '#api/progress.ts'
import { after } from '#domain/calendar.ts'
import { drawItems, type DrawnItem, mark } from '#domain/check.ts'
import type { CompiledModule } from '#domain/module.ts'
import { trainingState } from '#domain/training.ts'
import type { Draft } from './draft.ts'

/**
 * How far somebody is in the first module. `half-way`: two lessons read and a place in the third. `waiting`: every try of the first round failed, the
 * last a short while ago. A module with fewer lessons or tries than that is gone as far as it allows.
 */
export type Course = 'none' | 'some' | 'half-way' | 'read' | 'open' | 'failed' | 'waiting' | 'passed'

interface Window {
  fromDaysAgo: number
  toDaysAgo: number
}

interface Try {
  ends: 'failed' | 'passed' | 'open'
  startedAt: Date
  submittedAt: Date
}

/** Writes what somebody did in the first module, and derives their training state from it. Returns when they last did something. */
export function layTraining(draft: Draft, person: { id: string; training: string }, course: Course, window: Window): Date | null {
  if (course === 'none') return null
  const compiled = newestVersion(draft.content, 'm1')
  const read = lessonsRead(draft, course, compiled.module.lessons.length)
  const lessonWindow = course === 'waiting' ? { fromDaysAgo: Math.max(window.fromDaysAgo, 8), toDaysAgo: 5 } : window
  const ends = endsOf(draft, course, compiled.module.check.tries)
  const moments = draft.daytimes(1 + read + ends.length, lessonWindow.fromDaysAgo, lessonWindow.toDaysAgo)
  const tries = course === 'waiting' ? failedUntilNow(draft, compiled, ends) : oneAfterAnother(draft, ends, moments.slice(1 + read))
  const enrolmentId = layEnrolment(draft, person.id, compiled, course, moments.slice(0, 1 + read))
  layTries(draft, person.id, enrolmentId, compiled, tries)
  const core = [...new Set(draft.content.modules.map(({ module }) => module.id))].map((id) => newestVersion(draft.content, id).module)
  const passed = new Set(tries.flatMap((one) => (one.ends === 'passed' ? [compiled.module.id] : [])))
  person.training = trainingState(core, new Set([compiled.module.id]), passed)
  return tries.at(-1)?.startedAt ?? moments.at(read) ?? null
}

function lessonsRead({ chance }: Draft, course: Course, lessons: number): number {
  if (course === 'half-way') return Math.min(2, lessons - 1)
  if (course === 'some') return chance.whole(Math.min(1, lessons - 1), lessons - 1)
  return lessons
}

function endsOf({ chance }: Draft, course: Course, allowed: number): Try['ends'][] {
  const failures = (many: number) => Array.from({ length: Math.min(many, allowed - 1) }, () => 'failed' as const)
  if (course === 'waiting') return [...failures(allowed), 'failed']
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
    const submittedAt = after(last, { days: (index + 1 - ends.length) * 1 })
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

function layTries(draft: Draft, personId: string, enrolmentId: string, { module, questions }: CompiledModule, tries: readonly Try[]): void {
  const { chance, rows } = draft
  const seen = new Set<string>()
  for (const [index, { ends, startedAt, submittedAt }] of tries.entries()) {
    const id = chance.newId(startedAt)
    const seed = chance.whole(1, 0x7fffffff)
    const drawn = drawItems(questions, module.check, seed, seen)
    const chosen = chooseAnswers(draft, drawn, questions, module.check.passPercent, ends)
    for (const { question } of drawn) seen.add(question)
    const bank = new Map(questions.map((question) => [question.id, question]))
    const answered = drawn.flatMap(({ question }, at) => {
      const asked = bank.get(question)
      return asked ? [{ question: asked, chosen: chosen[at] ?? null }] : []
    })
    const marked = ends === 'open' ? null : mark(answered, module.check)
    rows.attempt.push({
      id,
      version: 1 + chosen.filter((choice) => choice !== null).length + (marked ? 1 : 0),
      person_id: personId,
      enrolment_id: enrolmentId,
      module_id: module.id,
      module_version: module.version,
      number: index + 1,
      seed,
      items: drawn.length,
      started_at: startedAt.toISOString(),
      submitted_at: marked ? submittedAt.toISOString() : null,
      right: marked ? marked.right : null,
      passed: marked ? Number(marked.passed) : null,
    })
    for (const [at, { question, questionVersion, options }] of drawn.entries())
      rows.attempt_item.push({
        attempt_id: id,
        position: at + 1,
        question,
        question_version: questionVersion,
        options: options.join(','),
        chosen: chosen[at] ?? null,
        flagged: Number(chance.happens(8)),
      })
    const entry = { record: 'attempt', recordId: id, personId }
    draft.note(startedAt, personId, { ...entry, action: 'check-started', changes: [{ field: module.title, from: null, to: index + 1 }] })
    if (marked)
      draft.note(submittedAt, personId, {
        ...entry,
        action: 'check-submitted',
        changes: [
          { field: module.title, from: null, to: module.version },
          { field: 'passed', from: null, to: marked.passed },
        ],
      })
  }
}

/** Answers that end as they should: enough right ones to pass, or too few; an open try has its second half still blank. */
function chooseAnswers({ chance }: Draft, drawn: readonly DrawnItem[], bank: CompiledModule['questions'], passPercent: number, ends: Try['ends']) {
  const needed = Math.ceil((passPercent * drawn.length) / 100)
  const right = ends === 'failed' ? Math.max(0, needed - chance.whole(1, 3)) : chance.whole(needed, drawn.length)
  const knows = new Set(chance.shuffle([...drawn.keys()]).slice(0, right))
  return drawn.map(({ question }, index) => {
    if (ends === 'open' && index >= drawn.length / 2) return null
    const options = bank.find(({ id }) => id === question)?.options ?? []
    return chance.pick(options.filter(({ correct }) => correct === knows.has(index))).id
  })
}
