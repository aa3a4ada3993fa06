import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, Link, Outlet } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { create } from 'zustand'

/** An empty app on the same stack: what every byte and millisecond of the product is measured against. */
const useCount = create<{ count: number; add: () => void }>((set) => ({ count: 0, add: () => set(({ count }) => ({ count: count + 1 })) }))

function Start() {
  const { count, add } = useCount()
  const { data } = useQuery({
    queryKey: ['health'],
    queryFn: async () => (await fetch('/api/health')).json() as Promise<{ status: string }>,
    retry: false,
  })
  return (
    <main>
      <h1>Floor</h1>
      <button type="button" onClick={add}>
        {count} {data?.status}
      </button>
      <Link to="/list">List</Link>
      <Outlet />
    </main>
  )
}

const router = createBrowserRouter([
  { path: '/', Component: Start },
  { path: '/list', Component: Start },
])
const root = document.getElementById('app')
if (root) {
  createRoot(root).render(
    <QueryClientProvider client={new QueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  )
}
