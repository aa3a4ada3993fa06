import type { VerificationState } from '#domain/verification.ts'
import { Tag, type TagColour } from '#ui/tag.tsx'

const colours: Record<VerificationState, TagColour> = {
  requested: 'yellow',
  offered: 'blue',
  'in-review': 'teal',
  decided: 'green',
  lapsed: 'orange',
  withdrawn: 'grey',
}

/** Where a request stands. The words say it; the colour only helps to find it. */
export const StateTag = ({ state, children }: { state: VerificationState; children: string }) => <Tag colour={colours[state]}>{children}</Tag>
