import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { type LoaderFunctionArgs, redirect } from 'react-router'
import type { Merge, MergeGiven } from '#domain/merge.ts'
import { answer, api } from '#lib/api-client.ts'
import { queryClient } from '#lib/router-context.ts'
import { save } from '#lib/saving.ts'
import { paths } from '#paths'

// Under the key of the feature: what is changed about a person changes what is shown of their records.
const all = ['panel-pool', 'merge'] as const

export const mergeQueries = {
  preview: (id: string, otherId: string) =>
    queryOptions({
      queryKey: [...all, 'preview', id, otherId],
      queryFn: ({ signal }) => answer(api.GET('/api/people/{id}/merge/{otherId}', { params: { path: { id, otherId } }, signal })),
      // What somebody decides on is never what was read a while ago.
      staleTime: 0,
    }),
  one: (id: string) =>
    queryOptions({
      queryKey: [...all, 'one', id],
      queryFn: ({ signal }) => answer(api.GET('/api/merges/{id}', { params: { path: { id } }, signal })),
    }),
  ofPerson: (id: string) =>
    queryOptions({
      queryKey: [...all, 'of', id],
      queryFn: ({ signal }) => answer(api.GET('/api/people/{id}/merges', { params: { path: { id } }, signal })),
    }),
}

/** Lists, counts and both records are other than they were: whatever is kept of them and not on show is forgotten. */
const show = (client: QueryClient, now: Merge) => {
  client.removeQueries({ type: 'inactive' })
  client.setQueryData(mergeQueries.one(now.id).queryKey, now)
}

export const putTogether = mutationOptions({
  mutationFn: (given: MergeGiven) => save('POST', '/api/merges', { body: given }),
  onSuccess: (now, _given, _result, { client }) => show(client, now),
})

export const takeApart = (id: string) =>
  mutationOptions({
    mutationFn: (version: number) => save('POST', '/api/merges/{id}/undo', { path: { id }, ifMatch: version }),
    onSuccess: (now, _version, _result, { client }) => show(client, now),
    // Somebody else undid it: what is shown is out of date.
    onError: (_error, _version, _result, { client }) => client.invalidateQueries({ queryKey: mergeQueries.one(id).queryKey }),
  })

/**
 * Where the address of a record leads that is not there: to what is said of it, where it was put together with another one.
 * @throws the error itself, where it was not, or is not for the asker to know.
 */
export async function movedOn({ context, params: { id = '' } }: LoaderFunctionArgs, error: unknown): Promise<Response> {
  const { into } = await context
    .get(queryClient)
    .fetchQuery(mergeQueries.ofPerson(id))
    .catch(() => ({ into: null }))
  if (!into) throw error
  return redirect(paths.merged(into.kept.id, into.id))
}
