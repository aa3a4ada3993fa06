import type { Module } from '#domain/module.ts'
import type { Content } from './deps.ts'
import { account, type Doer } from './repository/audit.ts'
import type { Tx } from './repository/database.ts'
import { enrol } from './repository/enrolments.ts'
import { refreshTraining } from './training-state.ts'

/** Starts a module in a version of it, or finds the start that was made before. A start is accounted for, and seen on the roster. */
export async function startModule(tx: Tx, content: Content, doer: Doer, personId: string, { id, version, title }: Module): ReturnType<typeof enrol> {
  const started = await enrol(tx, personId, id, version, doer.at)
  if (!started.created) return started
  const changes = [{ field: title, from: null, to: version }]
  await account(tx, doer, { action: 'module-started', record: 'enrolment', recordId: started.enrolment.id, personId, changes })
  await refreshTraining(tx, content, personId)
  return started
}
