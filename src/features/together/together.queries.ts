import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { Command } from '#domain/command.ts'
import { answer, api } from '#lib/api-client.ts'
import { save } from '#lib/saving.ts'
import type { Chosen, CommandGiven } from './chosen.ts'

const all = ['together'] as const

export interface Places {
  after?: string
  before?: string
}
export interface RowsAsked extends Places {
  show?: 'done' | 'refused' | 'unchanged' | 'left'
}

export const togetherQueries = {
  list: (places: Places) =>
    queryOptions({
      queryKey: [...all, 'list', places],
      queryFn: ({ signal }) => answer(api.GET('/api/commands', { params: { query: places }, signal })),
    }),
  one: (id: string) =>
    queryOptions({
      queryKey: [...all, 'one', id],
      queryFn: ({ signal }) => answer(api.GET('/api/commands/{id}', { params: { path: { id } }, signal })),
    }),
  people: (id: string, query: RowsAsked) =>
    queryOptions({
      queryKey: [...all, 'people', id, query],
      queryFn: ({ signal }) => answer(api.GET('/api/commands/{id}/people', { params: { path: { id }, query }, signal })),
    }),
  tags: queryOptions({ queryKey: [...all, 'tags'], queryFn: ({ signal }) => answer(api.GET('/api/tags', { signal })) }),
}

/** What a command would come to. It changes nothing, so it is asked as often as somebody likes. */
export const previewCommand = mutationOptions({
  mutationFn: (given: CommandGiven) => answer(api.POST('/api/commands/preview', { body: given })),
})

/** Whoever stands on the roster, and their pages, may be other than they were. */
const show = (client: QueryClient, now: Command) => {
  client.setQueryData(togetherQueries.one(now.id).queryKey, now)
  return Promise.all([
    client.invalidateQueries({ queryKey: [...all, 'list'] }),
    client.invalidateQueries({ queryKey: [...all, 'people', now.id] }),
    client.invalidateQueries({ queryKey: [...all, 'tags'], refetchType: 'none' }),
    client.invalidateQueries({ queryKey: ['panel-pool'], refetchType: 'none' }),
    client.invalidateQueries({ queryKey: ['membership-asks'], refetchType: 'none' }),
  ])
}

export const giveCommand = mutationOptions({
  mutationFn: (given: CommandGiven) => save('POST', '/api/commands', { body: given }),
  onSuccess: (now, _given, _result, { client }) => show(client, now),
})

export const undoCommand = (id: string) =>
  mutationOptions({
    mutationFn: (version: number) => save('POST', '/api/commands/{id}/undo', { path: { id }, ifMatch: version }),
    onSuccess: (now, _version, _result, { client }) => show(client, now),
    // Somebody else undid it, or more was done to it: what is shown is out of date.
    onError: (_error, _version, _result, { client }) => client.invalidateQueries({ queryKey: togetherQueries.one(id).queryKey }),
  })

export const exportChosen = (chosen: Chosen, kind: 'csv' | 'xlsx', contact: boolean): Promise<Blob> =>
  answer(api.POST('/api/roster-files', { body: { chosen, kind, contact }, parseAs: 'blob' }))
