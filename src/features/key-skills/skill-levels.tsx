import type { Framework, Skill } from '#domain/framework.ts'
import { copy } from './framework.copy.ts'
import { Marked } from './framework-words.tsx'
import type { SkillNeeds } from './skill-needs.ts'

interface SkillLevelsProps {
  skill: Skill
  scale: Framework['levels']
  /** The needs whose levels are marked. */
  needs: SkillNeeds
  words?: readonly string[]
}

/** What each level of a skill looks like, the evidence that is enough, and where the roles' bars lie. */
export const SkillLevels = ({ skill, scale, needs, words = [] }: SkillLevelsProps) => (
  <ol className="app-levels" aria-label={copy.levelsOf(skill.name)}>
    {skill.levels.map(({ level, indicator, evidence }) => {
      const roles = needs.filter((need) => need.level === level).map(({ role }) => role)
      return (
        <li key={level} className={roles.length > 0 ? 'app-levels__level app-levels__level--needed' : 'app-levels__level'}>
          <p className="app-levels__name">{copy.level(level, scale.find((one) => one.level === level)?.name ?? '')}</p>
          {roles.length > 0 && <p className="app-levels__needed">{copy.neededBy(roles)}</p>}
          <p>
            <Marked text={indicator} words={words} />
          </p>
          <p>
            <strong>{copy.evidence}</strong> <Marked text={evidence} words={words} />
          </p>
        </li>
      )
    })}
  </ol>
)
