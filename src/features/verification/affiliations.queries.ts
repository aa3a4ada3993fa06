import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import type { Affiliation, AffiliationGiven, Affiliations } from '#domain/affiliation.ts'
import { answer, api } from '#lib/api-client.ts'
import { save } from '#lib/saving.ts'

const all = ['affiliations'] as const

export const affiliationQueries = {
  own: queryOptions({ queryKey: [...all, 'own'], queryFn: ({ signal }) => answer(api.GET('/api/affiliations', { signal })) }),
  assessors: queryOptions({ queryKey: [...all, 'assessors'], queryFn: ({ signal }) => answer(api.GET('/api/assessors', { signal })) }),
  /** What coordinators see of somebody in the pool. */
  ofPerson: (id: string) =>
    queryOptions({
      queryKey: [...all, 'of', id],
      queryFn: ({ signal }) => answer(api.GET('/api/people/{id}/affiliations', { params: { path: { id } }, signal })),
    }),
  search: (name: string) =>
    queryOptions({
      queryKey: [...all, 'search', name],
      queryFn: ({ signal }) => answer(api.GET('/api/organisations', { params: { query: { name } }, signal })),
    }),
}

/** What can be sent, and to whom, depends on what was declared. */
const refresh = (client: QueryClient) =>
  Promise.all([
    client.invalidateQueries({ queryKey: affiliationQueries.own.queryKey }),
    client.invalidateQueries({ queryKey: ['verification'], refetchType: 'none' }),
  ])

const thenRefresh = { onSuccess: (_result: unknown, _sent: unknown, _context: unknown, { client }: { client: QueryClient }) => refresh(client) }
const thenKeep = {
  onSuccess: (now: Affiliations, _sent: unknown, _context: unknown, { client }: { client: QueryClient }) => {
    client.setQueryData(affiliationQueries.own.queryKey, now)
    return client.invalidateQueries({ queryKey: ['verification'], refetchType: 'none' })
  },
}

const asSent = ({ isOrganisation = false, ...given }: AffiliationGiven) => ({ ...given, isOrganisation })

export const saveAffiliation = mutationOptions({
  mutationFn: ({ before, given, key }: { before: Affiliation | null; given: AffiliationGiven; key: string }) =>
    before
      ? save('PUT', '/api/affiliations/{id}', { path: { id: before.id }, ifMatch: before.version, body: asSent(given) })
      : save('POST', '/api/affiliations', { body: asSent(given), key }),
  ...thenRefresh,
})

export const removeAffiliation = mutationOptions({
  mutationFn: ({ id, version }: Affiliation) => save('DELETE', '/api/affiliations/{id}', { path: { id }, ifMatch: version }),
  ...thenKeep,
})

export const confirmAffiliations = mutationOptions({ mutationFn: () => save('POST', '/api/affiliations/confirmation', {}), ...thenKeep })

export const declareTie = mutationOptions({
  mutationFn: (tie: { personId: string; reason: string }) => save('POST', '/api/ties', { body: tie }),
  ...thenKeep,
})

export const withdrawTie = mutationOptions({
  mutationFn: (id: string) => save('DELETE', '/api/ties/{id}', { path: { id } }),
  ...thenKeep,
})

/** What is changed for somebody shows on their page, in their history, and in what the roster finds. */
const refreshPerson = (id: string) => ({
  onSuccess: (_result: unknown, _sent: unknown, _context: unknown, { client }: { client: QueryClient }) =>
    Promise.all([
      client.invalidateQueries({ queryKey: affiliationQueries.ofPerson(id).queryKey }),
      client.invalidateQueries({ queryKey: ['panel-pool'], refetchType: 'none' }),
      client.invalidateQueries({ queryKey: ['register'], refetchType: 'none' }),
    ]),
})

export const keepAffiliation = (id: string) =>
  mutationOptions({
    mutationFn: ({ before, given, key }: { before: Affiliation | null; given: AffiliationGiven; key: string }) =>
      before
        ? save('PUT', '/api/people/{id}/affiliations/{affiliationId}', {
            path: { id, affiliationId: before.id },
            ifMatch: before.version,
            body: asSent(given),
          })
        : save('POST', '/api/people/{id}/affiliations', { path: { id }, body: asSent(given), key }),
    ...refreshPerson(id),
  })

export const strikeAffiliation = (id: string) =>
  mutationOptions({
    mutationFn: ({ id: affiliationId, version }: Affiliation) =>
      save('DELETE', '/api/people/{id}/affiliations/{affiliationId}', { path: { id, affiliationId }, ifMatch: version }),
    ...refreshPerson(id),
  })

export const recordDeclaration = (id: string) =>
  mutationOptions({
    mutationFn: (declaredOn: string) => save('POST', '/api/people/{id}/declaration', { path: { id }, body: { declaredOn } }),
    ...refreshPerson(id),
  })
