import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { ImportOutcome, ImportPlan, ImportRow, RosterImport } from '#domain/roster-import.ts'
import { answer, api } from '#lib/api-client.ts'
import { save } from '#lib/saving.ts'

const all = ['roster-imports'] as const

export interface RowsAsked {
  outcome?: ImportOutcome
  undone?: 'left'
  after?: number
}

export const importQueries = {
  list: queryOptions({ queryKey: [...all, 'list'], queryFn: ({ signal }) => answer(api.GET('/api/roster-imports', { signal })) }),
  one: (id: string) =>
    queryOptions({
      queryKey: [...all, 'one', id],
      queryFn: ({ signal }) => answer(api.GET('/api/roster-imports/{id}', { params: { path: { id } }, signal })),
    }),
  rows: (id: string, version: number, query: RowsAsked) =>
    queryOptions({
      queryKey: [...all, 'rows', id, version, query],
      queryFn: ({ signal }) => answer(api.GET('/api/roster-imports/{id}/rows', { params: { path: { id }, query }, signal })),
    }),
}

/** Cells that somebody typed anew, and what they decided. */
interface Mended {
  values: { [Field in keyof ImportRow['values']]?: string }
  choice: ImportRow['choice']
}

/** Shows an import as it is now; its rows and the list are asked again when they are next shown. */
function show(client: QueryClient, now: RosterImport): Promise<unknown> {
  client.setQueryData(importQueries.one(now.id).queryKey, now)
  return Promise.all([
    client.invalidateQueries({ queryKey: importQueries.list.queryKey, refetchType: 'none' }),
    client.invalidateQueries({ queryKey: [...all, 'rows', now.id] }),
  ])
}

const thenShow = {
  onSuccess: (now: RosterImport, _sent: unknown, _result: unknown, { client }: { client: QueryClient }) => show(client, now),
}

/** The roster and whoever stood on it may be other than they were. */
const thenAll = {
  onSuccess: async (now: RosterImport, _sent: unknown, _result: unknown, { client }: { client: QueryClient }) => {
    await show(client, now)
    await client.invalidateQueries({ queryKey: ['panel-pool'], refetchType: 'none' })
  },
}

export const sendList = mutationOptions({
  mutationFn: ({ file, key, signal }: { file: File; key: string; signal: AbortSignal }) => save('POST', '/api/roster-imports', { file, key, signal }),
  ...thenShow,
})

export const savePlan = (id: string) =>
  mutationOptions({
    mutationFn: ({ version, plan }: { version: number; plan: ImportPlan }) =>
      save('PUT', '/api/roster-imports/{id}/plan', { path: { id }, ifMatch: version, body: plan }),
    ...thenShow,
  })

export const checkNext = (id: string) =>
  mutationOptions({ mutationFn: () => save('POST', '/api/roster-imports/{id}/check', { path: { id } }), ...thenShow })

export const mendRow = (id: string) =>
  mutationOptions({
    mutationFn: ({ number, mended }: { number: number; mended: Mended }) =>
      save('PUT', '/api/roster-imports/{id}/rows/{number}', { path: { id, number }, body: mended }),
    onSuccess: (answered, _sent, _result, { client }) => show(client, answered.import),
  })

export const commitImport = (id: string) =>
  mutationOptions({
    mutationFn: (version: number) => save('POST', '/api/roster-imports/{id}/commit', { path: { id }, ifMatch: version }),
    ...thenAll,
  })

export const undoImport = (id: string) =>
  mutationOptions({
    mutationFn: (version: number) => save('POST', '/api/roster-imports/{id}/undo', { path: { id }, ifMatch: version }),
    ...thenAll,
  })

export const discardImport = (id: string) =>
  mutationOptions({
    mutationFn: (version: number) => save('DELETE', '/api/roster-imports/{id}', { path: { id }, ifMatch: version }),
    onSuccess: (_gone, _sent, _result, { client }) => {
      client.removeQueries({ queryKey: importQueries.one(id).queryKey })
      return client.invalidateQueries({ queryKey: importQueries.list.queryKey })
    },
  })
