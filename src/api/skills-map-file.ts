import type { SkillsMap } from '#domain/skills-map.ts'
import { poolRoleWords, regionWords } from '#domain/words.ts'

const notShown = 'not shown'
const standings = { active: 'Active people', everyone: 'Everyone on the roster' }

/** A map as the rows of a file: what it is about, a line of people, then a line for each skill. What is withheld is said in words, never left blank. */
export function mapAsRows({ role, standing, frameworkVersion, columns, people, skills }: SkillsMap): string[][] {
  const figure = (number: number | null) => (number === null ? notShown : String(number))
  return [
    [`People verified at the level asked of a ${poolRoleWords[role].toLowerCase()}, by skill and region`],
    [`${standings[standing]}; key-skills framework, version ${frameworkVersion}`],
    [`"${notShown}": fewer than 5 people on one side of the line, or a figure from which such a group could be worked out`],
    [
      'Skill',
      'Name',
      'Domain',
      'Weight',
      'Level asked',
      ...columns.map(({ region }) => (region ? regionWords[region] : 'Region not given')),
      'Everywhere',
    ],
    ['', 'People in the role', '', '', '', ...columns.map((column) => figure(column.people)), figure(people)],
    ...skills.map(({ skill, name, domain, weight, level, verified, everywhere }) => [
      skill,
      name,
      domain,
      weight,
      String(level),
      ...verified.map(figure),
      figure(everywhere),
    ]),
  ]
}
