import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import type { PoolRole } from '#domain/person.ts'
import type { AnswerGiven, SelfAssessment, SkillAnswer } from '#domain/self-assessment.ts'
import { answer, api } from '#lib/api-client.ts'
import { save } from '#lib/saving.ts'

const all = ['key-skills', 'own'] as const

export const ownSkillQueries = {
  assessments: queryOptions({ queryKey: [...all, 'assessments'], queryFn: ({ signal }) => answer(api.GET('/api/self-assessments', { signal })) }),
  assessment: (id: string) =>
    queryOptions({
      queryKey: [...all, 'assessment', id],
      queryFn: ({ signal }) => answer(api.GET('/api/self-assessments/{id}', { params: { path: { id } }, signal })),
    }),
  profile: queryOptions({ queryKey: [...all, 'profile'], queryFn: ({ signal }) => answer(api.GET('/api/skill-profile', { signal })) }),
  move: queryOptions({ queryKey: [...all, 'move'], queryFn: ({ signal }) => answer(api.GET('/api/skill-profile/move', { signal })) }),
  /** A published version never changes, so its words are asked for once. */
  words: (version: number) =>
    queryOptions({
      queryKey: ['key-skills', 'version', version],
      queryFn: ({ signal }) => answer(api.GET('/api/framework/versions/{version}', { params: { path: { version } }, signal })),
      staleTime: Infinity,
    }),
}

/** What follows from an assessment is asked again when it is next shown. */
const refresh = (client: QueryClient) =>
  Promise.all([client.invalidateQueries({ queryKey: all }), client.invalidateQueries({ queryKey: ['training', 'task-list'] })])

const thenRefresh = {
  onSuccess: (assessment: SelfAssessment, _sent: unknown, _result: unknown, { client }: { client: QueryClient }) => {
    client.setQueryData(ownSkillQueries.assessment(assessment.id).queryKey, assessment)
    return refresh(client)
  },
}

export const startSelfAssessment = mutationOptions({
  mutationFn: ({ roles, key }: { roles: PoolRole[]; key: string }) => save('POST', '/api/self-assessments', { body: { roles }, key }),
  ...thenRefresh,
})

export const submitSelfAssessment = mutationOptions({
  mutationFn: ({ id, version, key }: { id: string; version: number; key: string }) =>
    save('POST', '/api/self-assessments/{id}/submission', { path: { id }, ifMatch: version, key }),
  ...thenRefresh,
})

export const withdrawSelfAssessment = mutationOptions({
  mutationFn: ({ id, version, key }: { id: string; version: number; key: string }) =>
    save('POST', '/api/self-assessments/{id}/withdrawal', { path: { id }, ifMatch: version, key }),
  ...thenRefresh,
})

/** Moves the asker to the version in use, with their consent. */
export const agreeToMove = mutationOptions({
  mutationFn: (to: number) => save('POST', '/api/skill-profile/move', { body: { to } }),
  onSuccess: (_moved, _to, _result, { client }) => refresh(client),
})

export const keepSkillAnswer = (id: string, skill: string, version: number, given: AnswerGiven): Promise<SkillAnswer> =>
  save('PUT', '/api/self-assessments/{id}/answers/{skill}', { path: { id, skill }, ifMatch: version, body: given })

/** An assessment with one answer as it is now. */
export const withAnswer = (assessment: SelfAssessment, kept: SkillAnswer): SelfAssessment => ({
  ...assessment,
  answers: [...assessment.answers.filter(({ skill }) => skill !== kept.skill), kept],
})
