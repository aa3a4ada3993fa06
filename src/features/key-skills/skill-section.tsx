import { memo } from 'react'
import { Link } from 'react-router'
import type { Framework, Skill } from '#domain/framework.ts'
import type { PoolRole } from '#domain/person.ts'
import { shortPoolRoleWords } from '#domain/words.ts'
import { paths } from '#paths'
import { copy } from './framework.copy.ts'
import { Cited, Marked } from './framework-words.tsx'
import { SkillLevels } from './skill-levels.tsx'
import type { SkillNeeds } from './skill-needs.ts'

interface SkillSectionProps {
  skill: Skill
  scale: Framework['levels']
  known: ReadonlySet<string>
  needs: SkillNeeds
  /** The role whose bar is marked on the levels, if one was chosen. */
  role: PoolRole | undefined
  words: readonly string[]
  /** The version whose words these are, or null for the one in use. */
  version: number | null
}

/** One skill of the whole framework, in full. */
export const SkillSection = memo(({ skill, scale, known, needs, role, words, version }: SkillSectionProps) => (
  <section className="app-skill" id={`skill-${skill.id}`}>
    <h4 className="govuk-heading-s">
      <Link className="govuk-link" to={version === null ? paths.skill(skill.id) : paths.versionSkill(version, skill.id)}>
        <Marked text={`${skill.id} ${skill.name}`} words={words} />
      </Link>
    </h4>
    <p className="govuk-body app-measure">
      <Marked text={skill.summary} words={words} />
    </p>
    <ul className="govuk-list app-skill__roles" aria-label={copy.rolesOf(skill.name)}>
      {needs.map((need) => (
        <li key={need.role}>{copy.needs(shortPoolRoleWords[need.role], need.level, need.weight)}</li>
      ))}
    </ul>
    <p className="govuk-body app-measure">
      <strong>{copy.why}.</strong> <Cited text={skill.why} known={known} words={words} />
    </p>
    <SkillLevels skill={skill} scale={scale} needs={needs.filter((need) => need.role === role)} words={words} />
  </section>
))
