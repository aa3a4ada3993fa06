import type { Framework, Weight } from '#domain/framework.ts'
import type { PoolRole } from '#domain/person.ts'
import type { DomainCount, RoleComparison } from '#domain/role-comparison.ts'

const plural: Record<PoolRole, string> = { chair: 'chairs', author: 'authors', adviser: 'advisers' }
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const listed = (parts: readonly string[]) => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`)
const skills = (count: number) => (count === 1 ? '1 skill' : `${count} skills`)

/** The words of the framework's pages. */
export const copy = {
  title: 'The key skills',
  open: 'Anyone can read this page. It holds nothing about any person.',
  own: 'This is Panel Pool’s own framework. It rests on published sources, which each skill names; no government department issued or endorsed it. The levels that a role needs are suggestions and settings of each version, not law.',
  notLaw:
    'Panel Pool’s own framework rests on the published sources listed at the end of this page. The levels that a role needs are suggestions and settings of each version, not law.',
  edition: ({ version, edition }: Framework, published: string | null) =>
    `Version ${version}${published ? `, published on ${published}` : ''}. For reviews under ${edition}.`,
  contents: 'On this page',
  skipTo: { levels: 'The four levels', roles: 'What each role needs', skills: 'The skills', sources: 'Sources' },
  levelsIntro: 'Every skill is described at the same four levels. Each builds on the one before.',
  shownBy: 'What usually shows it:',
  level: (level: number, name: string) => `Level ${level}: ${name}`,
  rolesIntro:
    'A skill is core to a role, useful to it, or not asked of it. Where it is core in the domains named here, the role needs the higher level.',
  bar: (coreLevel: number, domains: readonly string[], elsewhere: number) =>
    `Level ${coreLevel} in the core skills of ${listed(domains)}. Level ${elsewhere} in every other skill that the role asks for.`,
  compare: 'Compare two roles, skill by skill',
  filter: 'Find skills',
  search: 'Search the skills',
  searchHint: 'Any words, such as family or media.',
  role: 'Needed by',
  anyRole: 'Any role',
  apply: 'Apply filters',
  clear: 'Clear filters',
  domains: 'Domains',
  inDomain: (name: string, count: number) => `${name} (${count})`,
  found: (found: number, all: number) => (found === all ? `All ${skills(all)}` : `${found} of ${skills(all)}`),
  nothing: 'No skill holds all these words for this role. Use fewer words, or clear the filters.',
  none: 'This version describes no skills.',
  why: 'Why it matters',
  needs: (role: string, level: number, weight: Weight) => `${role}: level ${level} (${weight})`,
  neededBy: (roles: readonly PoolRole[]) => `The level that ${listed(roles.map((role) => plural[role]))} need`,
  evidence: 'Evidence that is enough:',
  levelsOf: (name: string) => `Levels of ${name}`,
  rolesOf: (name: string) => `Roles that need ${name}`,
  source: 'Source ',
  noAddress: 'no web address',
  downloads: 'Take it with you',
  print: 'Print this page',
  printed: 'What is on the page is printed in full. Filter first to print less.',
  download: { case: 'For other systems: CASE 1.1 (JSON)', csv: 'For a spreadsheet: CSV' },
  downloadFailed: 'The file did not arrive. Check your connection, then try again.',
  downloadBusy: 'Getting the file',
  older: (version: number) => `This is version ${version}. It is not the version in use now.`,
  olderWhy: 'Ratings, verifications and certificates that were made against it keep the words on this page.',
  newest: (version: number) => `Read version ${version}, which is in use now`,
  noneInUse: 'No version is in use now.',
  inUse: (version: number) => `Version ${version} is the version in use now.`,
  versionTitle: (version: number) => `The key skills, version ${version}`,
  back: 'The key skills',
  levels: 'The four levels in full',
  rolesTitle: 'Who needs it, and why',
  sourcesTitle: 'Sources',
  nearby: 'Skills before and after this one',
  skillNote: (version: number, inUse: boolean) =>
    `The words here are those of ${inUse ? 'the version in use now' : `version ${version}`}. A rating keeps the words of the version that it was made against.`,
  inNewest: (version: number) => `Read this skill in version ${version}, which is in use now`,
  gone: (inUse: number) => `This skill is not in version ${inUse}, which is in use now, any more.`,
  asItStood: (version: number) =>
    `It is shown as it stood in version ${version}, the newest that had it. Ratings and verifications that were made against it keep these words.`,
  wordsOf: (version: number) =>
    `It is shown as it stood in version ${version}. Ratings and verifications that were made against it keep these words.`,
  compareTitle: (left: PoolRole, right: PoolRole) => `What ${plural[left]} and ${plural[right]} need`,
  pairs: 'Roles to compare',
  pair: (left: PoolRole, right: PoolRole) => `${capital(plural[left])} and ${plural[right]}`,
  compareIntro: 'The level and the weight of each skill for two roles, side by side. A longer bar is a higher level; a filled bar is a core skill.',
  compareColumns: (left: string, right: string) => ['Skill', left, right],
  notAsked: 'Not asked',
  asked: (level: number, weight: Weight) => `Level ${level}, ${weight}`,
  finding: (left: PoolRole, right: PoolRole, compared: RoleComparison) =>
    [
      `${capital(plural[left])} and ${plural[right]} need ${compared.same} of the ${skills(compared.total)} at the same level.`,
      ...higher(plural[left], compared.leftHigher),
      ...higher(plural[right], compared.rightHigher),
      ...only(plural[left], compared.leftOnly),
      ...only(plural[right], compared.rightOnly),
    ].join(' '),
}

function higher(who: string, counts: readonly DomainCount[]): string[] {
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return []
  const [first] = counts
  const spread =
    counts.length === 1 ? `${total === 1 ? '' : 'all '}in ${first?.domain}` : listed(counts.map(({ domain, count }) => `${count} in ${domain}`))
  return [`${capital(who)} need a higher level in ${total}${counts.length === 1 ? ', ' : ': '}${spread}.`]
}

const only = (who: string, count: number): string[] =>
  count === 0 ? [] : [`${count === 1 ? '1 skill is' : `${count} skills are`} asked of ${who} alone.`]
