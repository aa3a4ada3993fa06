import type { EvidenceState, OwnEvidence } from '#domain/evidence.ts'
import { Tag, type TagColour } from '#ui/tag.tsx'
import { copy } from './evidence.copy.ts'

const colours: Record<EvidenceState, TagColour> = {
  draft: 'blue',
  scanning: 'yellow',
  ready: 'green',
  rejected: 'red',
  withdrawn: 'grey',
  quarantined: 'red',
  purged: 'grey',
  asked: 'yellow',
  lapsed: 'grey',
  declined: 'grey',
}

/** Where a piece of evidence stands, and whether a next version was begun. */
export const StateTag = ({ evidence: { state, draft } }: { evidence: OwnEvidence }) => (
  <>
    <Tag colour={colours[state]}>{copy.states[state]}</Tag>
    {state === 'ready' && draft && (
      <>
        {' '}
        <Tag colour="blue">{copy.newVersionUnderWay}</Tag>
      </>
    )}
  </>
)
