import { mutationOptions } from '@tanstack/react-query'
import type { Enrolment, Place } from '#domain/training.ts'
import { ApiError } from '#lib/api-error.ts'
import { save } from '#lib/saving.ts'
import { refresh } from './training.queries.ts'

export const finishLesson = mutationOptions({
  mutationFn: ({ enrolment, lesson }: { enrolment: string; lesson: string }) =>
    save('POST', '/api/enrolments/{id}/lessons', { path: { id: enrolment }, body: { lesson } }),
  onSuccess: (_enrolment, _sent, _result, { client }) => refresh(client),
})

/** Keeps the place. Where two tabs read one module the latest place counts, so a stale version is simply followed by the newer one. */
export async function keepPlace({ id, version }: Enrolment, place: Place): Promise<Enrolment> {
  try {
    return await save('PUT', '/api/enrolments/{id}/place', { path: { id }, ifMatch: version, body: place })
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 412) throw error
    const current = error.problem.current as Enrolment
    return save('PUT', '/api/enrolments/{id}/place', { path: { id }, ifMatch: current.version, body: place })
  }
}
