import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { answer, api } from '#lib/api-client.ts'
import type { paths } from '#lib/contract.d.ts'
import { save } from '#lib/saving.ts'

export const planQuery = queryOptions({ queryKey: ['key-skills', 'own', 'plan'], queryFn: ({ signal }) => answer(api.GET('/api/plan', { signal })) })

export type Decision = paths['/api/plan/steps/{key}']['put']['requestBody']['content']['application/json']

export const decideStep = mutationOptions({
  mutationFn: ({ key, version, decision }: { key: string; version: number; decision: Decision }) =>
    save('PUT', '/api/plan/steps/{key}', { path: { key }, ifMatch: version, body: decision }),
  onSettled: (_step, _error, _sent, _result, { client }) => client.invalidateQueries({ queryKey: planQuery.queryKey }),
})
