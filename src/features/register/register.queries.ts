import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { AdditionGiven, OrganisationGiven, OrganisationRecord } from '#domain/organisation.ts'
import { answer, api } from '#lib/api-client.ts'
import { save } from '#lib/saving.ts'
import type { Filters } from './register-filters.ts'

const all = ['register'] as const

export const registerQueries = {
  list: (filters: Filters) =>
    queryOptions({
      queryKey: [...all, 'list', filters],
      queryFn: ({ signal }) => answer(api.GET('/api/register', { params: { query: filters }, signal })),
    }),
  /** The areas change once in years, so an hour old is new enough. */
  areas: queryOptions({ queryKey: [...all, 'areas'], queryFn: ({ signal }) => answer(api.GET('/api/areas', { signal })), staleTime: 3_600_000 }),
  one: (organisationId: string) =>
    queryOptions({
      queryKey: [...all, 'one', organisationId],
      queryFn: ({ signal }) => answer(api.GET('/api/register/{organisationId}', { params: { path: { organisationId } }, signal })),
    }),
  search: (name: string) =>
    queryOptions({
      queryKey: [...all, 'search', name],
      queryFn: ({ signal }) => answer(api.GET('/api/organisations', { params: { query: { name } }, signal })),
    }),
  unmatched: (after?: string) =>
    queryOptions({
      queryKey: [...all, 'unmatched', after ?? ''],
      queryFn: ({ signal }) => answer(api.GET('/api/unmatched-affiliations', { params: { query: after ? { after } : {} }, signal })),
    }),
  person: (id: string) =>
    queryOptions({
      queryKey: [...all, 'person', id],
      queryFn: ({ signal }) => answer(api.GET('/api/people/{id}', { params: { path: { id } }, signal })),
    }),
  affiliations: (id: string) =>
    queryOptions({
      queryKey: [...all, 'affiliations', id],
      queryFn: ({ signal }) => answer(api.GET('/api/people/{id}/affiliations', { params: { path: { id } }, signal })),
    }),
}

/** A change to one organisation may change what every list and every other organisation says. */
const thenKeep = {
  onSuccess: async (now: OrganisationRecord, _sent: unknown, _context: unknown, { client }: { client: QueryClient }) => {
    await client.invalidateQueries({ queryKey: all, refetchType: 'none' })
    client.setQueryData(registerQueries.one(now.id).queryKey, now)
  },
}

export const addOrganisation = mutationOptions({
  mutationFn: ({ given, key }: { given: OrganisationGiven; key: string }) => save('POST', '/api/register', { body: given, key }),
  ...thenKeep,
})

export const addToOrganisation = ({ id, version }: Pick<OrganisationRecord, 'id' | 'version'>) =>
  mutationOptions({
    mutationFn: (given: AdditionGiven) =>
      save('POST', '/api/register/{organisationId}/additions', { path: { organisationId: id }, ifMatch: version, body: given }),
    ...thenKeep,
  })

export const takeBackAddition = ({ id, version }: Pick<OrganisationRecord, 'id' | 'version'>) =>
  mutationOptions({
    mutationFn: (additionId: string) =>
      save('DELETE', '/api/register/{organisationId}/additions/{additionId}', { path: { organisationId: id, additionId }, ifMatch: version }),
    ...thenKeep,
  })

export const matchAffiliation = (id: string) =>
  mutationOptions({
    mutationFn: ({ affiliationId, version, organisationId }: { affiliationId: string; version: number; organisationId: string }) =>
      save('PUT', '/api/people/{id}/affiliations/{affiliationId}/organisation', {
        path: { id, affiliationId },
        ifMatch: version,
        body: { organisationId },
      }),
    onSuccess: (_result: unknown, _sent: unknown, _context: unknown, { client }: { client: QueryClient }) =>
      Promise.all([all, ['affiliations'], ['panel-pool']].map((queryKey) => client.invalidateQueries({ queryKey, refetchType: 'none' }))),
  })
