import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import type { DomainWords, FrameworkDraft, SkillWords, SourceWords } from '#domain/framework-version.ts'
import type { Framework } from '#domain/framework.ts'
import { answer, api } from '#lib/api-client.ts'
import type { paths } from '#lib/contract.d.ts'
import { save } from '#lib/saving.ts'

const all = ['framework-versions'] as const

export const versionQueries = {
  list: queryOptions({ queryKey: [...all, 'list'], queryFn: ({ signal }) => answer(api.GET('/api/framework/drafts', { signal })), staleTime: 0 }),
  draft: (number: number) =>
    queryOptions({
      queryKey: [...all, 'draft', number],
      queryFn: ({ signal }) => answer(api.GET('/api/framework/drafts/{number}', { params: { path: { number } }, signal })),
      staleTime: 0,
    }),
  changes: (number: number) =>
    queryOptions({
      queryKey: [...all, 'changes', number],
      queryFn: ({ signal }) => answer(api.GET('/api/framework/drafts/{number}/changes', { params: { path: { number } }, signal })),
      staleTime: 0,
    }),
  skill: (number: number, skill: string) =>
    queryOptions({
      queryKey: [...all, 'skill', number, skill],
      queryFn: ({ signal }) => answer(api.GET('/api/framework/drafts/{number}/skills/{skill}', { params: { path: { number, skill } }, signal })),
      staleTime: 0,
    }),
  reviewers: queryOptions({ queryKey: [...all, 'reviewers'], queryFn: ({ signal }) => answer(api.GET('/api/framework/reviewers', { signal })) }),
}

/** What is published is read elsewhere too. */
const refresh = {
  onSuccess: (_saved: unknown, _sent: unknown, _result: unknown, { client }: { client: QueryClient }) =>
    Promise.all([client.invalidateQueries({ queryKey: all }), client.invalidateQueries({ queryKey: ['key-skills'] })]),
}

type DraftRequest = paths['/api/framework/drafts']['post']['requestBody']['content']['application/json']
type Move = paths['/api/framework/drafts/{number}/transitions']['post']['requestBody']['content']['application/json']
type Answer = paths['/api/framework/drafts/{number}/review']['post']['requestBody']['content']['application/json']

export const startDraft = mutationOptions({ mutationFn: (body: DraftRequest) => save('POST', '/api/framework/drafts', { body }), ...refresh })

export const moveVersion = ({ number, version }: FrameworkDraft) =>
  mutationOptions({
    mutationFn: (body: Move) => save('POST', '/api/framework/drafts/{number}/transitions', { path: { number }, ifMatch: version, body }),
    ...refresh,
  })

export const reviewDraft = ({ number, version }: FrameworkDraft) =>
  mutationOptions({
    mutationFn: (body: Answer) => save('POST', '/api/framework/drafts/{number}/review', { path: { number }, ifMatch: version, body }),
    ...refresh,
  })

export const keepBars = ({ number }: FrameworkDraft) =>
  mutationOptions({
    mutationFn: ({ version, bars }: { version: number; bars: Framework['bars'] }) =>
      save('PUT', '/api/framework/drafts/{number}/bars', { path: { number }, ifMatch: version, body: { bars } }),
    ...refresh,
  })

interface Part<Words> {
  version: number
  part: Words
}

export const keepDomains = (number: number) =>
  mutationOptions({
    mutationFn: ({ version, part }: Part<DomainWords[]>) =>
      save('PUT', '/api/framework/drafts/{number}/domains', { path: { number }, ifMatch: version, body: { domains: part } }),
    ...refresh,
  })

export const keepLevels = (number: number) =>
  mutationOptions({
    mutationFn: ({ version, part }: Part<FrameworkDraft['levels']>) =>
      save('PUT', '/api/framework/drafts/{number}/levels', { path: { number }, ifMatch: version, body: { levels: part } }),
    ...refresh,
  })

export const keepSource = (number: number) =>
  mutationOptions({
    mutationFn: ({ version, part: { id, words } }: Part<{ id: string; words: SourceWords }>) =>
      save('PUT', '/api/framework/drafts/{number}/sources/{source}', { path: { number, source: id }, ifMatch: version, body: words }),
    ...refresh,
  })

export const removeSource = (number: number) =>
  mutationOptions({
    mutationFn: ({ version, id }: { version: number; id: string }) =>
      save('DELETE', '/api/framework/drafts/{number}/sources/{source}', { path: { number, source: id }, ifMatch: version }),
    ...refresh,
  })

export const keepSkill = (number: number, skill: string) =>
  mutationOptions({
    mutationFn: ({ version, words }: { version: number; words: SkillWords }) =>
      save('PUT', '/api/framework/drafts/{number}/skills/{skill}', { path: { number, skill }, ifMatch: version, body: words }),
    ...refresh,
  })

export const removeSkill = (number: number, skill: string, version: number) =>
  mutationOptions({
    mutationFn: () => save('DELETE', '/api/framework/drafts/{number}/skills/{skill}', { path: { number, skill }, ifMatch: version }),
    ...refresh,
  })
