import { CasePackage } from './case-package.schema.ts'
import { CaseTree } from './case-tree.ts'
import { type FileFault, type Gathered, Places } from './file-places.ts'
import type { CaseItem } from './framework-case.ts'
import { inWords, type Path } from './framework-consistency.ts'
import { whereJsonBreaks } from './json-break.ts'

/** Finds a framework in a CFPackage, or says what stops it: what is not JSON, not CASE, or not tied together as a framework is. */
export function gatherCase(file: string): Gathered | { faults: FileFault[] } {
  const json = parsed(file)
  if ('faults' in json) return json
  const read = CasePackage.safeParse(json.value)
  if (!read.success)
    return { faults: read.error.issues.map((issue) => ({ at: issue.path.map((step) => `/${String(step)}`).join(''), detail: inWords(issue) })) }
  const tree = new CaseTree(read.data)
  return tree.faults.length > 0 ? { faults: tree.faults } : assembled(tree)
}

function parsed(file: string): { value: unknown } | { faults: FileFault[] } {
  const text = file.replace(/^\uFEFF/, '')
  const at = whereJsonBreaks(text)
  if (at === null) return { value: JSON.parse(text) }
  const before = text.slice(0, at).split('\n')
  return { faults: [{ at: `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`, detail: 'From here on this is not JSON' }] }
}

function assembled(tree: CaseTree): Gathered {
  const places = new Places()
  const { identifier, title, description, version, statusStartDate, extensions } = tree.document
  for (const [part, place] of Object.entries(ofTheDocument)) places.mark([part], `/CFDocument${place}`)
  const mark = (path: Path, at: string, parts: Record<string, string>) => {
    places.mark(path, at)
    for (const [part, place] of Object.entries(parts)) places.mark([...path, ...part.split('/')], at + place)
  }

  const skill = (item: ItemOf<'Skill'>, path: Path) => {
    mark(path, item.at, { id: code, name, summary: statement, why: '/notes', sources: '/extensions/panelPool/sources' })
    return {
      id: item.humanCodingScheme,
      name: item.abbreviatedStatement,
      summary: item.fullStatement,
      why: item.notes,
      sources: item.extensions.panelPool.sources,
      roles: tree.rolesOf(item.identifier).map(({ at, role, weight, why }, index) => {
        mark([...path, 'roles', index], at, { weight: '/extensions/panelPool/weight', why: '/notes' })
        return { role, weight, why }
      }),
      levels: tree.childrenOf(item.identifier, 'Indicator').map((indicator, index) => {
        mark([...path, 'levels', index], indicator.at, { indicator: statement, evidence })
        return {
          level: tree.levelOf(indicator.identifier),
          indicator: indicator.fullStatement,
          evidence: indicator.extensions.panelPool.evidence,
        }
      }),
    }
  }

  const document = {
    id: extensions.panelPool.id,
    version: Number(version),
    title,
    edition: extensions.panelPool.edition,
    publishedOn: statusStartDate ?? null,
    summary: description,
    levels: tree.childrenOf(identifier, 'Level').map((item, index) => {
      mark(['levels', index], item.at, { level: code, name, meaning: statement, evidence })
      return {
        level: Number(item.humanCodingScheme),
        name: item.abbreviatedStatement,
        meaning: item.fullStatement,
        evidence: item.extensions.panelPool.evidence,
      }
    }),
    bars: tree.childrenOf(identifier, 'Role').map((item, index) => {
      const { coreDomains, coreLevel, elsewhere } = item.extensions.panelPool
      const own = '/extensions/panelPool'
      mark(['bars', index], item.at, {
        role: code,
        name,
        why: statement,
        'core/domains': `${own}/coreDomains`,
        'core/level': `${own}/coreLevel`,
        elsewhere: `${own}/elsewhere`,
      })
      const core = { domains: coreDomains, level: coreLevel }
      return { role: item.humanCodingScheme, name: item.abbreviatedStatement, why: item.fullStatement, core, elsewhere }
    }),
    domains: tree.childrenOf(identifier, 'Domain').map((item, domain) => {
      mark(['domains', domain], item.at, { id: code, name, summary: statement })
      return {
        id: item.humanCodingScheme,
        name: item.abbreviatedStatement,
        summary: item.fullStatement,
        skills: tree.childrenOf(item.identifier, 'Skill').map((held, index) => skill(held, ['domains', domain, 'skills', index])),
      }
    }),
    sources: extensions.panelPool.sources,
  }
  return { document, places }
}

type ItemOf<Type extends CaseItem['CFItemType']> = ReturnType<typeof CaseTree.prototype.childrenOf<Type>>[number]

const [code, name, statement, evidence] = ['/humanCodingScheme', '/abbreviatedStatement', '/fullStatement', '/extensions/panelPool/evidence'] as const
const ofTheDocument = {
  id: '/extensions/panelPool/id',
  version: '/version',
  title: '/title',
  edition: '/extensions/panelPool/edition',
  publishedOn: '/statusStartDate',
  summary: '/description',
  sources: '/extensions/panelPool/sources',
}
