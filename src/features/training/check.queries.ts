import { mutationOptions } from '@tanstack/react-query'
import { save } from '#lib/saving.ts'
import { refresh, trainingQueries } from './training.queries.ts'

export const startCheck = mutationOptions({
  mutationFn: ({ moduleId, key }: { moduleId: string; key: string }) => save('POST', '/api/attempts', { body: { moduleId }, key }),
  onSuccess: (attempt, _sent, _result, { client }) => {
    client.setQueryData(trainingQueries.attempt(attempt.id).queryKey, attempt)
    return refresh(client)
  },
})
