import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import type { Availability, AvailabilityGiven, BackgroundGiven, CapacityGiven, Commitment, CommitmentGiven, Member } from '#domain/member.ts'
import type { Region } from '#domain/region.ts'
import { answer, api } from '#lib/api-client.ts'
import { ApiError } from '#lib/api-error.ts'
import { save } from '#lib/saving.ts'

const all = ['member'] as const

export const memberQueries = {
  one: (id: string) =>
    queryOptions({
      queryKey: [...all, id],
      queryFn: ({ signal }) => answer(api.GET('/api/people/{id}/member', { params: { path: { id } }, signal })),
    }),
  authorities: (name: string) =>
    queryOptions({
      queryKey: [...all, 'authorities', name],
      queryFn: ({ signal }) => answer(api.GET('/api/organisations', { params: { query: { name } }, signal })),
    }),
}

/** The answer is the whole member: what is left in each month follows from every part. Rosters and histories ask again when next opened. */
const thenShow = (id: string) => ({
  onSuccess: (member: Member, _sent: unknown, _result: unknown, { client }: { client: QueryClient }) => {
    client.setQueryData(memberQueries.one(id).queryKey, member)
    return client.invalidateQueries({ queryKey: ['panel-pool'], refetchType: 'none' })
  },
})

/** The parts of a member’s own record, each with how it is saved and what of the record it is. */
export const parts = {
  capacity: {
    of: ({ daysAMonth, mostReviews, months }: Member) => ({ daysAMonth, mostReviews, months }),
    save: (id: string, ifMatch: number, body: CapacityGiven) => save('PUT', '/api/people/{id}/member/capacity', { path: { id }, ifMatch, body }),
  },
  background: {
    of: ({ sector, specialisms, languages }: Member) => ({ sector, specialisms, languages }),
    save: (id: string, ifMatch: number, body: BackgroundGiven) => save('PUT', '/api/people/{id}/member/background', { path: { id }, ifMatch, body }),
  },
  regions: {
    of: ({ regions }: Member) => ({ regions }),
    save: (id: string, ifMatch: number, body: { regions: Region[] }) =>
      save('PUT', '/api/people/{id}/member/regions', { path: { id }, ifMatch, body }),
  },
}

type Part = keyof typeof parts
type Given<P extends Part> = Parameters<(typeof parts)[P]['save']>[2]

/**
 * Saves one part of a member. When somebody saved another part meanwhile, both count: it is sent again over theirs. Only when they changed this very part is
 * it refused, with what they saved.
 */
export const savePart = <P extends Part>(id: string, part: P) =>
  mutationOptions({
    mutationFn: async ({ opened, given }: { opened: Member; given: Given<P> }): Promise<Member> => {
      // Each part is sent what that part is.
      const send = parts[part].save as (person: string, version: number, body: Given<P>) => Promise<Member>
      const of = (member: Member) => JSON.stringify(parts[part].of(member))
      for (let base = opened; ;) {
        try {
          return await send(id, base.version, given)
        } catch (error) {
          if (!(error instanceof ApiError) || error.status !== 412) throw error
          const now = error.problem.current as Member
          if (of(now) !== of(opened)) throw error
          base = now
        }
      }
    },
    ...thenShow(id),
  })

export const saveAvailability = (id: string) =>
  mutationOptions({
    mutationFn: ({ before, given, key }: { before: Availability | null; given: AvailabilityGiven; key: string }): Promise<Member> =>
      before
        ? save('PUT', '/api/availability/{id}', { path: { id: before.id }, ifMatch: before.version, body: given })
        : save('POST', '/api/people/{id}/availability', { path: { id }, body: given, key }),
    ...thenShow(id),
  })

export const removeAvailability = (id: string) =>
  mutationOptions({
    mutationFn: (entry: Availability): Promise<Member> =>
      save('DELETE', '/api/availability/{id}', { path: { id: entry.id }, ifMatch: entry.version }),
    ...thenShow(id),
  })

export const saveCommitment = (id: string) =>
  mutationOptions({
    mutationFn: ({ before, given, key }: { before: Commitment | null; given: CommitmentGiven; key: string }): Promise<Member> =>
      before
        ? save('PUT', '/api/commitments/{id}', { path: { id: before.id }, ifMatch: before.version, body: given })
        : save('POST', '/api/people/{id}/commitments', { path: { id }, body: given, key }),
    ...thenShow(id),
  })

export const removeCommitment = (id: string) =>
  mutationOptions({
    mutationFn: (entry: Commitment): Promise<Member> => save('DELETE', '/api/commitments/{id}', { path: { id: entry.id }, ifMatch: entry.version }),
    ...thenShow(id),
  })

export const confirmMember = (id: string) =>
  mutationOptions({ mutationFn: (): Promise<Member> => save('POST', '/api/people/{id}/member/confirmation', { path: { id } }), ...thenShow(id) })
