import { startTransition } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { makeQueryClient } from '#lib/query-client.ts'
import { App, startRouter } from './app/app.tsx'
import { isReady, takeDrawn } from './app/drawn.ts'
import './ui/base.scss'

// The condition is a constant of the build: a real build carries neither the mock nor the way to it.
if (import.meta.env.VITE_API === 'mock') {
  const { startMocks } = await import('../mocks/browser.tsx')
  await startMocks()
}

const root = document.getElementById('app')
if (!root) throw new Error('The page has no #app to draw in. Check index.html')
const client = makeQueryClient()
const drawn = takeDrawn(client)
const router = startRouter(client)
if (drawn) {
  await isReady(router)
  startTransition(() => void hydrateRoot(root, <App client={client} router={router} />))
  // What the server drew could be read, but not used before its code was here, so that no click and no word was lost.
  root.inert = false
} else createRoot(root).render(<App client={client} router={router} />)
