import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Attempt, OpenAttempt } from '#domain/training.ts'
import { ApiError } from '#lib/api-error.ts'
import { save } from '#lib/saving.ts'
import type { Saving } from '#ui/save-state.tsx'
import { attemptCopy } from './attempt.copy.ts'
import { trainingQueries } from './training.queries.ts'

interface Answer {
  chosen: string | null
  flagged: boolean
}

/** Keeps each answer as it is chosen, one after the other, so that the version each one carries is the newest. */
export function useKeptAnswers(attempt: OpenAttempt) {
  const client = useQueryClient()
  const [saving, setSaving] = useState<Saving>({ state: 'idle' })
  const [lost, setLost] = useState<[number, Answer] | null>(null)
  const [elsewhere, setElsewhere] = useState(0)
  const [onTheirWay, setOnTheirWay] = useState<Readonly<Record<number, Answer>>>({})
  const queue = useRef(Promise.resolve())
  const { queryKey } = trainingQueries.attempt(attempt.id)

  function keep(position: number, answer: Answer): Promise<void> {
    setSaving({ state: 'saving' })
    setLost(null)
    setOnTheirWay((before) => ({ ...before, [position]: answer }))
    queue.current = queue.current.then(async () => {
      const version = client.getQueryData(queryKey)?.version ?? attempt.version
      try {
        client.setQueryData(
          queryKey,
          await save('PUT', '/api/attempts/{id}/items/{position}', { path: { id: attempt.id, position }, ifMatch: version, body: answer }),
        )
        setSaving({ state: 'saved', at: new Date() })
      } catch (error) {
        if (error instanceof ApiError && error.status === 412) {
          client.setQueryData(queryKey, error.problem.current as Attempt)
          setElsewhere((times) => times + 1)
          setSaving({ state: 'failed', why: attemptCopy.changedElsewhere })
        } else {
          setLost([position, answer])
          setSaving({ state: 'failed', why: error instanceof ApiError ? error.message : String(error) })
        }
      }
      // A later answer to the same question has its own turn.
      setOnTheirWay(({ [position]: latest, ...others }) => (latest && latest !== answer ? { ...others, [position]: latest } : others))
    })
    return queue.current
  }

  return {
    /** The questions with what was chosen, whether or not the server has it yet. */
    items: attempt.items.map((item) => ({ ...item, ...onTheirWay[item.position] })),
    keep,
    saving,
    settled: () => queue.current,
    /** Sends the answer that could not be saved once more; null when there is none. Choosing what is chosen already would not. */
    keepAgain: lost && (() => void keep(...lost)),
    /** How often the answers of another tab took the place of those on this page. */
    elsewhere,
  }
}
