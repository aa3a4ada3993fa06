import type { RouteObject } from 'react-router'
import { queryClient } from '#lib/router-context.ts'
import { paths } from '#paths'
import { accountFilters } from './account-filters.ts'
import { accountQueries } from './accounts.queries.ts'

export const routes: RouteObject[] = [
  {
    path: paths.accounts.pattern,
    loader: ({ request, context }) =>
      context.get(queryClient).ensureQueryData(accountQueries.list(accountFilters.read(new URL(request.url).searchParams))),
    lazy: { Component: () => import('./accounts-page.tsx').then((page) => page.AccountsPage) },
  },
  { path: paths.invite.pattern, lazy: { Component: () => import('./invite-page.tsx').then((page) => page.InvitePage) } },
  {
    path: paths.account.pattern,
    loader: ({ params, context }) => context.get(queryClient).ensureQueryData(accountQueries.account(params['id'] ?? '')),
    lazy: { Component: () => import('./account-page.tsx').then((page) => page.AccountPage) },
  },
  {
    path: paths.mail.pattern,
    loader: ({ context }) => context.get(queryClient).ensureQueryData(accountQueries.mail),
    lazy: { Component: () => import('./mail-page.tsx').then((page) => page.MailPage) },
  },
  {
    path: paths.settings.pattern,
    loader: ({ context }) => context.get(queryClient).ensureQueryData(accountQueries.settings),
    lazy: { Component: () => import('./settings-page.tsx').then((page) => page.SettingsPage) },
  },
  { path: paths.passphrase.pattern, lazy: { Component: () => import('./passphrase-page.tsx').then((page) => page.PassphrasePage) } },
]
