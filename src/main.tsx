import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import './ui/base.scss'

// The condition is a constant of the build: a real build carries neither the mock nor the way to it.
if (import.meta.env.VITE_API === 'mock') {
  const { startMocks } = await import('../mocks/browser.tsx')
  await startMocks()
}

const root = document.getElementById('app')
if (!root) throw new Error('The page has no #app to draw in. Check index.html')
createRoot(root).render(<App />)
