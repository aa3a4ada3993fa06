import type { Context } from 'hono'
import type { Module } from '#domain/module.ts'
import { nextTry } from '#domain/training.ts'
import { viewAttempt } from './attempt-view.ts'
import type { Env } from './deps.ts'
import { asking } from './doer.ts'
import { notFound } from './problem.ts'
import { passCounts } from './pass-counts.ts'
import { pinnedVersion } from './progress.ts'
import { attemptsOf, findAttempt, type StoredAttempt } from './repository/attempts.ts'
import type { Db } from './repository/database.ts'
import { extraTriesOf } from './repository/extra-tries.ts'

/** What can be done about an attempt that is open. */
export const openMoves = ['answer', 'submit']

/** Someone else's attempt is answered like one that is not there. */
export async function ownAttempt(db: Db, id: string, personId: string): Promise<StoredAttempt> {
  const attempt = await findAttempt(db, id)
  if (attempt?.personId !== personId) throw notFound()
  return attempt
}

/** An attempt of the asker as they may see it. */
export async function view(c: Context<Env>, db: Db, id: string) {
  const { content, clock } = c.var.deps
  const attempt = await ownAttempt(db, id, asking(c).personId)
  const { module } = pinnedVersion(content, attempt.moduleId, attempt.moduleVersion)
  return viewAttempt(content, attempt, await nextTryOf(db, attempt.personId, module, clock.now()))
}

/** What somebody may do next about the check of a module. */
export async function nextTryOf(db: Db, personId: string, { id, check }: Module, now: Date) {
  const attempts = (await attemptsOf(db, personId)).filter(({ moduleId }) => moduleId === id)
  const extra = (await extraTriesOf(db, personId)).filter(({ moduleId }) => moduleId === id)
  const given = extra.reduce((sum, { tries }) => sum + tries, 0)
  return nextTry(attempts, check, now.toISOString(), given, await passCounts(db))
}
