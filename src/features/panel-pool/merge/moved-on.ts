import type { QueryClient } from '@tanstack/react-query'
import { redirect } from 'react-router'
import { ApiError } from '#lib/api-error.ts'
import { paths } from '#paths'
import { mergeQueries } from './merge.queries.ts'

/**
 * Where the address of a record leads that is not there: to what is said of it, where it was put together with another one.
 * @throws the error itself, where it was not, or is not for the asker to know.
 */
export async function movedOn(client: QueryClient, id: string, error: unknown): Promise<Response> {
  if (!(error instanceof ApiError) || error.status !== 404) throw error
  const { into } = await client.fetchQuery(mergeQueries.ofPerson(id)).catch(() => ({ into: null }))
  if (!into) throw error
  return redirect(paths.merged(into.id))
}
