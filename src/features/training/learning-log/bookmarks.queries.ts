import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { Bookmark } from '#domain/bookmark.ts'
import { answer, api } from '#lib/api-client.ts'
import { save } from '#lib/saving.ts'

export const bookmarkQueries = {
  all: queryOptions({
    queryKey: ['bookmarks'],
    queryFn: ({ signal }): Promise<Bookmark[]> => answer(api.GET('/api/bookmarks', { signal })).then(({ bookmarks }) => bookmarks),
    // A lesson can be come back to while the network is away.
    gcTime: Infinity,
  }),
}

type Place = Pick<Bookmark, 'moduleId' | 'moduleVersion' | 'lesson' | 'block'>

export const isAt = (one: Place, { moduleId, moduleVersion, lesson, block }: Place): boolean =>
  one.moduleId === moduleId && one.moduleVersion === moduleVersion && one.lesson === lesson && one.block === block

/** One after the other: of adding and taking away, whichever was meant last counts. */
let queue: Promise<unknown> = Promise.resolve()

/**
 * Adds a bookmark or takes it away. It is shown at once, since that it can be is known here; what was refused is shown as it is again.
 * @throws ApiError when it is refused.
 */
export function keepBookmark(client: QueryClient, bookmark: Bookmark, on: boolean): Promise<void> {
  const { moduleId, moduleVersion, lesson, block } = bookmark
  const sent = { path: { moduleId, moduleVersion, lesson, block } }
  const path = '/api/bookmarks/{moduleId}/{moduleVersion}/{lesson}/{block}'
  client.setQueryData(bookmarkQueries.all.queryKey, (all = []) => [...(on ? [bookmark] : []), ...all.filter((one) => !isAt(one, bookmark))])
  const kept = queue.then(async () => {
    try {
      await (on ? save('PUT', path, sent) : save('DELETE', path, sent))
    } finally {
      void client.invalidateQueries(bookmarkQueries.all)
    }
  })
  queue = kept.catch(() => undefined)
  return kept
}
