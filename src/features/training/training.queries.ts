import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import type { Attempt, Enrolment, Place } from '#domain/training.ts'
import { answer, api } from '#lib/api-client.ts'
import { ApiError } from '#lib/api-error.ts'
import { save } from '#lib/saving.ts'

const all = ['training'] as const

export const trainingQueries = {
  taskList: queryOptions({ queryKey: [...all, 'task-list'], queryFn: ({ signal }) => answer(api.GET('/api/task-list', { signal })) }),
  modules: queryOptions({ queryKey: [...all, 'modules'], queryFn: ({ signal }) => answer(api.GET('/api/modules', { signal })) }),
  module: (moduleId: string) =>
    queryOptions({
      queryKey: [...all, 'module', moduleId],
      queryFn: ({ signal }) => answer(api.GET('/api/modules/{moduleId}', { params: { path: { moduleId } }, signal })),
    }),
  /** A lesson's words never change within a version, so they are asked for once. */
  lesson: (moduleId: string, lesson: string) =>
    queryOptions({
      queryKey: [...all, 'lesson', moduleId, lesson],
      queryFn: ({ signal }) => answer(api.GET('/api/modules/{moduleId}/lessons/{lesson}', { params: { path: { moduleId, lesson } }, signal })),
      staleTime: Infinity,
    }),
  attempt: (id: string) =>
    queryOptions({
      queryKey: [...all, 'attempt', id],
      queryFn: ({ signal }) => answer(api.GET('/api/attempts/{id}', { params: { path: { id } }, signal })),
      staleTime: Infinity,
    }),
}

/** Everything that says how far somebody is: asked again after each step. */
const refresh = (client: QueryClient) =>
  Promise.all([
    client.invalidateQueries({ queryKey: [...all, 'task-list'] }),
    client.invalidateQueries({ queryKey: [...all, 'modules'] }),
    client.invalidateQueries({ queryKey: [...all, 'module'] }),
    client.invalidateQueries({ queryKey: ['panel-pool'], refetchType: 'none' }),
  ])

const thenRefresh = { onSuccess: (_result: unknown, _sent: unknown, _context: unknown, { client }: { client: QueryClient }) => refresh(client) }

export const startModule = mutationOptions({
  mutationFn: (moduleId: string) => save('POST', '/api/enrolments', { body: { moduleId } }),
  ...thenRefresh,
})

export const finishLesson = mutationOptions({
  mutationFn: ({ enrolment, lesson }: { enrolment: string; lesson: string }) =>
    save('POST', '/api/enrolments/{id}/lessons', { path: { id: enrolment }, body: { lesson } }),
  ...thenRefresh,
})

export const startCheck = mutationOptions({
  mutationFn: ({ moduleId, key }: { moduleId: string; key: string }) => save('POST', '/api/attempts', { body: { moduleId }, key }),
  onSuccess: (attempt, _sent, _result, { client }) => {
    client.setQueryData(trainingQueries.attempt(attempt.id).queryKey, attempt)
    return refresh(client)
  },
})

export const submitCheck = mutationOptions({
  mutationFn: ({ id, version, key }: { id: string; version: number; key: string }) =>
    save('POST', '/api/attempts/{id}/submission', { path: { id }, ifMatch: version, key }),
  onSuccess: (attempt, _sent, _result, { client }) => {
    client.setQueryData(trainingQueries.attempt(attempt.id).queryKey, attempt)
    return refresh(client)
  },
  onError: (error, { id }, _result, { client }) => {
    if (error instanceof ApiError && error.status === 412) client.setQueryData(trainingQueries.attempt(id).queryKey, error.problem.current as Attempt)
  },
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
