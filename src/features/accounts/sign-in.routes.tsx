import type { RouteObject } from 'react-router'
import { paths } from '#paths'

export const signInRoutes: RouteObject[] = [
  { path: paths.signIn.pattern, lazy: { Component: () => import('./sign-in-page.tsx').then((page) => page.SignInPage) } },
  { path: paths.secondFactor.pattern, lazy: { Component: () => import('./second-factor-page.tsx').then((page) => page.SecondFactorPage) } },
  { path: paths.signUp.pattern, lazy: { Component: () => import('./sign-up-page.tsx').then((page) => page.SignUpPage) } },
  { path: paths.useLink.pattern, lazy: { Component: () => import('./use-link-page.tsx').then((page) => page.UseLinkPage) } },
]
