import type { RouteObject } from 'react-router'
import { paths } from '#paths'

/** For anybody: no account is needed to check a certificate. */
export const routes: RouteObject[] = [
  { path: paths.verify.pattern, lazy: { Component: () => import('./verify-page.tsx').then((page) => page.VerifyPage) } },
]
