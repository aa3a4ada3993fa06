import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { createBrowserRouter, RouterContextProvider } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { makeQueryClient } from '#lib/query-client.ts'
import { queryClient } from '#lib/router-context.ts'
import { laterRoutes } from './later-routes.ts'
import { own } from './protect.ts'
import { routes } from './routes.tsx'

/** The product at the address where the browser is. */
export function App() {
  const [client] = useState(makeQueryClient)
  const [router] = useState(() =>
    createBrowserRouter(routes.map(own), {
      getContext: () => new RouterContextProvider(new Map([[queryClient, client]])),
      patchRoutesOnNavigation: laterRoutes,
    }),
  )
  useEffect(() => () => router.dispose(), [router])
  return (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  )
}
