import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { Certificate, RevocationReason } from '#domain/certificate.ts'
import { answer, api } from '#lib/api-client.ts'
import { ApiError } from '#lib/api-error.ts'
import { save } from '#lib/saving.ts'
import type { IssuedFilters } from './issued-filters.ts'

const all = ['certificates'] as const

export const certificateQueries = {
  own: queryOptions({
    queryKey: [...all, 'own'],
    queryFn: ({ signal }) => answer(api.GET('/api/certificates', { signal })),
    staleTime: 0,
  }),
  one: (code: string) =>
    queryOptions({
      queryKey: [...all, 'one', code],
      queryFn: ({ signal }) => answer(api.GET('/api/certificates/{code}', { params: { path: { code } }, signal })),
      staleTime: 0,
    }),
  issued: (query: IssuedFilters) =>
    queryOptions({
      queryKey: [...all, 'issued', query],
      queryFn: ({ signal }) => answer(api.GET('/api/issued-certificates', { params: { query }, signal })),
      staleTime: 0,
    }),
}

const shown = {
  onSuccess: (saved: Certificate, _sent: unknown, _result: unknown, { client }: { client: QueryClient }) => {
    client.setQueryData(certificateQueries.one(saved.claims.code).queryKey, saved)
    return client.invalidateQueries({ queryKey: [...all, 'issued'], refetchType: 'none' })
  },
  onError: async (error: Error, _sent: unknown, _result: unknown, { client }: { client: QueryClient }) => {
    if (error instanceof ApiError && (error.status === 412 || error.status === 409)) await client.invalidateQueries({ queryKey: all })
  },
}

export const setReminders = ({ claims: { code }, version }: Certificate) =>
  mutationOptions({
    mutationFn: (on: boolean) => save('PUT', '/api/certificates/{code}/reminders', { path: { code }, ifMatch: version, body: { on } }),
    ...shown,
  })

export const revokeCertificate = ({ claims: { code }, version }: Certificate) =>
  mutationOptions({
    mutationFn: (body: { reason: RevocationReason; words: string }) =>
      save('PUT', '/api/certificates/{code}/revocation', { path: { code }, ifMatch: version, body }),
    ...shown,
  })

export const downloadCredential = (code: string): Promise<Blob> =>
  answer(api.GET('/api/certificates/{code}/credential', { params: { path: { code } }, parseAs: 'blob' }))

export const downloadPdf = (code: string): Promise<Blob> =>
  answer(api.GET('/api/certificates/{code}/pdf', { params: { path: { code } }, parseAs: 'blob' }))
