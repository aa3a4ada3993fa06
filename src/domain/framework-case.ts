import { v5 as idFor } from 'uuid'
import type { z } from 'zod'
import type * as schema from './case-package.schema.ts'
import type { Framework } from './framework.ts'

export type CasePackage = z.infer<typeof schema.CasePackage>
export type CaseItem = z.infer<typeof schema.CaseItem>
export type CaseAssociation = z.infer<typeof schema.CaseAssociation>
type ItemType = CaseItem['CFItemType']
type Link = CaseAssociation['originNodeURI']

/** Ids of what is exchanged are made in this name space, so that the same skill of the same version has the same id wherever it is exported. */
const space = 'b1f5a3a4-6f0e-5c0b-9d55-0a3b6ad1c7f4'

const itemTypes: Record<ItemType, string> = {
  Domain: 'A group of skills that belong together',
  Skill: 'A key skill; its notes say why it matters',
  Indicator: 'What a level of a skill looks like in behaviour; evidence that suffices is in its extensions',
  Level: 'A step on the scale that every skill shares',
  Role: 'Who needs the skills; which level of which skills is in its extensions',
}

/**
 * A framework as a CFPackage of 1EdTech CASE 1.1. Give it one that has no inconsistencies: only such a one comes back unchanged.
 * @param origin where people reach the product, without a closing slash; addresses in the package start with it
 * @param at the moment to give as that of the last change when the framework was never published, in UTC
 */
export function caseOf(framework: Framework, { origin, at }: { origin: string; at: string }): CasePackage {
  const { id, version, title, edition, publishedOn, summary, levels, bars, domains, sources } = framework
  const lastChangeDateTime = publishedOn ? `${publishedOn}T00:00:00Z` : at
  const page = `${origin}/framework/versions/${version}`
  const identified = (what: string) => ({ identifier: idFor(`${id} ${version} ${what}`, space), lastChangeDateTime })
  const known = (what: string, anchor = what) => ({ ...identified(what), uri: `${page}#${anchor}` })
  const link = (what: string, name: string, anchor = what): Link => ({
    title: name,
    identifier: identified(what).identifier,
    uri: `${page}#${anchor}`,
  })

  const items: CaseItem[] = []
  const associations: CaseAssociation[] = []
  const typed = <Type extends ItemType>(type: Type) => ({ CFItemType: type, CFItemTypeURI: link(`type-${type}`, type, 'types'), language: 'en' })
  const relate = (associationType: CaseAssociation['associationType'], from: Link, to: Link, sequenceNumber: number, more = {}) =>
    associations.push({
      ...known(`${associationType} ${from.identifier} ${to.identifier}`, 'associations'),
      associationType,
      sequenceNumber,
      originNodeURI: from,
      destinationNodeURI: to,
      ...more,
    })
  const document = link('document', title, 'framework')
  const levelLink = (level: number) => link(`level-${level}`, levels.find((one) => one.level === level)?.name ?? '')
  const roleLink = (role: string) => link(`role-${role}`, bars.find((bar) => bar.role === role)?.name ?? '')

  for (const [index, { level, name, meaning, evidence }] of levels.entries()) {
    items.push({
      ...known(`level-${level}`),
      ...typed('Level'),
      humanCodingScheme: String(level) as '1',
      abbreviatedStatement: name,
      fullStatement: meaning,
      extensions: { panelPool: { evidence } },
    })
    relate('isChildOf', levelLink(level), document, index + 1)
  }
  for (const [index, { role, name, why, core, elsewhere }] of bars.entries()) {
    items.push({
      ...known(`role-${role}`),
      ...typed('Role'),
      humanCodingScheme: role,
      abbreviatedStatement: name,
      fullStatement: why,
      extensions: { panelPool: { coreDomains: core.domains, coreLevel: core.level, elsewhere } },
    })
    relate('isChildOf', roleLink(role), document, index + 1)
  }
  for (const [index, domain] of domains.entries()) {
    const domainLink = link(`domain-${domain.id}`, domain.name)
    items.push({
      ...known(`domain-${domain.id}`),
      ...typed('Domain'),
      humanCodingScheme: domain.id,
      abbreviatedStatement: domain.name,
      fullStatement: domain.summary,
    })
    relate('isChildOf', domainLink, document, index + 1)
    for (const [place, skill] of domain.skills.entries()) {
      const skillLink = link(`skill-${skill.id}`, skill.name)
      items.push({
        ...known(`skill-${skill.id}`),
        ...typed('Skill'),
        humanCodingScheme: skill.id,
        abbreviatedStatement: skill.name,
        fullStatement: skill.summary,
        notes: skill.why,
        extensions: { panelPool: { sources: skill.sources } },
      })
      relate('isChildOf', skillLink, domainLink, place + 1)
      for (const [order, { role, weight, why }] of skill.roles.entries())
        relate('isRelatedTo', skillLink, roleLink(role), order + 1, { notes: why, extensions: { panelPool: { weight } } })
      for (const [order, { level, indicator, evidence }] of skill.levels.entries()) {
        const what = `skill-${skill.id}-level-${level}`
        items.push({
          ...known(what),
          ...typed('Indicator'),
          humanCodingScheme: `${skill.id} level ${level}`,
          fullStatement: indicator,
          extensions: { panelPool: { evidence } },
        })
        const indicatorLink = link(what, `${skill.id} level ${level}`)
        relate('isChildOf', indicatorLink, skillLink, order + 1)
        relate('hasSkillLevel', indicatorLink, levelLink(level), 1)
      }
    }
  }
  return {
    CFDocument: {
      ...known('document', 'framework'),
      caseVersion: '1.1',
      creator: 'Panel Pool',
      publisher: 'Panel Pool',
      title,
      description: summary,
      language: 'en',
      version: String(version),
      adoptionStatus: publishedOn ? 'Adopted' : 'Draft',
      ...(publishedOn ? { statusStartDate: publishedOn } : {}),
      officialSourceURL: page,
      extensions: { panelPool: { id, edition, sources } },
    },
    CFItems: items,
    CFAssociations: associations,
    CFDefinitions: {
      CFItemTypes: Object.entries(itemTypes).map(([type, description], index) => ({
        ...known(`type-${type}`, 'types'),
        title: type,
        description,
        hierarchyCode: String(index + 1),
      })),
    },
  }
}
