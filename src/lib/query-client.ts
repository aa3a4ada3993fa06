import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './api-error.ts'

/**
 * A refusal is not asked again; an answer that did not come is, twice. What the browser thinks of the network decides nothing: a question that waited for it
 * would leave a page waiting with no word.
 */
export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (tries, error) => error instanceof ApiError && error.passing && tries < 2,
        refetchOnWindowFocus: true,
        refetchOnReconnect: true,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
