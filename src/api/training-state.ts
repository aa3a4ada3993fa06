import { coreFor, trainingState } from '#domain/training-path.ts'
import type { Content } from './deps.ts'
import { attemptsOf } from './repository/attempts.ts'
import type { Tx } from './repository/database.ts'
import { noteProgress } from './repository/enrolment-progress.ts'
import { enrolmentsOf } from './repository/enrolments.ts'
import { findPerson, setTraining } from './repository/people.ts'

/**
 * Derives a person's training state afresh from their enrolments and attempts, against the common core of the roles they prepare for, and how far each of
 * the enrolments came; keeps both where lists can filter by them. To be called by whatever changes an enrolment or an attempt.
 */
export async function refreshTraining(tx: Tx, { paths }: Content, personId: string): Promise<void> {
  const person = await findPerson(tx, personId)
  if (!person) return
  const begun = new Set((await enrolmentsOf(tx, personId)).map(({ moduleId }) => moduleId))
  const passed = new Set((await attemptsOf(tx, personId)).flatMap((attempt) => (attempt.passed ? [attempt.moduleId] : [])))
  await noteProgress(tx, personId)
  await setTraining(tx, person, trainingState(coreFor(paths, person.roles), begun, passed))
}
