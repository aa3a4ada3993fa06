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

/** The whole record, asked for only when somebody downloads it: each time is accounted for. */
export const downloadRecord = (id: string) => answer(api.GET('/api/people/{id}/record', { params: { path: { id } } }))

export const erasePerson = mutationOptions({
  mutationFn: ({ id, version, ...body }: { id: string; version: number; name: string; reason: string }) =>
    save('PUT', '/api/people/{id}/erasure', { path: { id }, ifMatch: version, body }),
  onError: async (error, { id }, _result, { client }) => {
    if (error instanceof ApiError && error.status === 412) await client.invalidateQueries(erasureQuery(id))
  },
})
