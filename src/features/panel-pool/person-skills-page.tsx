import { useParams } from 'react-router'
import { PersonFrame } from './person-frame.tsx'
import { RequestStates } from './request-states.tsx'
import { TrainingTable } from './training-table.tsx'
import { VerifiedSkills } from './verified-skills.tsx'

/** What somebody completed, and what assessors verified. */
export function PersonSkillsPage() {
  const { id = '' } = useParams()
  return (
    <PersonFrame id={id} section="skills">
      <TrainingTable id={id} />
      <VerifiedSkills id={id} />
      <RequestStates id={id} />
    </PersonFrame>
  )
}
