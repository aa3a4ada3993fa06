import type { z } from 'zod'
import { type AnsweredItem, isRight } from '#domain/check.ts'
import type { CheckRules, Lesson, Module } from '#domain/module.ts'
import type * as schema from '#domain/training.schema.ts'
import type { NextTry } from '#domain/training.ts'
import type { Content } from './deps.ts'
import { pinnedVersion } from './progress.ts'
import type { StoredAttempt } from './repository/attempts.ts'

export type AttemptView = z.infer<typeof schema.Attempt>

/** The questions an attempt was drawn from, in the versions that were asked. @throws when the content has lost one. */
export function questionsOf(content: Content, attempt: StoredAttempt): Required<AnsweredItem>[] {
  const { questions } = pinnedVersion(content, attempt.moduleId, attempt.moduleVersion)
  return attempt.drawn.map(({ question: id, questionVersion, chosen, withdrawn }) => {
    const question = questions.find((one) => one.id === id && one.version === questionVersion)
    if (!question) throw new Error(`Question ${id} version ${questionVersion} was asked and is no longer in the content`)
    return { question, chosen, withdrawn: withdrawn !== null }
  })
}

/** The rules that an attempt was begun under. */
export const rulesOf = ({ check }: Module, { passPercent }: StoredAttempt): CheckRules => ({
  ...check,
  passPercent: passPercent ?? check.passPercent,
})

/** The lessons of the items that were not right, in the order of the module, with how many. */
function lessonsToRead(lessons: readonly Lesson[], asked: readonly AnsweredItem[]) {
  const missed = asked.filter((item) => !item.withdrawn && !isRight(item))
  return lessons
    .map(({ id, title }) => ({ id, title, missed: missed.filter(({ question }) => question.lesson === id).length }))
    .filter((lesson) => lesson.missed > 0)
}

/** An attempt as its learner sees it: while open, nothing in it tells which option is right; once submitted, every option explains itself. */
export function viewAttempt(content: Content, attempt: StoredAttempt, next: NextTry): AttemptView {
  const { module, lessons, sources } = pinnedVersion(content, attempt.moduleId, attempt.moduleVersion)
  const asked = questionsOf(content, attempt)
  const about = {
    id: attempt.id,
    version: attempt.version,
    personId: attempt.personId,
    moduleId: module.id,
    moduleVersion: module.version,
    moduleTitle: module.title,
    kind: attempt.kind,
    number: attempt.number,
    startedAt: attempt.startedAt,
    passPercent: rulesOf(module, attempt).passPercent,
  }
  const inOrder = attempt.drawn.map((item, index) => {
    const question = asked[index]?.question
    if (!question) throw new Error(`Attempt ${attempt.id} has no question at ${item.position}`)
    const options = item.options.flatMap((id) => question.options.filter((option) => option.id === id))
    return { item, question, options }
  })
  if (attempt.submittedAt === null) {
    const items = inOrder.map(({ item: { position, chosen, flagged, withdrawn }, question: { stem }, options }) => ({
      position,
      stem,
      options: options.map(({ id, text }) => ({ id, text })),
      chosen,
      flagged,
      withdrawn,
    }))
    return { ...about, state: 'open', items }
  }
  // A diagnostic that did not pass tells only what to read: its questions may be asked again in the check.
  const shown = attempt.kind === 'diagnostic' && !attempt.passed ? [] : inOrder
  const items = shown.map(({ item: { position, chosen, flagged, withdrawn }, question, options }) => ({
    position,
    stem: question.stem,
    chosen,
    flagged,
    withdrawn,
    right: options.some(({ id, correct }) => correct && id === chosen),
    lesson: { id: question.lesson, title: lessons.find(({ id }) => id === question.lesson)?.title ?? question.lesson },
    options: options.map(({ id, text, correct, feedback, sources: cited }) => ({
      id,
      text,
      correct,
      feedback,
      sources: sources.filter((source) => cited.includes(source.id)),
    })),
  }))
  return {
    ...about,
    state: 'submitted',
    submittedAt: attempt.submittedAt,
    right: attempt.right ?? 0,
    asked: attempt.items,
    passed: attempt.passed ?? false,
    nextTry: next,
    remarked: attempt.remarked,
    toRead: lessonsToRead(lessons, asked),
    items,
  }
}
