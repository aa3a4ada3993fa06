import { mutationOptions } from '@tanstack/react-query'
import type { Attempt } from '#domain/training.ts'
import { ApiError } from '#lib/api-error.ts'
import { save } from '#lib/saving.ts'
import { refresh, trainingQueries } from './training.queries.ts'

export const submitCheck = mutationOptions({
  mutationFn: ({ id, version, key }: { id: string; version: number; key: string }) =>
    save('POST', '/api/attempts/{id}/submission', { path: { id }, ifMatch: version, key }),
  onSuccess: (attempt, _sent, _result, { client }) => {
    client.setQueryData(trainingQueries.attempt(attempt.id).queryKey, attempt)
    return refresh(client)
  },
  onError: (error, { id }, _result, { client }) => {
    if (error instanceof ApiError && error.status === 412) client.setQueryData(trainingQueries.attempt(id).queryKey, error.problem.current as Attempt)
  },
})
