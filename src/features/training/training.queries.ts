import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { answer, api } from '#lib/api-client.ts'

const all = ['training'] as const

export const trainingQueries = {
  taskList: queryOptions({ queryKey: [...all, 'task-list'], queryFn: ({ signal }) => answer(api.GET('/api/task-list', { signal })) }),
  modules: queryOptions({ queryKey: [...all, 'modules'], queryFn: ({ signal }) => answer(api.GET('/api/modules', { signal })) }),
  module: (moduleId: string) =>
    queryOptions({
      queryKey: [...all, 'module', moduleId],
      queryFn: ({ signal }) => answer(api.GET('/api/modules/{moduleId}', { params: { path: { moduleId } }, signal })),
    }),
  /** A lesson's words never change within a version, so they are asked for once, and kept for when the network is away. */
  lesson: (moduleId: string, lesson: string) =>
    queryOptions({
      queryKey: [...all, 'lesson', moduleId, lesson],
      queryFn: ({ signal }) => answer(api.GET('/api/modules/{moduleId}/lessons/{lesson}', { params: { path: { moduleId, lesson } }, signal })),
      staleTime: Infinity,
      gcTime: Infinity,
    }),
  attempt: (id: string) =>
    queryOptions({
      queryKey: [...all, 'attempt', id],
      queryFn: ({ signal }) => answer(api.GET('/api/attempts/{id}', { params: { path: { id } }, signal })),
      staleTime: Infinity,
    }),
}

/** Everything that says how far somebody is: asked again after each step. */
export const refresh = (client: QueryClient) =>
  Promise.all([
    client.invalidateQueries({ queryKey: [...all, 'task-list'] }),
    client.invalidateQueries({ queryKey: [...all, 'modules'] }),
    client.invalidateQueries({ queryKey: [...all, 'module'] }),
    client.invalidateQueries({ queryKey: ['panel-pool'], refetchType: 'none' }),
  ])
