import type { Framework } from '#domain/framework.ts'
import type { SkillStanding } from '#domain/skill-gaps.ts'
import { copy } from './self-assessment.copy.ts'
import './skill-picture.scss'

const step = 28
const middle = 10
const x = (level: number) => 12 + level * step

/** A line for each skill from "not yet" to level 4: a bar at the level asked, a ring for one's own rating, a disc for the verified level. The table beside it says the same. */
export function SkillPicture({ standings, framework }: { standings: readonly SkillStanding[]; framework: Framework }) {
  return (
    <figure className="app-skill-picture" aria-hidden="true">
      <figcaption>
        <h2 className="govuk-heading-m">{copy.picture}</h2>
        <p className="govuk-hint">
          <Mark needs={2} /> {copy.legend.needs} <Mark self={2} /> {copy.legend.self} <Mark verified={2} /> {copy.legend.verified}
        </p>
      </figcaption>
      {framework.domains.map((domain) => {
        const own = domain.skills.flatMap((skill) =>
          standings.filter((one) => one.skill === skill.id).map((standing) => ({ ...standing, name: skill.name })),
        )
        return (
          own.length > 0 && (
            <div key={domain.id} className="app-skill-picture__domain">
              <h3 className="govuk-heading-s">{domain.name}</h3>
              <ul>
                {own.map(({ skill, name, needs, self, verified }) => (
                  <li key={skill}>
                    <span>{name}</span>
                    <Scale needs={needs} self={self?.level ?? null} verified={verified?.level ?? null} />
                  </li>
                ))}
              </ul>
            </div>
          )
        )
      })}
    </figure>
  )
}

const Scale = ({ needs, self, verified }: { needs: number; self: number | null; verified: number | null }) => (
  <svg width={x(4) + 12} height={2 * middle} viewBox={`0 0 ${x(4) + 12} ${2 * middle}`}>
    <line className="app-skill-picture__line" x1={x(0)} x2={x(4)} y1={middle} y2={middle} />
    {[0, 1, 2, 3, 4].map((level) => (
      <circle key={level} className="app-skill-picture__dot" cx={x(level)} cy={middle} r={2} />
    ))}
    <line className="app-skill-picture__needs" x1={x(needs)} x2={x(needs)} y1={1} y2={2 * middle - 1} />
    {verified !== null && <circle className="app-skill-picture__verified" cx={x(verified)} cy={middle} r={5} />}
    {self !== null && <circle className="app-skill-picture__self" cx={x(self)} cy={middle} r={8} />}
  </svg>
)

const Mark = ({ needs, self, verified }: { needs?: number; self?: number; verified?: number }) => (
  <svg className="app-skill-picture__mark" width={20} height={20} viewBox="0 0 20 20">
    {needs && <line className="app-skill-picture__needs" x1={10} x2={10} y1={1} y2={19} />}
    {self && <circle className="app-skill-picture__self" cx={10} cy={10} r={8} />}
    {verified && <circle className="app-skill-picture__verified" cx={10} cy={10} r={5} />}
  </svg>
)
