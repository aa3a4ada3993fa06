import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '#lib/api-client.ts'

const all = ['key-skills'] as const

export const frameworkQueries = {
  current: queryOptions({
    queryKey: [...all, 'current'],
    queryFn: ({ signal }) => answer(api.GET('/api/framework', { signal })),
  }),
  /** A published version never changes. */
  version: (version: number) =>
    queryOptions({
      queryKey: [...all, 'version', version],
      queryFn: ({ signal }) => answer(api.GET('/api/framework/versions/{version}', { params: { path: { version } }, signal })),
      staleTime: Infinity,
    }),
  /** Where a skill can be read, of whatever version. */
  skillVersions: (skill: string) =>
    queryOptions({
      queryKey: [...all, 'skill-versions', skill],
      queryFn: ({ signal }) => answer(api.GET('/api/framework/skills/{skill}/versions', { params: { path: { skill } }, signal })),
    }),
}

/** The whole of a version as a file, in the form that its ending says. */
export const downloadFramework = (version: number, kind: 'case' | 'csv'): Promise<Blob> => {
  const request = { params: { path: { version } }, parseAs: 'blob' } as const
  return answer(
    kind === 'case' ? api.GET('/api/framework/versions/{version}/case', request) : api.GET('/api/framework/versions/{version}/csv', request),
  )
}
