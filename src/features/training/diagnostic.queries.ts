import { mutationOptions } from '@tanstack/react-query'
import { save } from '#lib/saving.ts'
import { refresh, trainingQueries } from './training.queries.ts'

export const startDiagnostic = mutationOptions({
  mutationFn: ({ moduleId, key }: { moduleId: string; key: string }) => save('POST', '/api/diagnostics', { body: { moduleId }, key }),
  onSuccess: (attempt, _sent, _result, { client }) => {
    client.setQueryData(trainingQueries.attempt(attempt.id).queryKey, attempt)
    return refresh(client)
  },
  // Another tab began it, or the check: what stands on the page is no longer so.
  onError: (_error, _sent, _result, { client }) => refresh(client),
})
