import type { RouteObject } from 'react-router'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { certificateQueries } from './certificates.queries.ts'
import { issuedFilters } from './issued-filters.ts'

export const routes: RouteObject[] = [
  {
    path: paths.certificates.pattern,
    loader: ({ context }) => context.get(queryClient).ensureQueryData({ ...certificateQueries.own, revalidateIfStale: true }),
    lazy: { Component: () => import('./certificates-page.tsx').then((page) => page.CertificatesPage) },
  },
  {
    path: paths.certificate.pattern,
    loader: ({ params: { code = '' }, context }) =>
      context.get(queryClient).ensureQueryData({ ...certificateQueries.one(code), revalidateIfStale: true }),
    lazy: { Component: () => import('./certificate-page.tsx').then((page) => page.CertificatePage) },
  },
  {
    path: paths.issuedCertificates.pattern,
    loader: ({ request, context }) =>
      context.get(queryClient).ensureQueryData(certificateQueries.issued(issuedFilters.read(new URL(request.url).searchParams))),
    lazy: { Component: () => import('./issued-certificates-page.tsx').then((page) => page.IssuedCertificatesPage) },
  },
]
