import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { answer, api } from '#lib/api-client.ts'
import { save } from '#lib/saving.ts'
import type { ProgressFilters, StuckFilters } from './training-progress-filters.ts'

const all = ['training-progress'] as const

export const progressQueries = {
  funnel: (query: ProgressFilters) =>
    queryOptions({
      queryKey: [...all, 'funnel', query],
      queryFn: ({ signal }) => answer(api.GET('/api/training-progress', { params: { query }, signal })),
    }),
  stuck: (query: StuckFilters) =>
    queryOptions({
      queryKey: [...all, 'stuck', query],
      queryFn: ({ signal }) => answer(api.GET('/api/stuck-learners', { params: { query }, signal })),
    }),
  person: (id: string) =>
    queryOptions({
      queryKey: [...all, 'person', id],
      queryFn: ({ signal }) => answer(api.GET('/api/people/{id}', { params: { path: { id } }, signal })),
    }),
  training: (id: string) =>
    queryOptions({
      queryKey: [...all, 'training', id],
      queryFn: ({ signal }) => answer(api.GET('/api/people/{id}/training', { params: { path: { id } }, signal })),
    }),
  messages: (id: string) =>
    queryOptions({
      queryKey: [...all, 'messages', id],
      queryFn: ({ signal }) => answer(api.GET('/api/people/{id}/training-messages', { params: { path: { id } }, signal })),
    }),
  statistics: (moduleId: string) =>
    queryOptions({
      queryKey: [...all, 'statistics', moduleId],
      queryFn: ({ signal }) => answer(api.GET('/api/modules/{moduleId}/question-statistics', { params: { path: { moduleId } }, signal })),
    }),
  /** The modules in the order of the paths, for an address that names none. */
  choices: queryOptions({
    queryKey: [...all, 'choices'],
    queryFn: async ({ signal }) => (await answer(api.GET('/api/training-progress', { signal }))).choices,
    staleTime: 3_600_000,
  }),
}

export const downloadFunnel = (): Promise<string> => answer(api.GET('/api/training-progress.csv', { parseAs: 'text' }))
export const downloadStuck = (query: ProgressFilters): Promise<string> =>
  answer(api.GET('/api/stuck-learners.csv', { params: { query }, parseAs: 'text' }))
export const downloadStatistics = (moduleId: string): Promise<string> =>
  answer(api.GET('/api/modules/{moduleId}/question-statistics.csv', { params: { path: { moduleId } }, parseAs: 'text' }))

export const sendMessage = mutationOptions({
  mutationFn: ({ id, ...body }: { id: string; moduleId: string; words: string; again: boolean }) =>
    save('POST', '/api/people/{id}/training-messages', { path: { id }, body }),
  // Also after a refusal: somebody else may have written meanwhile, and the page says so beside what was typed.
  onSettled: (_sent, _error, _values, _result, { client }) =>
    Promise.all([client.invalidateQueries({ queryKey: all }), client.invalidateQueries({ queryKey: ['panel-pool'], refetchType: 'none' })]),
})
