import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import type { FindingDraft, FindingGiven, RequestToAssess } from '#domain/finding.ts'
import type { DeclineWhy } from '#domain/verification.ts'
import { answer, api } from '#lib/api-client.ts'
import { save } from '#lib/saving.ts'

const all = ['assessing'] as const

export const assessorQueries = {
  queue: queryOptions({ queryKey: [...all, 'queue'], queryFn: ({ signal }) => answer(api.GET('/api/assessor/requests', { signal })) }),
  request: (id: string) =>
    queryOptions({
      queryKey: [...all, 'request', id],
      queryFn: ({ signal }) => answer(api.GET('/api/assessor/requests/{id}', { params: { path: { id } }, signal })),
    }),
}

const refreshQueue = (client: QueryClient) => client.invalidateQueries({ queryKey: assessorQueries.queue.queryKey, refetchType: 'none' })
const thenKeep = {
  onSuccess: (request: RequestToAssess, _sent: unknown, _context: unknown, { client }: { client: QueryClient }) => {
    client.setQueryData(assessorQueries.request(request.id).queryKey, request)
    return refreshQueue(client)
  },
}

interface Held {
  id: string
  version: number
}

export const acceptRequest = mutationOptions({
  mutationFn: ({ id, version }: Held) => save('POST', '/api/assessor/requests/{id}/acceptance', { path: { id }, ifMatch: version }),
  ...thenKeep,
})

export const declineRequest = mutationOptions({
  mutationFn: ({ id, version, why, reason }: Held & { why: DeclineWhy; reason: string }) =>
    save('POST', '/api/assessor/requests/{id}/refusal', { path: { id }, ifMatch: version, body: { why, reason } }),
  onSuccess: (_nothing, _sent, _context, { client }: { client: QueryClient }) => refreshQueue(client),
})

export const decideRequest = mutationOptions({
  mutationFn: ({ id, version }: Held) => save('POST', '/api/assessor/requests/{id}/decision', { path: { id }, ifMatch: version }),
  ...thenKeep,
})

export const keepFinding = (id: string, skill: string, version: number, finding: FindingGiven): Promise<FindingDraft> =>
  save('PUT', '/api/assessor/requests/{id}/findings/{skill}', { path: { id, skill }, ifMatch: version, body: finding })

/** A request with one finding as it was kept. */
export const withFinding = (request: RequestToAssess, finding: FindingDraft): RequestToAssess => ({
  ...request,
  items: request.items.map((item) => (item.skill === finding.skill ? { ...item, finding } : item)),
})
