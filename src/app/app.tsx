import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect } from 'react'
import { createBrowserRouter, type DataRouter, RouterContextProvider } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { queryClient } from '#lib/router-context.ts'
import { laterRoutes } from './later-routes.ts'
import { own } from './protect.ts'
import { routes } from './routes.tsx'

/** The product at the address where the browser is: begins at once to fetch what the page there asks for. */
export const startRouter = (client: QueryClient): DataRouter =>
  createBrowserRouter(routes.map(own), {
    getContext: () => new RouterContextProvider(new Map([[queryClient, client]])),
    patchRoutesOnNavigation: laterRoutes,
  })

interface AppProps {
  client: QueryClient
  router: DataRouter
  /** Told once the page can be used. */
  onUsable?: () => void
}

export function App({ client, router, onUsable }: AppProps) {
  useEffect(() => () => router.dispose(), [router])
  useEffect(() => onUsable?.(), [onUsable])
  return (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  )
}
