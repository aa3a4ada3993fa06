import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { answer, api } from '#lib/api-client.ts'
import { save } from '#lib/saving.ts'

const all = ['question-banks'] as const

export interface QuestionPlace {
  moduleId: string
  question: string
  version: number
}

export const bankQueries = {
  list: queryOptions({ queryKey: [...all, 'list'], queryFn: ({ signal }) => answer(api.GET('/api/question-banks', { signal })) }),
  bank: (moduleId: string) =>
    queryOptions({
      queryKey: [...all, 'bank', moduleId],
      queryFn: ({ signal }) => answer(api.GET('/api/question-banks/{moduleId}', { params: { path: { moduleId } }, signal })),
    }),
  question: (place: QuestionPlace) =>
    queryOptions({
      queryKey: [...all, 'question', place],
      queryFn: ({ signal }) =>
        answer(api.GET('/api/question-banks/{moduleId}/questions/{question}/{version}', { params: { path: { ...place } }, signal })),
    }),
}

/** Results of tries may have gone up by it, so that what was read of anybody's training is read again. */
export const withdrawQuestion = (place: QuestionPlace) =>
  mutationOptions({
    mutationFn: (reason: string) =>
      save('POST', '/api/question-banks/{moduleId}/questions/{question}/{version}/withdrawal', { path: { ...place }, body: { reason } }),
    onSuccess: (_withdrawn, _sent, _result, { client }) => {
      client.removeQueries({ queryKey: ['training', 'attempt'] })
      return Promise.all([
        client.invalidateQueries({ queryKey: all, refetchType: 'none' }),
        client.invalidateQueries({ queryKey: ['training'], refetchType: 'none' }),
        client.invalidateQueries({ queryKey: ['panel-pool'], refetchType: 'none' }),
      ])
    },
  })
