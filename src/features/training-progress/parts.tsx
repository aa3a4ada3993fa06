import { paths } from '#paths'
import { SubNavigation } from '#ui/sub-navigation.tsx'
import { copy } from './training-progress.copy.ts'

const parts = [
  { key: 'funnel', to: paths.trainingProgress() },
  { key: 'stuck', to: paths.stuckLearners() },
  { key: 'questions', to: paths.questionStatistics() },
] as const

/** The parts of training progress, each a page of its own. */
export const Parts = ({ at }: { at: (typeof parts)[number]['key'] }) => (
  <SubNavigation label={copy.parts} items={parts.map(({ key, to }) => ({ to, text: copy.part[key], current: key === at }))} />
)
