import type { EvidenceKind } from '#domain/evidence.ts'
import type { Finding, VerificationSummary } from '#domain/verification.ts'
import { showMoment } from '#lib/show.ts'

/** The words for what was sent with a request and what was found, alike for who sent it and who looks at it. */
export const copy = {
  kinds: { text: 'Text', link: 'Link', file: 'File', testimony: 'Testimony' } satisfies Record<EvidenceKind, string>,
  closed: 'This piece was closed by its owner after it was sent, and can no longer be read.',
  from: (name: string, capacity: string) => `From ${name}, ${capacity}`,
  version: (number: number, moment: string) => `Version ${number} of ${showMoment(moment)}`,
  yourLevel: (level: number) => `You rated yourself at level ${level}.`,
  reflection: 'Your reflection',
  noReflection: 'You wrote no reflection.',
  noneFor: 'No evidence is linked to this skill.',
  outcome: {
    agree: 'Agrees with the level given',
    lower: 'Lower than the level given',
    higher: 'Higher than the level given',
    'not-enough': 'There was not enough to tell',
  } satisfies Record<Finding['outcome'], string>,
  level: (level: number | null) => (level === null ? 'No level verified' : level === 0 ? 'Not yet' : `Level ${level}`),
  gave: (level: number) => `You gave yourself level ${level}.`,
  equivalence: 'Why prior experience counts',
  secondLook: 'second look',
  yourAnswer: 'Your answer',
}

export const skillNamesOf = ({ skills }: Pick<VerificationSummary, 'skills'>): string => skills.map(({ name }) => name).join(', ')

/** The skills of a request where there is room for a line. */
export const shortSkillNames = (request: Pick<VerificationSummary, 'skills'>): string =>
  request.skills.length <= 2 ? skillNamesOf(request) : `${request.skills.length} skills`
