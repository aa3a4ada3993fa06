import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import type { Account, Role } from '#domain/account.ts'
import type { Region } from '#domain/region.ts'
import { answer, api } from '#lib/api-client.ts'
import { ApiError } from '#lib/api-error.ts'
import type { paths } from '#lib/contract.d.ts'
import { save } from '#lib/saving.ts'

const all = ['accounts'] as const
type Filters = NonNullable<paths['/api/accounts']['get']['parameters']['query']>

export const accountQueries = {
  list: (filters: Filters) =>
    queryOptions({
      queryKey: [...all, 'list', filters],
      queryFn: ({ signal }) => answer(api.GET('/api/accounts', { params: { query: filters }, signal })),
    }),
  account: (id: string) =>
    queryOptions({ queryKey: [...all, id], queryFn: ({ signal }) => answer(api.GET('/api/accounts/{id}', { params: { path: { id } }, signal })) }),
  mail: queryOptions({ queryKey: [...all, 'mail'], queryFn: ({ signal }) => answer(api.GET('/api/mail', { signal })), staleTime: 0 }),
  settings: queryOptions({ queryKey: ['settings'], queryFn: ({ signal }) => answer(api.GET('/api/settings', { signal })) }),
}

/** Also after a refusal because somebody else was faster: the next try is then about the account as it is now. What was typed stays in its form. */
const refresh = {
  onSuccess: (_saved: Account, _sent: unknown, _result: unknown, { client }: { client: QueryClient }) => client.invalidateQueries({ queryKey: all }),
  onError: async (error: Error, _sent: unknown, _result: unknown, { client }: { client: QueryClient }) => {
    if (error instanceof ApiError && error.status === 412) await client.invalidateQueries({ queryKey: all })
  },
}

export const invite = mutationOptions({
  mutationFn: ({ key, ...body }: { key: string; name: string; email: string; role: Exclude<Role, 'learner'>; region: Region | null }) =>
    save('POST', '/api/invitations', { body, key }),
  ...refresh,
})
export const inviteAgain = (id: string) =>
  mutationOptions({ mutationFn: () => save('POST', '/api/accounts/{id}/invitation', { path: { id } }), ...refresh })
/** The account is gone with it; the page that shows it stays as it is until it is left. */
export const withdrawInvitation = ({ id, version }: Account) =>
  mutationOptions({
    mutationFn: () => save('DELETE', '/api/accounts/{id}/invitation', { path: { id }, ifMatch: version }),
    onSuccess: async (_saved, _sent, _result, { client }) => {
      await client.invalidateQueries({ queryKey: [...all, id], refetchType: 'none' })
      await client.invalidateQueries({ queryKey: [...all, 'list'] })
    },
    onError: refresh.onError,
  })
export const suspend = ({ id, version }: Account) =>
  mutationOptions({
    mutationFn: (reason: string) => save('PUT', '/api/accounts/{id}/suspension', { path: { id }, ifMatch: version, body: { reason } }),
    ...refresh,
  })
export const liftSuspension = ({ id, version }: Account) =>
  mutationOptions({ mutationFn: () => save('DELETE', '/api/accounts/{id}/suspension', { path: { id }, ifMatch: version }), ...refresh })
export const removeSecondFactor = ({ id, version }: Account) =>
  mutationOptions({ mutationFn: () => save('DELETE', '/api/accounts/{id}/second-factor', { path: { id }, ifMatch: version }), ...refresh })

export const sendMailAgain = (id: string) =>
  mutationOptions({
    mutationFn: () => save('POST', '/api/mail/{id}/sending', { path: { id } }),
    onSuccess: (_saved, _sent, _result, { client }) => client.invalidateQueries({ queryKey: accountQueries.mail.queryKey }),
  })

export const changeSetting = mutationOptions({
  mutationFn: ({ key, version, value }: { key: string; version: number; value: number }) =>
    save('PUT', '/api/settings/{key}', { path: { key }, ifMatch: version, body: { value } }),
  onSuccess: (_saved, _sent, _result, { client }) => client.invalidateQueries({ queryKey: ['settings'] }),
})
