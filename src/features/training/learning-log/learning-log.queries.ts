import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import type { LearningLog, LessonNote } from '#domain/learning-log.ts'
import { answer, api } from '#lib/api-client.ts'
import { save } from '#lib/saving.ts'
import type { LogFilters } from './log-filters.ts'

const all = ['learning-log'] as const

/** The lesson that notes belong to, in the version that is read. */
export interface NotePlace {
  moduleId: string
  moduleVersion: number
  lesson: string
}

export const learningLogQueries = {
  log: (filters: LogFilters) =>
    queryOptions({
      queryKey: [...all, 'log', filters],
      queryFn: ({ signal }): Promise<LearningLog> => answer(api.GET('/api/learning-log', { params: { query: filters }, signal })),
    }),
  notes: (place: NotePlace) =>
    queryOptions({
      queryKey: [...all, 'notes', place],
      queryFn: ({ signal }) =>
        answer(api.GET('/api/learning-log/{moduleId}/{moduleVersion}/{lesson}', { params: { path: { ...place } }, signal })).then(
          ({ notes }) => notes,
        ),
      // A lesson can be come back to while the network is away.
      gcTime: Infinity,
    }),
}

export const keepNote = (place: NotePlace, block: string, version: number, words: string) =>
  save('PUT', '/api/learning-log/{moduleId}/{moduleVersion}/{lesson}/{block}', { path: { ...place, block }, ifMatch: version, body: { words } })

/**
 * Shows a note as it is now wherever its lesson is shown, and asks what in it looks like a name: the answer to a save holds no words. The log asks again
 * when it is next opened.
 */
export function showNote(client: QueryClient, place: NotePlace, note: LessonNote): void {
  client.setQueryData(learningLogQueries.notes(place).queryKey, (notes = []) => [...notes.filter(({ block }) => block !== note.block), note])
  void client.invalidateQueries(learningLogQueries.notes(place))
  void client.invalidateQueries({ queryKey: [...all, 'log'], refetchType: 'none' })
}

export const deleteNote = mutationOptions({
  mutationFn: ({ id, version }: { id: string; version: number }) => save('DELETE', '/api/learning-log/{id}', { path: { id }, ifMatch: version }),
  onSuccess: (_gone, _sent, _result, { client }) => client.invalidateQueries({ queryKey: all }),
})

/** The log as a text file, filtered as it is shown. */
export const downloadLog = ({ module, search }: LogFilters): Promise<Blob> =>
  answer(api.GET('/api/learning-log.txt', { params: { query: { ...(module ? { module } : {}), ...(search ? { search } : {}) } }, parseAs: 'blob' }))
