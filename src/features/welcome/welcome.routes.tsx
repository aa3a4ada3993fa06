import type { RouteObject } from 'react-router'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { regimesQuery } from './welcome.queries.ts'

export const welcomeRoutes: RouteObject[] = [
  {
    path: paths.start.pattern,
    loader: ({ context }) => context.get(queryClient).ensureQueryData(regimesQuery),
    lazy: { Component: () => import('./start-page.tsx').then((page) => page.StartPage) },
  },
  { path: paths.worried.pattern, lazy: { Component: () => import('./worried-page.tsx').then((page) => page.WorriedPage) } },
  { path: paths.accessibility.pattern, lazy: { Component: () => import('./accessibility-page.tsx').then((page) => page.AccessibilityPage) } },
  { path: paths.privacy.pattern, lazy: { Component: () => import('./privacy-notice-page.tsx').then((page) => page.PrivacyNoticePage) } },
]
