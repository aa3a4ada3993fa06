import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { CoverInputGiven } from '#domain/cover.ts'
import { answer, api } from '#lib/api-client.ts'
import { save } from '#lib/saving.ts'

const all = ['cover'] as const

export interface CoverAsked {
  on?: string | undefined
}
const query = ({ on }: CoverAsked) => (on ? { on } : {})

export const coverQueries = {
  cover: (asked: CoverAsked) =>
    queryOptions({
      queryKey: [...all, 'figures', asked],
      queryFn: ({ signal }) => answer(api.GET('/api/cover', { params: { query: query(asked) }, signal })),
    }),
  authorities: (asked: CoverAsked) =>
    queryOptions({
      queryKey: [...all, 'authorities', asked],
      queryFn: ({ signal }) => answer(api.GET('/api/cover/authorities', { params: { query: query(asked) }, signal })),
    }),
  snapshots: queryOptions({
    queryKey: [...all, 'snapshots'],
    queryFn: ({ signal }) => answer(api.GET('/api/cover/snapshots', { signal })),
  }),
  snapshot: (id: string) =>
    queryOptions({
      queryKey: [...all, 'snapshot', id],
      queryFn: ({ signal }) => answer(api.GET('/api/cover/snapshots/{id}', { params: { path: { id } }, signal })),
      staleTime: Infinity,
    }),
}

/** The file, asked for only when somebody downloads it: each time is accounted for. */
export const downloadCover = (asked: CoverAsked): Promise<string> =>
  answer(api.GET('/api/cover.csv', { params: { query: query(asked) }, parseAs: 'text' }))

export const enterInput = mutationOptions({
  mutationFn: (body: CoverInputGiven) => save('POST', '/api/cover/inputs', { body }),
  onSuccess: (_saved, _sent, _result, { client }) => client.invalidateQueries({ queryKey: all }),
})

export const keepSnapshot = mutationOptions({
  mutationFn: (asked: CoverAsked) => save('POST', '/api/cover/snapshots', { body: query(asked) }),
  onSuccess: (_saved, _sent, _result, { client }) => client.invalidateQueries({ queryKey: coverQueries.snapshots.queryKey }),
})
