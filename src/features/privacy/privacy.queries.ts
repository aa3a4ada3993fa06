import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { answer, api } from '#lib/api-client.ts'
import { ApiError } from '#lib/api-error.ts'
import { save } from '#lib/saving.ts'

export const erasureQuery = (id: string) =>
  queryOptions({
    queryKey: ['erasure', id],
    queryFn: ({ signal }) => answer(api.GET('/api/people/{id}/erasure', { params: { path: { id } }, signal })),
    staleTime: 0,
  })

/** The whole record, asked for anew whenever somebody downloads or opens it: each time is accounted for. */
export const recordQuery = (id: string) =>
  queryOptions({
    queryKey: ['record', id],
    queryFn: ({ signal }) => answer(api.GET('/api/people/{id}/record', { params: { path: { id } }, signal })),
    gcTime: 10_000,
  })
export const recordAsJson = async (id: string): Promise<string> =>
  JSON.stringify(await answer(api.GET('/api/people/{id}/record', { params: { path: { id } } })), null, 2)
export const recordAsCsv = (id: string): Promise<string> =>
  answer(api.GET('/api/people/{id}/record.csv', { params: { path: { id } }, parseAs: 'text' }))

export const erasePerson = mutationOptions({
  mutationFn: ({ id, version, ...body }: { id: string; version: number; name: string; reason: string }) =>
    save('PUT', '/api/people/{id}/erasure', { path: { id }, ifMatch: version, body }),
  onError: async (error, { id }, _result, { client }) => {
    if (error instanceof ApiError && error.status === 412) await client.invalidateQueries(erasureQuery(id))
  },
})
