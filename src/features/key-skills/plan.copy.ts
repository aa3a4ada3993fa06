import type { PlanStep, StepState, Suggestion } from '#domain/development-plan.ts'
import { showMinutes } from '#lib/show.ts'

/** The words of the development plan. */
export const planCopy = {
  title: 'Your development plan',
  intro: 'Steps that would close your gaps, the most needed first. You decide: accept a step, set a date, swap it for another, or leave it out.',
  whoSees: 'You alone see this plan.',
  yours: 'Your steps',
  noneYet: 'You have not accepted any step yet. Start with the first suggestion below.',
  suggested: 'Suggested for you',
  nothingSuggested: 'Nothing else is suggested: every gap has a step that you decided on, or you have asked for it to be verified.',
  doneBefore: 'You did this before; since then the skill was rated or verified anew.',
  ready: 'No gaps are left: every level that your role asks has been verified.',
  noRoles: 'Say in your details which role interests you, and suggestions appear here.',
  more: (many: number) => `Show ${many} more`,
  accept: 'Accept',
  date: 'By when? (optional)',
  decide: 'Swap or leave out',
  change: 'Change the date or leave out',
  looksLike: (level: number) => `What level ${level} looks like`,
  shownBy: 'What would show it',
  swap: 'Swap for',
  dismiss: 'Leave out',
  reason: 'Why is this not for you?',
  reasonHint: 'Only you see it.',
  done: 'Mark as done',
  again: 'Take it up again',
  setDate: 'Set the date',
  due: (day: string) => `By ${day}`,
  go: 'Go to it',
  state: { accepted: 'Accepted', done: 'Done', dismissed: 'Left out' } satisfies Record<StepState, string>,
  serves: (many: number) => `The ${many} skills it serves`,
}

/** What a step is called. `name` gives the name of a skill. */
export function stepTitle({ kind, skills, module }: Pick<PlanStep, 'kind' | 'skills' | 'module'>, name: (skill: string) => string): string {
  const first = name(skills[0] ?? '')
  if (kind === 'rate') return `Rate yourself on ${skills.length === 1 ? first : `${skills.length} skills`}`
  if (kind === 'rate-again') return `Rate yourself again on ${skills.length === 1 ? first : `${skills.length} skills`}`
  if (kind === 'module') return `Take the module ${module?.title ?? ''}${module ? `, about ${showMinutes(module.minutes)}` : ''}`
  if (kind === 'practice') return `Practise: ${first}`
  if (kind === 'evidence') return `Add evidence for ${first}`
  return `Ask for verification of ${skills.length === 1 ? first : `${skills.length} skills`}`
}

/** The title of a step from its key alone, for what a suggestion can be swapped for. */
export function keyTitle(key: string, name: (skill: string) => string): string {
  const [kind, about = ''] = key.split(':')
  return kind === 'practice' ? `practice: ${name(about)}` : kind === 'evidence' ? `evidence for ${name(about)}` : 'another module'
}

/** Why a step is suggested, in a sentence. */
export function whySuggested({ why, kind }: Suggestion, name: (skill: string) => string): string {
  const role = why.core ? 'core to your role' : 'useful in your role'
  const asked = `${name(why.skill)} is ${role}, which asks for level ${why.needs}.`
  if (kind === 'rate') return `${asked} You have not rated yourself on it yet.`
  if (kind === 'rate-again')
    return `${asked} You rated yourself at level ${why.self ?? 0}, and since then an assessor found ${why.verified === 0 ? '“not yet”' : `level ${why.verified ?? 0}`}. Rate yourself again, on more evidence, and you can ask for verification again.`
  const self = why.self === 0 ? 'you rate yourself “not yet”' : `you rate yourself at level ${why.self ?? 0}`
  const verified = why.verified === null ? 'nothing has been verified' : `level ${why.verified} has been verified`
  return `${asked} Now ${self}, and ${verified}.`
}
