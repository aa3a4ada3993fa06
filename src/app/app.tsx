import { QueryClientProvider } from '@tanstack/react-query'
import { createBrowserRouter, RouterContextProvider } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { makeQueryClient } from '#lib/query-client.ts'
import { queryClient } from '#lib/router-context.ts'
import { routes } from './routes.tsx'

const client = makeQueryClient()
const router = createBrowserRouter(routes, { getContext: () => new RouterContextProvider(new Map([[queryClient, client]])) })

export const App = () => (
  <QueryClientProvider client={client}>
    <RouterProvider router={router} />
  </QueryClientProvider>
)
