import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './api-error.ts'

/** A refusal is not asked again; an answer that did not come is, twice. */
export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: (tries, error) => error instanceof ApiError && error.passing && tries < 2, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  })
