import type { RouteObject } from 'react-router'
import { paths } from '#paths'

/** For a witness, who has no account. */
export const routes: RouteObject[] = [
  { path: paths.giveTestimony.pattern, lazy: { Component: () => import('./give-testimony-page.tsx').then((page) => page.GiveTestimonyPage) } },
]
