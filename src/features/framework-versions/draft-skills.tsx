import { Link } from 'react-router'
import type { FrameworkDraft } from '#domain/framework-version.ts'
import { paths } from '#paths'
import { Details } from '#ui/notes.tsx'
import { Tag } from '#ui/tag.tsx'
import { copy } from './framework-versions.copy.ts'

/** The skills of a draft by domain, each leading to its words, and a way to add one. */
export function DraftSkills({ draft: { number, domains, skills, faults } }: { draft: FrameworkDraft }) {
  const incomplete = new Set(faults.map(({ skill }) => skill))
  return (
    <>
      <h2 className="govuk-heading-m">{copy.edit}</h2>
      <ul className="govuk-list">
        {(['domains', 'levels', 'sources'] as const).map((part) => (
          <li key={part}>
            <Link className="govuk-link" to={paths.draftPart(number, part)}>
              {copy.parts[part]}
            </Link>
          </li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">{copy.skills}</h2>
      <p className="govuk-body app-measure">{copy.skillsWhat}</p>
      {domains.map(({ id, name }, index) => {
        const held = skills.filter(({ domain }) => domain === id)
        return (
          <Details key={id} summary={`${name} (${held.length})`}>
            <ul className="govuk-list">
              {held.map((skill) => (
                <li key={skill.id}>
                  <Link className="govuk-link" to={paths.draftSkill(number, skill.id)}>
                    {copy.editSkill(skill.id, skill.name)}
                  </Link>{' '}
                  {incomplete.has(skill.id) && <Tag colour="orange">{copy.incomplete}</Tag>}
                </li>
              ))}
            </ul>
            <Link className="govuk-link" to={`${paths.draftSkill(number, nextId(skills, held[0]?.id, index))}?domain=${encodeURIComponent(id)}`}>
              {copy.addSkill(name)}
            </Link>
          </Details>
        )
      })}
    </>
  )
}

/** The next free id: of the kind that the domain's first skill has, or of the domain's place. Removed ids are not used again while others follow. */
function nextId(skills: FrameworkDraft['skills'], first: string | undefined, index: number): string {
  const prefix = first?.split('.')[0] ?? String(Math.min(index + 1, 9))
  const taken = skills.flatMap(({ id }) => (id.startsWith(`${prefix}.`) ? [Number(id.split('.')[1])] : []))
  return `${prefix}.${Math.max(0, ...taken) + 1}`
}
