import type { PoolRole } from '#domain/person.ts'
import { poolRoleWords } from '#domain/words.ts'

const the: Record<PoolRole, string> = { chair: 'a panel chair', author: 'an overview report author', adviser: 'a specialist safeguarding adviser' }
const levels = (number: number) => (number === 1 ? '1 level' : `${number} levels`)

/** The words of a person's verified skills. */
export const copy = {
  title: 'Verified skills',
  gone: (inUse: number) => `Skills that version ${inUse} of the framework does not have any more`,
  older: (inUse: number) =>
    `Version ${inUse} of the framework is in use. A level that was given against an older version counts here, on the roster and on the skills map, until somebody verifies the skill again; the person may read it as to be verified again where its words have changed.`,
  whoSees:
    'These are levels that assessors verified on evidence. The person, coordinators of their region and administrators see them. What people say of their own skills, their evidence and their reflections are never shown here.',
  nothing: 'No assessor has verified a skill yet. Levels appear here when the person has asked for verification and an assessor has decided.',
  noRoles: 'No role is given in the details above, so there is nothing to compare these levels with.',
  met: (role: PoolRole, met: number, asked: number) =>
    met === asked
      ? `${poolRoleWords[role]}: verified at the level asked in all ${asked} skills.`
      : `${poolRoleWords[role]}: verified at the level asked in ${met} of ${asked} skills.`,
  missing: (names: readonly string[]) => `Furthest from it: ${names.join('; ')}.`,
  short: (name: string, by: number) => `${name} (${levels(by)})`,
  domain: (name: string, met: number, asked: number) => (asked === 0 ? `${name}: not asked` : `${name}: ${met} of ${asked} at the level asked`),
  columns: ['Skill', 'Verified', 'Asked', 'What is missing'],
  verified: (level: number, name: string, day: string) => (level === 0 ? `Not yet at level 1, ${day}` : `Level ${level}, ${name}, ${day}`),
  version: (version: number) => `, given against version ${version} of the framework`,
  notVerified: 'Not verified',
  notAsked: 'Not asked',
  asked: (role: PoolRole, level: number) => `${poolRoleWords[role]}: ${level}`,
  nothingMissing: 'Nothing',
  gap: (by: number, role: PoolRole) => `${levels(by)} short of what ${the[role]} is asked`,
  noGapKnown: '–',
}
