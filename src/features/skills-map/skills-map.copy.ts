import type { PoolRole } from '#domain/person.ts'
import type { MapStanding, SkillsMap } from '#domain/skills-map.ts'
import { regionWords } from '#domain/words.ts'
import { showNumber } from '#lib/show.ts'

type Scarcity = NonNullable<SkillsMap['scarcest']>

const people: Record<PoolRole, { one: string; many: string }> = {
  chair: { one: 'chair', many: 'chairs' },
  author: { one: 'author', many: 'authors' },
  adviser: { one: 'adviser', many: 'advisers' },
}
const counted = (number: number, role: PoolRole, standing: MapStanding) =>
  `${showNumber(number)} ${standing === 'active' ? 'active ' : ''}${number === 1 ? people[role].one : people[role].many}`
/** Such as "none of its 9 active chairs is verified". `its` stands before the number. */
function verifiedOf({ verified, people: of }: Scarcity, its: string, role: PoolRole, standing: MapStanding): string {
  if (of === 1) return `${its}only ${counted(of, role, standing).slice(2)} is ${verified === 1 ? '' : 'not '}verified`
  const all = its + counted(of, role, standing)
  return verified === 0 ? `none of ${all} is verified` : `${showNumber(verified)} of ${all} ${verified === 1 ? 'is' : 'are'} verified`
}

/** The words of the skills map. */
export const copy = {
  title: 'Skills map',
  intro:
    'How many people an assessor has verified at the level that a role asks, or above, by skill and region. What people say of themselves is never counted. A level given against an older version of the framework counts until somebody verifies the skill again; the page of a person says so.',
  exact: 'You may open these people’s records, so nothing is held back on this page.',
  role: 'Role',
  standing: 'Who is counted',
  standings: { active: 'Active people only', everyone: 'Everyone on the roster' } satisfies Record<MapStanding, string>,
  filter: 'What the map shows',
  show: 'Show',
  /** `all` when every region is shown: only then is one known to have least. */
  thinnest: (found: Scarcity & { region: keyof typeof regionWords }, role: PoolRole, standing: MapStanding, all: boolean) =>
    `${regionWords[found.region]}${all ? ' has least' : ''}: ${verifiedOf(found, 'its ', role, standing)} at the level asked for “${found.name}”.`,
  scarcest: (found: Scarcity, role: PoolRole, standing: MapStanding, all: boolean) =>
    `${all ? 'Over all regions, the scarcest skill' : 'Of the skills whose total is shown, the scarcest'} is “${found.name}”: ${verifiedOf(found, found.people === 1 ? 'the ' : '', role, standing)} at the level asked.`,
  noFinding: 'Too few figures can be shown to say where skills are scarce.',
  nobody: (role: PoolRole, standing: MapStanding) =>
    standing === 'active'
      ? `No ${people[role].one} is active yet. Choose “Everyone on the roster” to see who is on the way.`
      : `Nobody on the roster has said that they are interested in being ${role === 'chair' ? 'a chair' : `an ${people[role].one}`} yet.`,
  caption: (role: PoolRole, standing: MapStanding) =>
    standing === 'active'
      ? `Active ${people[role].many} verified at the level asked, by skill and region`
      : `${people[role].many.replace(/^./, (letter) => letter.toUpperCase())} verified at the level asked, by skill and region`,
  skill: 'Skill and level asked',
  noRegion: 'Region not given',
  everywhere: 'All regions',
  people: (number: number) => (number === 1 ? '1 person' : `${showNumber(number)} people`),
  groups: { core: 'Core to the role', useful: 'Useful to the role' },
  level: (level: number) => `level ${level}`,
  of: (number: number) => `of ${showNumber(number)}`,
  /** What a link in a cell says beside its figures, for those who hear it without the table round it. */
  where: (name: string, region: string) => `: ${name}, ${region}`,
  notShown: 'not shown',
  withheldTitle: 'Why some figures are not shown',
  withheld:
    'These are people of regions whose records you may not open. A figure is “not shown” when it stands for fewer than 5 people, verified or not, or when somebody could work out such a group by taking figures away from each other. In a small pool that is most of them.',
  key: 'Share of people verified',
  steps: ['Nobody', 'Under 40%', '40% to 59%', '60% to 79%', '80% to 99%', 'Everyone'],
  open: 'Choose a figure to see these people on the roster.',
  download: 'Download as a file (CSV)',
  downloadWhat: 'Files travel, so a file never shows a group under 5, whoever downloads it. Downloading is noted in your history.',
  downloadFailed: 'The file could not be made just now. Try again in a moment.',
}
