import { mark, markedAgain } from '#domain/check.ts'
import { questionsOf, rulesOf } from './attempt-view.ts'
import { issueIfComplete } from './certificates/issue.ts'
import type { ApiDeps } from './deps.ts'
import { pinnedVersion } from './progress.ts'
import { findAttempt, keepRemark } from './repository/attempts.ts'
import { account } from './repository/audit.ts'
import type { Tx } from './repository/database.ts'
import { attemptsToRemark } from './repository/withdrawn-questions.ts'
import { tell } from './tell.ts'
import { remarkedMail } from './training-mails.ts'
import { refreshTraining } from './training-state.ts'

/** So many at most in one run, so that a question which thousands were asked holds nobody up. */
const mostAtOnce = 500

/**
 * Marks again everybody who was asked a question that is withdrawn. Each try is a transaction of its own, and one that was counted is not found again, so
 * that this can stop anywhere and be run by two servers at once.
 */
export async function remarkDue(deps: ApiDeps): Promise<void> {
  for (const id of await attemptsToRemark(deps.db, mostAtOnce)) await deps.db.transaction().execute((tx) => remark(tx, deps, id))
}

/** Marks one try again: upwards or not at all. Whoever rose is told, and what a pass completes is completed. */
async function remark(tx: Tx, deps: ApiDeps, id: string): Promise<void> {
  const { content, clock } = deps
  const attempt = await findAttempt(tx, id)
  if (!attempt?.submittedAt) return
  const { module } = pinnedVersion(content, attempt.moduleId, attempt.moduleVersion)
  const before = { right: attempt.right ?? 0, passed: attempt.passed ?? false }
  const now = markedAgain(before, mark(questionsOf(content, attempt), rulesOf(module, attempt)))
  const at = clock.now().toISOString()
  if (!(await keepRemark(tx, attempt, now, at)) || now.right === before.right) return
  const { personId } = attempt
  await account(
    tx,
    { at, personId: null },
    {
      action: 'check-remarked',
      record: 'attempt',
      recordId: id,
      personId,
      changes: [
        { field: module.title, from: before.right, to: now.right },
        { field: 'passed', from: before.passed, to: now.passed },
      ],
    },
  )
  const reasons = attempt.drawn.flatMap(({ withdrawn, countedAt }) => (withdrawn && !countedAt ? [withdrawn.reason] : []))
  const result = { ...now, from: before.right, items: attempt.items, passesNow: now.passed && !before.passed }
  await tell(tx, personId, (to) => remarkedMail(to, module.title, reasons, result), at)
  await refreshTraining(tx, content, personId)
  await issueIfComplete(tx, deps, personId)
}
