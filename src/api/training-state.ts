import { trainingState } from '#domain/training.ts'
import type { Content } from './deps.ts'
import { newestVersion } from './progress.ts'
import { attemptsOf } from './repository/attempts.ts'
import type { Tx } from './repository/database.ts'
import { enrolmentsOf } from './repository/enrolments.ts'
import { findPerson, setTraining } from './repository/people.ts'

/** Derives a person's training state afresh from their enrolments and attempts, and keeps it where lists can filter by it. */
export async function refreshTraining(tx: Tx, content: Content, personId: string): Promise<void> {
  const person = await findPerson(tx, personId)
  if (!person) return
  const core = [...new Set(content.modules.map(({ module }) => module.id))].map((id) => newestVersion(content, id).module)
  const begun = new Set((await enrolmentsOf(tx, personId)).map(({ moduleId }) => moduleId))
  const passed = new Set((await attemptsOf(tx, personId)).flatMap((attempt) => (attempt.passed ? [attempt.moduleId] : [])))
  await setTraining(tx, person, trainingState(core, begun, passed))
}
