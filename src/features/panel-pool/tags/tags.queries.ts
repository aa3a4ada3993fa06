import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import type { PersonTags } from '#domain/tag.ts'
import { answer, api } from '#lib/api-client.ts'
import { save } from '#lib/saving.ts'

const all = ['panel-pool', 'tags'] as const

export const tagQueries = {
  inUse: queryOptions({ queryKey: [...all, 'in-use'], queryFn: ({ signal }) => answer(api.GET('/api/tags', { signal })) }),
  of: (id: string) =>
    queryOptions({
      queryKey: [...all, 'of', id],
      queryFn: ({ signal }) => answer(api.GET('/api/people/{id}/tags', { params: { path: { id } }, signal })),
    }),
}

const show = (client: QueryClient, id: string, now: PersonTags) => {
  client.setQueryData(tagQueries.of(id).queryKey, now)
  return Promise.all([
    client.invalidateQueries({ queryKey: tagQueries.inUse.queryKey, refetchType: 'none' }),
    client.invalidateQueries({ queryKey: ['panel-pool', 'roster'], refetchType: 'none' }),
    client.invalidateQueries({ queryKey: ['panel-pool', 'history', id], refetchType: 'none' }),
    client.invalidateQueries({ queryKey: ['together', 'tags'], refetchType: 'none' }),
  ])
}

export const addTag = (id: string) =>
  mutationOptions({
    mutationFn: (body: { tag: string; readWarning: boolean }) => save('POST', '/api/people/{id}/tags', { path: { id }, body }),
    onSuccess: (now, _sent, _result, { client }) => show(client, id, now),
  })

export const removeTag = (id: string) =>
  mutationOptions({
    mutationFn: (tagId: string) => save('DELETE', '/api/people/{id}/tags/{tagId}', { path: { id, tagId } }),
    onSuccess: (now, _sent, _result, { client }) => show(client, id, now),
    // Somebody else took it away first.
    onError: (_error, _sent, _result, { client }) => client.invalidateQueries({ queryKey: tagQueries.of(id).queryKey }),
  })
