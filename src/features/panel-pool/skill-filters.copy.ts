import type { PoolRole } from '#domain/person.ts'

/** The words of asking what people know, and what assessors found. */
export const skillCopy = {
  verified: 'Skills verified by assessors',
  meets: 'At every level asked',
  anyMeets: 'Any',
  meetsBar: {
    chair: 'Chair: every level the role asks',
    author: 'Author: every level the role asks',
    adviser: 'Adviser: every level the role asks',
  },
  coreAt: 'In every core skill',
  coreAtLevel: (role: PoolRole, level: string) => `${{ chair: 'Chair', author: 'Author', adviser: 'Adviser' }[role]}: ${level}`,
  skill: 'In one skill',
  anySkill: 'Any skill',
  level: 'At what level',
  levelHint: 'For the skill chosen above.',
  verifiedHint: 'The newest level that an assessor gave, against whichever version of the framework.',
  anyLevel: 'Any level',
  atLevel: (level: string, name: string) => (level === '4' ? `4 ${name}` : `${level} ${name} or above`),
  specialism: 'What they know well',
  specialismHint: 'Any part, such as neglect or courts.',
}
