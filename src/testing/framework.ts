import type { Framework, Skill } from '#domain/framework.ts'
import type { PoolRole } from '#domain/person.ts'

const aSkill = (id: string, name: string, roles: readonly [PoolRole, 'core' | 'useful'][]): Skill => ({
  id,
  name,
  summary: `What somebody with ${name.toLowerCase()} does`,
  why: 'Reviews fail without it [S01].',
  sources: ['S01'],
  roles: roles.map(([role, weight]) => ({ role, weight, why: 'The role leans on it' })),
  levels: [1, 2, 3, 4].map((level) => ({ level, indicator: `Does ${name.toLowerCase()} at level ${level}`, evidence: 'A note that shows it' })),
})

/**
 * A small framework: `1.1` is core to every role and asked at level 3; `3.3` is core to the chair (level 3) and useful to the author (level 2);
 * `5.1` is core to the author alone (level 3).
 */
export const aFramework = (version = 1, changed: Partial<Framework> = {}): Framework => ({
  id: 'key-skills',
  version,
  title: 'Key skills',
  edition: 'SCR-2010',
  publishedOn: '2026-01-05',
  summary: 'What the roles ask',
  levels: [1, 2, 3, 4].map((level) => ({ level, name: `Level ${level}`, meaning: 'What it means', evidence: 'What shows it' })),
  bars: [
    { role: 'chair', name: 'Panel chair', why: 'A chair leads', core: { domains: ['d1', 'd3'], level: 3 }, elsewhere: 2 },
    { role: 'author', name: 'Overview report author', why: 'An author writes', core: { domains: ['d1', 'd5'], level: 3 }, elsewhere: 2 },
    { role: 'adviser', name: 'Specialist safeguarding adviser', why: 'An adviser advises', core: { domains: ['d1'], level: 3 }, elsewhere: 2 },
  ],
  domains: [
    {
      id: 'd1',
      name: 'Principles',
      summary: 'What all rests on',
      skills: [
        aSkill('1.1', 'Fairness', [
          ['chair', 'core'],
          ['author', 'core'],
          ['adviser', 'core'],
        ]),
      ],
    },
    {
      id: 'd3',
      name: 'Leading',
      summary: 'How it is led',
      skills: [
        aSkill('3.3', 'Chairing', [
          ['chair', 'core'],
          ['author', 'useful'],
        ]),
      ],
    },
    { id: 'd5', name: 'Analysing', summary: 'How it is understood', skills: [aSkill('5.1', 'Chronologies', [['author', 'core']])] },
  ],
  sources: [{ id: 'S01', title: 'A source', address: null }],
  ...changed,
})
