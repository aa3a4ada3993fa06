import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import type { NewVerificationRequest, VerificationRequest } from '#domain/verification.ts'
import { answer, api } from '#lib/api-client.ts'
import { save } from '#lib/saving.ts'

const all = ['verification'] as const

export const verificationQueries = {
  options: queryOptions({ queryKey: [...all, 'options'], queryFn: ({ signal }) => answer(api.GET('/api/verification-options', { signal })) }),
  list: queryOptions({ queryKey: [...all, 'list'], queryFn: ({ signal }) => answer(api.GET('/api/verification-requests', { signal })) }),
  request: (id: string) =>
    queryOptions({
      queryKey: [...all, 'request', id],
      queryFn: ({ signal }) => answer(api.GET('/api/verification-requests/{id}', { params: { path: { id } }, signal })),
    }),
  unassigned: queryOptions({
    queryKey: [...all, 'unassigned'],
    queryFn: ({ signal }) => answer(api.GET('/api/verification-requests/without-assessor', { signal })),
  }),
}

function keep(client: QueryClient, request: VerificationRequest) {
  client.setQueryData(verificationQueries.request(request.id).queryKey, request)
  return Promise.all([
    client.invalidateQueries({ queryKey: verificationQueries.list.queryKey, refetchType: 'none' }),
    client.invalidateQueries({ queryKey: verificationQueries.options.queryKey, refetchType: 'none' }),
    // The log says with whom each entry is shared.
    client.invalidateQueries({ queryKey: ['learning-log'], refetchType: 'none' }),
  ])
}

const thenKeep = {
  onSuccess: (request: VerificationRequest, _sent: unknown, _context: unknown, { client }: { client: QueryClient }) => keep(client, request),
}

/** Everything that somebody chose to send. */
export type Chosen = NewVerificationRequest & { entries: string[] }

export const sendRequest = mutationOptions({
  mutationFn: ({ request, key }: { request: Chosen; key: string }) => save('POST', '/api/verification-requests', { body: request, key }),
  ...thenKeep,
})

const path = ({ id }: VerificationRequest) => ({ id })

export const withdrawRequest = mutationOptions({
  mutationFn: (request: VerificationRequest) =>
    save('POST', '/api/verification-requests/{id}/withdrawal', { path: path(request), ifMatch: request.version }),
  ...thenKeep,
})

export const resendRequest = mutationOptions({
  mutationFn: (request: VerificationRequest) =>
    save('POST', '/api/verification-requests/{id}/resending', { path: path(request), ifMatch: request.version }),
  ...thenKeep,
})

export const dropAnswer = mutationOptions({
  mutationFn: (request: VerificationRequest) =>
    save('POST', '/api/verification-requests/{id}/answer-withdrawal', { path: path(request), ifMatch: request.version }),
  ...thenKeep,
})

export const objectToAssessor = mutationOptions({
  mutationFn: ({ request, reason }: { request: VerificationRequest; reason: string }) =>
    save('POST', '/api/verification-requests/{id}/objection', { path: path(request), ifMatch: request.version, body: { reason } }),
  ...thenKeep,
})

export const answerLevels = mutationOptions({
  mutationFn: ({ request, ...body }: { request: VerificationRequest; answers: { skill: string; text: string }[]; readWarning: boolean }) =>
    save('POST', '/api/verification-requests/{id}/answer', { path: path(request), ifMatch: request.version, body }),
  ...thenKeep,
})

export const shareEntry = mutationOptions({
  mutationFn: ({ request, noteId }: { request: VerificationRequest; noteId: string }) =>
    save('POST', '/api/verification-requests/{id}/log-entries', { path: path(request), body: { noteId } }),
  ...thenKeep,
})

export const takeBackEntry = mutationOptions({
  mutationFn: ({ request, noteId }: { request: VerificationRequest; noteId: string }) =>
    save('DELETE', '/api/verification-requests/{id}/log-entries/{noteId}', { path: { ...path(request), noteId } }),
  ...thenKeep,
})

export const nameAssessor = mutationOptions({
  mutationFn: ({ id, version, personId, reason }: { id: string; version: number; personId: string; reason: string }) =>
    save('PUT', '/api/verification-requests/{id}/assessor', { path: { id }, ifMatch: version, body: { personId, reason } }),
  onSuccess: (waiting, _sent, _context, { client }: { client: QueryClient }) => client.setQueryData(verificationQueries.unassigned.queryKey, waiting),
})
