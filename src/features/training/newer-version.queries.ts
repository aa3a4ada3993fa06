import { mutationOptions } from '@tanstack/react-query'
import { save } from '#lib/saving.ts'
import { refresh, trainingQueries } from './training.queries.ts'

/** What was read of the older version is forgotten: the same addresses now hold the words of the newer one. */
export const moveToVersion = (moduleId: string) =>
  mutationOptions({
    mutationFn: ({ id, version, to, key }: { id: string; version: number; to: number; key: string }) =>
      save('POST', '/api/enrolments/{id}/version', { path: { id }, ifMatch: version, body: { to }, key }),
    onSuccess: (_moved, _sent, _result, { client }) => {
      client.removeQueries({ queryKey: trainingQueries.lesson(moduleId, '').queryKey.slice(0, -1) })
      return refresh(client)
    },
    // Another tab changed it, or began a check: what stands on the page is no longer so.
    onError: (_error, _sent, _result, { client }) => refresh(client),
  })
