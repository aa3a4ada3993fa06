import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { AttemptQuestions } from './attempt-questions.tsx'
import { AttemptResult } from './attempt-result.tsx'
import { trainingQueries } from './training.queries.ts'

/** A knowledge check: its questions while it is open, its result once it is handed in. */
export function AttemptPage() {
  const { id = '' } = useParams()
  const { data: attempt } = useSuspenseQuery(trainingQueries.attempt(id))
  return attempt.state === 'open' ? <AttemptQuestions attempt={attempt} /> : <AttemptResult attempt={attempt} />
}
