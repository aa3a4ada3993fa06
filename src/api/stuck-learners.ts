import { after } from '#domain/calendar.ts'
import { daysBetween, standstillOf, type StuckLearners } from '#domain/training-progress.ts'
import { nextTry } from '#domain/training.ts'
import type { Content } from './deps.ts'
import { newestVersion, pinnedVersion } from './progress.ts'
import { attemptsOfEach } from './repository/attempts.ts'
import type { Db } from './repository/database.ts'
import { extraTriesOfEach } from './repository/extra-tries.ts'
import { settingValue } from './repository/settings.ts'
import { firstStuck, listStuck, type StuckRow } from './repository/stuck-learners.ts'
import type { Counted } from './repository/training-funnel.ts'
import { lastMessages } from './repository/training-messages.ts'
import { choicesFor } from './training-progress.ts'

/** The most that a file lists. */
const mostInFile = 5000

/** One page of the people within reach who have made no progress in a module for as long as the setting says. */
export async function stuckLearners(
  db: Db,
  content: Content,
  counted: Counted,
  now: Date,
  asked: { after?: string | undefined; before?: string | undefined },
): Promise<StuckLearners> {
  mustKnow(content, counted)
  const { afterDays, movedBefore } = await limit(db, now)
  const { rows, ...page } = await listStuck(db, counted, movedBefore, asked)
  return { ...page, learners: await inWords(db, content, rows, now), afterDays, choices: choicesFor(content, counted.reach) }
}

/** The same people from the first on, as many as a file takes. */
export async function stuckForFile(db: Db, content: Content, counted: Counted, now: Date) {
  mustKnow(content, counted)
  const { afterDays, movedBefore } = await limit(db, now)
  const rows = await firstStuck(db, counted, movedBefore, mostInFile + 1)
  return { learners: await inWords(db, content, rows.slice(0, mostInFile), now), more: rows.length > mostInFile, afterDays }
}

/** @throws Problem 404 when a module is asked for that there is not. */
function mustKnow(content: Content, { moduleId }: Counted): void {
  if (moduleId !== undefined) newestVersion(content, moduleId)
}

async function limit(db: Db, now: Date) {
  const afterDays = await settingValue(db, 'training-stuck-days')
  return { afterDays, movedBefore: after(now, { days: -afterDays }).toISOString() }
}

async function inWords(db: Db, content: Content, rows: readonly StuckRow[], now: Date): Promise<StuckLearners['learners']> {
  const tried = [...new Set(rows.filter(({ tries }) => tries > 0).map(({ personId }) => personId))]
  const [attempts, extra] = [await attemptsOfEach(db, tried), await extraTriesOfEach(db, tried)]
  const messages = await lastMessages(db, [...new Set(rows.map(({ personId }) => personId))])
  return rows.map(({ enrolmentId: _id, moduleVersion, movedAt, email, ...row }) => {
    const { module } = pinnedVersion(content, row.moduleId, moduleVersion)
    const own = (attempts.get(row.personId) ?? []).filter(({ moduleId }) => moduleId === row.moduleId)
    const next = nextTry(own, module.check, now.toISOString(), extra(row.personId, row.moduleId))
    const so = { ...row, lessons: module.lessons.length }
    return {
      ...so,
      title: module.title,
      where: standstillOf(so, next.kind === 'under-way'),
      triesLeft: next.kind === 'ready' ? next.triesLeft : next.kind === 'wait' ? 0 : null,
      since: movedAt,
      days: daysBetween(movedAt, now.toISOString()),
      lastMessageAt: messages.get(row.personId) ?? null,
      hasAddress: email !== null,
    }
  })
}
