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
  // What the server drew can be read, but not used before its code has taken it over, so that no click and no word is lost.
  const release = () => root.removeAttribute('inert')
  // In small steps, so that nothing holds the page meanwhile.
  const takeOver = () => startTransition(() => void hydrateRoot(root, <App client={client} router={router} onUsable={release} />))
  // Not awaited: the code of the page imports from the file that this comes in.
  void isReady(router).then(takeOver)
} else createRoot(root).render(<App client={client} router={router} />)
