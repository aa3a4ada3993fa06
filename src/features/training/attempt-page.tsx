import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useParams } from 'react-router'
import { AttemptQuestions } from './attempt-questions.tsx'
import { loadResult } from './load-result.ts'
import { trainingQueries } from './training.queries.ts'

const AttemptResult = lazy(() => loadResult().then((part) => ({ default: part.AttemptResult })))

/** A knowledge check or a diagnostic: its questions while it is open, its result once it is handed in. */
export function AttemptPage() {
  const { id = '' } = useParams()
  const { data: attempt } = useSuspenseQuery(trainingQueries.attempt(id))
  if (attempt.state === 'open') return <AttemptQuestions attempt={attempt} />
  return (
    <Suspense>
      <AttemptResult attempt={attempt} />
    </Suspense>
  )
}
