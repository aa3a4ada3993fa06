import type { QueryClient } from '@tanstack/react-query'
import type { Enrolment } from '#domain/training.ts'
import { save } from '#lib/saving.ts'
import { refresh, trainingQueries } from './training.queries.ts'

/** Shows lessons as read, whether or not the server knows of it yet. */
export function showAsRead(client: QueryClient, moduleId: string, lessons: string[]): void {
  client.setQueryData(trainingQueries.module(moduleId).queryKey, (now) =>
    now?.enrolment ? { ...now, enrolment: { ...now.enrolment, lessonsRead: [...new Set([...now.enrolment.lessonsRead, ...lessons])] } } : now,
  )
}

/**
 * Notes a lesson as read. Settles when that is noted, or as soon as no answer comes: then it is shown as read, and sent until it arrives, so that nobody has to
 * wait for the network to read on.
 * @throws ApiError when it is refused.
 */
export function finishLesson(client: QueryClient, { id, moduleId, lessonsRead }: Enrolment, lesson: string): Promise<void> {
  // Somebody who went back to a lesson that they had read goes on from there, with nothing new to note.
  if (lessonsRead.includes(lesson)) return Promise.resolve()
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const onLate = () => {
    showAsRead(client, moduleId, [lesson])
    resolve()
  }
  save('POST', '/api/enrolments/{id}/lessons', { path: { id }, body: { lesson }, onLate })
    .catch(reject)
    .then(() => refresh(client))
    .then(() => resolve(), reject)
  return promise
}
