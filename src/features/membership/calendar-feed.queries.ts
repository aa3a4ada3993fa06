import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { answer, api } from '#lib/api-client.ts'
import { save } from '#lib/saving.ts'

export const feedQuery = queryOptions({ queryKey: ['calendar-feed'], queryFn: ({ signal }) => answer(api.GET('/api/calendar-feed', { signal })) })

export const makeFeed = mutationOptions({
  mutationFn: () => save('PUT', '/api/calendar-feed', {}),
  // The address is for the page that made it alone: what is kept is that there is one.
  onSuccess: ({ madeAt }, _sent, _result, { client }) => client.setQueryData(feedQuery.queryKey, { madeAt }),
})

export const removeFeed = mutationOptions({
  mutationFn: () => save('DELETE', '/api/calendar-feed', {}),
  onSuccess: (none, _sent, _result, { client }) => client.setQueryData(feedQuery.queryKey, none),
})

export const downloadCalendar = (): Promise<Blob> => answer(api.GET('/api/calendar.ics', { parseAs: 'blob' }))
