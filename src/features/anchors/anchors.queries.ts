import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { AnchorFinding, AnchorSheet } from '#domain/anchor.ts'
import { answer, api } from '#lib/api-client.ts'
import { save } from '#lib/saving.ts'

const all = ['anchors'] as const

export const anchorsQueries = {
  list: queryOptions({ queryKey: [...all, 'list'], queryFn: ({ signal }) => answer(api.GET('/api/anchors', { signal })) }),
  /** Changed only by saves, which keep it up to date: a change in another tab must be noticed at a save and not slip in under what is typed here. */
  anchor: (dossier: string) =>
    queryOptions({
      queryKey: [...all, 'anchor', dossier],
      queryFn: ({ signal }) => answer(api.GET('/api/anchors/{dossier}', { params: { path: { dossier } }, signal })),
      staleTime: Infinity,
    }),
}

type Unsent = Record<string, AnchorFinding & { version: number }>

/** What could not be saved of a dossier, by skill: kept while its writer is elsewhere in the product, and gone with whoever signs out. */
export function unsentFindings(client: QueryClient, dossier: string) {
  const queryKey = [...all, 'unsent', dossier]
  client.setQueryDefaults(queryKey, { gcTime: Infinity })
  const read = () => client.getQueryData<Unsent>(queryKey) ?? {}
  return {
    read,
    keep: (skill: string, finding: Unsent[string]) => client.setQueryData(queryKey, { ...read(), [skill]: finding }),
    drop: (skill: string) => client.setQueryData(queryKey, ({ [skill]: _sent, ...others }: Unsent = {}) => others),
  }
}

/** `version` is the version of the finding that this one follows, 0 for the first. */
export const keepFinding = (dossier: string, skill: string, version: number, finding: AnchorFinding): Promise<AnchorSheet> =>
  save('PUT', '/api/anchors/{dossier}/findings/{skill}', { path: { dossier, skill }, ifMatch: version, body: finding })

export const handInAnchor = (dossier: string) =>
  mutationOptions({
    mutationFn: ({ version, key }: { version: number; key: string }) =>
      save('POST', '/api/anchors/{dossier}/submission', { path: { dossier }, ifMatch: version, key }),
    onSuccess: (anchor, _sent, _result, { client }) => {
      client.setQueryData(anchorsQueries.anchor(dossier).queryKey, anchor)
      return client.invalidateQueries({ queryKey: anchorsQueries.list.queryKey, refetchType: 'none' })
    },
  })
