import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import type { EvidenceKind, EvidenceWords, OwnEvidence } from '#domain/evidence.ts'
import type { ExperienceGiven } from '#domain/experience.ts'
import { answer, api } from '#lib/api-client.ts'
import { save } from '#lib/saving.ts'

const all = ['evidence'] as const

export const evidenceQueries = {
  list: queryOptions({ queryKey: [...all, 'list'], queryFn: ({ signal }) => answer(api.GET('/api/evidence', { signal })) }),
  item: (id: string) =>
    queryOptions({
      queryKey: [...all, 'item', id],
      queryFn: ({ signal }) => answer(api.GET('/api/evidence/{id}', { params: { path: { id } }, signal })),
      // A scan that was cut short is finished within minutes.
      refetchInterval: ({ state }: { state: { data: OwnEvidence | undefined } }) => state.data?.state === 'scanning' && 5000,
    }),
  skills: queryOptions({ queryKey: [...all, 'skills'], queryFn: ({ signal }) => answer(api.GET('/api/evidence-skills', { signal })) }),
  experience: queryOptions({ queryKey: ['experience'], queryFn: ({ signal }) => answer(api.GET('/api/experience', { signal })) }),
}

/** Shows a piece as it is now; the list is asked again when it is next shown. */
export function showEvidence(client: QueryClient, evidence: OwnEvidence): void {
  client.setQueryData(evidenceQueries.item(evidence.id).queryKey, evidence)
  void client.invalidateQueries({ queryKey: evidenceQueries.list.queryKey })
}

const thenShow = {
  onSuccess: (evidence: OwnEvidence, _sent: unknown, _result: unknown, { client }: { client: QueryClient }) => showEvidence(client, evidence),
}

export const startEvidence = mutationOptions({
  mutationFn: ({ kind, key }: { kind: EvidenceKind; key: string }) => save('POST', '/api/evidence', { body: { kind }, key }),
  ...thenShow,
})

interface Versioned {
  id: string
  version: number
}

export const keepDraft = (id: string, version: number, words: EvidenceWords): Promise<OwnEvidence> =>
  save('PUT', '/api/evidence/{id}/draft', { path: { id }, ifMatch: version, body: words })

export const sendFile = (id: string, version: number, file: File, signal: AbortSignal): Promise<OwnEvidence> =>
  save('PUT', '/api/evidence/{id}/file', { path: { id }, ifMatch: version, file, signal })

export const openDraft = mutationOptions({
  mutationFn: ({ id, version }: Versioned) => save('POST', '/api/evidence/{id}/draft', { path: { id }, ifMatch: version }),
  ...thenShow,
})

export const discardDraft = mutationOptions({
  mutationFn: ({ id, version }: Versioned) => save('DELETE', '/api/evidence/{id}/draft', { path: { id }, ifMatch: version }),
  ...thenShow,
})

export const submitEvidence = mutationOptions({
  mutationFn: ({ id, version, declared, readWarning }: Versioned & { declared: boolean; readWarning: boolean }) =>
    save('POST', '/api/evidence/{id}/submission', { path: { id }, ifMatch: version, body: { declared, readWarning } }),
  ...thenShow,
})

export const moveEvidence = mutationOptions({
  mutationFn: ({ id, version, state }: Versioned & { state: OwnMove }) =>
    save('PUT', '/api/evidence/{id}/state', { path: { id }, ifMatch: version, body: { state } }),
  ...thenShow,
})

export type OwnMove = 'ready' | 'withdrawn' | 'quarantined' | 'purged' | 'asked'

/** The file of one version, asked for only when somebody saves it. */
export const fetchFile = (id: string, number: number): Promise<Blob> =>
  answer(api.GET('/api/evidence/{id}/versions/{number}/file', { params: { path: { id, number } }, parseAs: 'blob' }))

export const lookAtTestimony = (token: string) => answer(api.POST('/api/testimony/look', { body: { token } }))

export const giveTestimony = mutationOptions({
  mutationFn: ({
    key,
    ...body
  }: {
    token: string
    name: string
    capacity: string
    text: string
    declared: boolean
    readWarning: boolean
    key: string
  }) => save('POST', '/api/testimony/give', { body, key }),
})

export const declineTestimony = mutationOptions({ mutationFn: (token: string) => save('POST', '/api/testimony/decline', { body: { token } }) })

const thenList = {
  onSuccess: (_report: unknown, _sent: unknown, _result: unknown, { client }: { client: QueryClient }) =>
    client.invalidateQueries({ queryKey: evidenceQueries.experience.queryKey }),
}

export const addExperience = mutationOptions({
  mutationFn: ({ given, key }: { given: ExperienceGiven; key: string }) => save('POST', '/api/experience', { body: given, key }),
  ...thenList,
})

export const changeExperience = mutationOptions({
  mutationFn: ({ id, version, given }: Versioned & { given: ExperienceGiven }) =>
    save('PUT', '/api/experience/{id}', { path: { id }, ifMatch: version, body: given }),
  ...thenList,
})

export const removeExperience = mutationOptions({
  mutationFn: ({ id, version }: Versioned) => save('DELETE', '/api/experience/{id}', { path: { id }, ifMatch: version }),
  ...thenList,
})
