import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { TodayItem } from '#domain/today.ts'
import { answer, api } from '#lib/api-client.ts'
import { save } from '#lib/saving.ts'
import type { TodayAsked } from './today-filters.ts'

const everyToday = ['today'] as const

/** How much of the list is shown is for the page alone. */
export function todayQuery(asked: TodayAsked) {
  const query = { ...asked }
  delete query.all
  return queryOptions({
    queryKey: [...everyToday, query],
    queryFn: ({ signal }) => answer(api.GET('/api/today', { params: { query }, signal })),
  })
}

/** Says that one sees to something, or no longer does. Somebody who was quicker is named by the 412. */
export const takeItem = mutationOptions({
  mutationFn: ({ item: { key, version }, taken }: { item: TodayItem; taken: boolean }) =>
    save('PUT', '/api/today/{key}/taking', { path: { key }, ifMatch: version, body: { taken } }),
  onSettled: (_today, _error, _sent, _result, { client }) => client.invalidateQueries({ queryKey: everyToday }),
})

export const putOffItem = mutationOptions({
  mutationFn: ({ item: { key, version }, ...body }: { item: TodayItem; until: string | null; reason: string }) =>
    save('PUT', '/api/today/{key}/put-off', { path: { key }, ifMatch: version, body }),
  onSuccess: (_today, _sent, _result, { client }) => client.invalidateQueries({ queryKey: everyToday }),
})
