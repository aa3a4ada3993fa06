import { useState } from 'react'
import type { WorldView } from './messages.ts'
import './mock-bar.css'

interface MockBarProps {
  world: WorldView
  shared: boolean
  /** Why this is not the world that was asked for. */
  fault: string | null
  onBecome: (persona: string) => Promise<void>
  /** Cuts the network between the page and the API, or joins it again. */
  onCut: (cut: boolean) => void
  onOpen: (world: string) => void
  onStartAgain: () => Promise<void>
}

/** Says that this is a mock, which world it shows, and lets you choose who you are. It is no part of a real build. */
export function MockBar({ world, shared, fault, onBecome, onCut, onOpen, onStartAgain }: MockBarProps) {
  const [busy, setBusy] = useState(false)
  const [cut, setCut] = useState(false)
  const during = (work: Promise<void>) => {
    setBusy(true)
    void work.finally(() => setBusy(false))
  }
  return (
    <aside className="mock-bar" aria-label="Mock">
      {fault && <p role="alert">{fault}. This is another world instead.</p>}
      <details>
        <summary>
          Mock: {world.title}
          {shared ? '' : ' (kept in this tab only: this browser has no shared worker)'}
        </summary>
        <p>{world.about} Everyone in it is invented, and nothing leaves this browser.</p>
        <fieldset>
          <legend>You are:</legend>
          {world.personas.map(({ key, title }) => (
            <button key={key} type="button" onClick={() => during(onBecome(key))}>
              {title}
            </button>
          ))}
        </fieldset>
        <fieldset>
          <legend>Open another world:</legend>
          {world.worlds
            .filter(({ name }) => name !== world.name)
            .map(({ name, title }) => (
              <button key={name} type="button" onClick={() => onOpen(name)}>
                {title}
              </button>
            ))}
        </fieldset>
        <button
          type="button"
          onClick={() => {
            setCut(!cut)
            onCut(!cut)
          }}
        >
          {cut ? 'Join the network again' : 'Cut the network'}
        </button>{' '}
        <button type="button" onClick={() => during(onStartAgain())}>
          {busy ? 'Starting…' : 'Start this world again'}
        </button>
      </details>
    </aside>
  )
}
