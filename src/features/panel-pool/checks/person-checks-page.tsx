import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { PersonFrame } from '../person-frame.tsx'
import { ChecksView } from './checks-view.tsx'
import { checkQueries } from './checks.queries.ts'

/** The part of a person's record that says what was checked of them. */
export function PersonChecksPage() {
  const { id = '' } = useParams()
  const { data: checks } = useSuspenseQuery(checkQueries.of(id))
  return (
    <PersonFrame id={id} section="checks">
      <ChecksView personId={id} checks={checks} own={false} />
    </PersonFrame>
  )
}
