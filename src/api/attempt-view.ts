import type { z } from 'zod'
import type { Question } from '#domain/module.ts'
import type * as schema from '#domain/training.schema.ts'
import type { NextTry } from '#domain/training.ts'
import type { Content } from './deps.ts'
import { pinnedVersion } from './progress.ts'
import type { StoredAttempt } from './repository/attempts.ts'

export type AttemptView = z.infer<typeof schema.Attempt>

/** The questions an attempt was drawn from, in the versions that were asked. @throws when the content has lost one. */
export function questionsOf(content: Content, attempt: StoredAttempt): { question: Question; chosen: string | null }[] {
  const { questions } = pinnedVersion(content, attempt.moduleId, attempt.moduleVersion)
  return attempt.drawn.map(({ question: id, questionVersion, chosen }) => {
    const question = questions.find((one) => one.id === id && one.version === questionVersion)
    if (!question) throw new Error(`Question ${id} version ${questionVersion} was asked and is no longer in the content`)
    return { question, chosen }
  })
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
    number: attempt.number,
    startedAt: attempt.startedAt,
    passPercent: module.check.passPercent,
  }
  const inOrder = attempt.drawn.map((item, index) => {
    const question = asked[index]?.question
    if (!question) throw new Error(`Attempt ${attempt.id} has no question at ${item.position}`)
    const options = item.options.flatMap((id) => question.options.filter((option) => option.id === id))
    return { item, question, options }
  })
  if (attempt.submittedAt === null) {
    const items = inOrder.map(({ item: { position, chosen, flagged }, question: { stem }, options }) => ({
      position,
      stem,
      options: options.map(({ id, text }) => ({ id, text })),
      chosen,
      flagged,
    }))
    return { ...about, state: 'open', items }
  }
  const items = inOrder.map(({ item: { position, chosen, flagged }, question, options }) => ({
    position,
    stem: question.stem,
    chosen,
    flagged,
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
    passed: attempt.passed ?? false,
    nextTry: next,
    items,
  }
}
