import { infiniteQueryOptions, keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query'
import type { Person, Profile } from '#domain/person.ts'
import type { StandingMove } from '#domain/standing.ts'
import { answer, api } from '#lib/api-client.ts'
import { save } from '#lib/saving.ts'
import { type Filters, rosterQuery } from './roster-filters.ts'

const all = ['panel-pool'] as const

export const panelPoolQueries = {
  roster: (filters: Filters) =>
    queryOptions({
      queryKey: [...all, 'roster', filters],
      queryFn: ({ signal }) => answer(api.GET('/api/people', { params: { query: rosterQuery(filters) }, signal })),
    }),
  /** How many people each further choice would lead to. What was counted last stays on show until what is counted now comes. */
  counts: (filters: Filters, work: boolean) => {
    const { after: _after, before: _before, sort: _sort, ...asked } = rosterQuery(filters)
    return queryOptions({
      queryKey: [...all, 'counts', asked, work],
      queryFn: ({ signal }) =>
        answer(api.GET('/api/people/counts', { params: { query: { ...asked, ...(work ? { of: 'work' as const } : {}) } }, signal })),
      placeholderData: keepPreviousData,
    })
  },
  organisations: (name: string) =>
    queryOptions({
      queryKey: [...all, 'organisations', name],
      queryFn: ({ signal }) => answer(api.GET('/api/organisations', { params: { query: { name } }, signal })),
    }),
  person: (id: string) =>
    queryOptions({
      queryKey: [...all, 'person', id],
      queryFn: ({ signal }) => answer(api.GET('/api/people/{id}', { params: { path: { id } }, signal })),
    }),
  standing: (id: string) =>
    queryOptions({
      queryKey: [...all, 'standing', id],
      queryFn: ({ signal }) => answer(api.GET('/api/people/{id}/standing', { params: { path: { id } }, signal })),
    }),
  training: (id: string) =>
    queryOptions({
      queryKey: [...all, 'training', id],
      queryFn: ({ signal }) => answer(api.GET('/api/people/{id}/training', { params: { path: { id } }, signal })),
    }),
  requests: (id: string) =>
    queryOptions({
      queryKey: [...all, 'requests', id],
      queryFn: ({ signal }) => answer(api.GET('/api/people/{id}/verification-requests', { params: { path: { id } }, signal })),
    }),
  /** The names of the framework. It changes once in a while, so an hour old is new enough. */
  outline: queryOptions({
    queryKey: [...all, 'outline'],
    queryFn: ({ signal }) => answer(api.GET('/api/framework/outline', { signal })),
    staleTime: 3_600_000,
  }),
  verifiedSkills: (id: string) =>
    queryOptions({
      queryKey: [...all, 'verified-skills', id],
      queryFn: ({ signal }) => answer(api.GET('/api/people/{id}/verified-skills', { params: { path: { id } }, signal })),
    }),
  history: (id: string) =>
    infiniteQueryOptions({
      queryKey: [...all, 'history', id],
      queryFn: ({ signal, pageParam }) =>
        answer(api.GET('/api/people/{id}/history', { params: { path: { id }, query: pageParam ? { before: pageParam } : {} }, signal })),
      initialPageParam: '',
      getNextPageParam: ({ next }) => next,
    }),
}

/** Waits for the server: it alone knows whether someone else changed the person meanwhile (412 brings the current record). */
export const keepProfile = ({ id }: Person) =>
  mutationOptions({
    mutationFn: ({ version, profile }: { version: number; profile: Profile }) =>
      save('PUT', '/api/people/{id}/profile', { path: { id }, ifMatch: version, body: profile }),
    onSuccess: (person, _sent, _result, { client }) => {
      client.setQueryData(panelPoolQueries.person(id).queryKey, person)
      return Promise.all([
        client.invalidateQueries({ queryKey: all, refetchType: 'none' }),
        client.invalidateQueries({ queryKey: ['training'], refetchType: 'none' }),
        client.invalidateQueries({ queryKey: ['session'] }),
      ])
    },
  })

/** Moves somebody to another standing. Whatever is shown of them, and of who is on the roster, may follow from it. */
export const moveStanding = mutationOptions({
  mutationFn: ({ id, version, move }: { id: string; version: number; move: StandingMove }) =>
    save('PUT', '/api/people/{id}/standing', { path: { id }, ifMatch: version, body: move }),
  onSettled: (_moved, _error, _sent, _result, { client }) =>
    Promise.all([client.invalidateQueries({ queryKey: all, refetchType: 'none' }), client.invalidateQueries({ queryKey: ['membership-asks'] })]),
})
