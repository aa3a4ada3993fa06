import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { createBrowserRouter, type RouteObject, RouterContextProvider } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { makeQueryClient } from '#lib/query-client.ts'
import { queryClient } from '#lib/router-context.ts'
import { routes } from './routes.tsx'

/** The product at the address where the browser is. */
export function App() {
  const [client] = useState(makeQueryClient)
  const [router] = useState(() =>
    createBrowserRouter(routes.map(own), { getContext: () => new RouterContextProvider(new Map([[queryClient, client]])) }),
  )
  useEffect(() => () => router.dispose(), [router])
  return (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  )
}

/** A router empties the `lazy` of the routes it is given once they are loaded, so each gets copies. */
function own(route: RouteObject): RouteObject {
  const lazy = typeof route.lazy === 'object' ? { lazy: { ...route.lazy } } : {}
  return route.children ? { ...route, children: route.children.map(own) } : { ...route, ...lazy }
}
