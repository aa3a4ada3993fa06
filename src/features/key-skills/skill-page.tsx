import { Link, useLoaderData, useParams } from 'react-router'
import { skillsIn } from '#domain/framework.ts'
import { poolRoleWords } from '#domain/words.ts'
import { paths } from '#paths'
import { BackLink, WarningText } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { copy } from './framework.copy.ts'
import { FrameworkSources } from './framework-sources.tsx'
import { Cited } from './framework-words.tsx'
import { SkillLevels } from './skill-levels.tsx'
import { needsBySkill } from './skill-needs.ts'
import type { SkillPlace } from './skill-place.ts'
import './framework.scss'

/** One skill at its own address: its levels in full, who needs it and why, and what it rests on. */
export function SkillPage() {
  const { skill: id } = useParams()
  const { framework, inUse, address } = useLoaderData<SkillPlace>()
  const skills = skillsIn(framework)
  const place = skills.findIndex((one) => one.id === id)
  const skill = skills[place]
  const domain = framework.domains.find((one) => one.skills.some((held) => held.id === id))
  // The loader has answered for a skill that is not there.
  if (!skill || !domain) return null
  const sources = framework.sources.filter((source) => skill.sources.includes(source.id))
  const needs = needsBySkill(framework).get(skill.id) ?? []
  const isInUse = framework.version === inUse?.version
  const step = (to: number) => {
    const other = skills[to]
    return other && { to: isInUse ? paths.skill(other.id) : paths.versionSkill(framework.version, other.id), text: `${other.id} ${other.name}` }
  }
  return (
    <>
      <BackLink to={isInUse ? paths.framework() : paths.frameworkVersion(framework.version)}>
        {isInUse ? copy.back : copy.versionTitle(framework.version)}
      </BackLink>
      <Page title={`${skill.id} ${skill.name}`} caption={domain.name}>
        <div className="app-measure">
          {!isInUse && <Older skill={skill.id} place={{ framework, inUse, address }} />}
          <p className="govuk-body-l">{skill.summary}</p>
          <h2 className="govuk-heading-m">{copy.why}</h2>
          <p className="govuk-body">
            <Cited text={skill.why} known={new Set(skill.sources)} />
          </p>
        </div>
        <h2 className="govuk-heading-m">{copy.levels}</h2>
        <SkillLevels skill={skill} scale={framework.levels} needs={needs} />
        <h2 className="govuk-heading-m">{copy.rolesTitle}</h2>
        <SummaryList
          rows={needs.map(({ role, level, weight }) => ({
            key: poolRoleWords[role],
            value: (
              <>
                <p className="govuk-body">{copy.asked(level, weight)}</p>
                <p className="govuk-body">{skill.roles.find((tag) => tag.role === role)?.why}</p>
              </>
            ),
          }))}
        />
        <div className="app-measure">
          <p className="govuk-body">
            <Link className="govuk-link" to={paths.compareRoles()}>
              {copy.compare}
            </Link>
          </p>
          <h2 className="govuk-heading-m">{copy.sourcesTitle}</h2>
          <FrameworkSources sources={sources} />
          <p className="govuk-body-s">
            {copy.own} {copy.skillNote(framework.version, isInUse)}
          </p>
        </div>
        <Pagination label={copy.nearby} previous={step(place - 1)} next={step(place + 1)} />
      </Page>
    </>
  )
}

/** Says which version's words these are when it is not the one in use, and whether that one still has the skill. */
function Older({
  skill,
  place: {
    framework: { version },
    inUse,
    address,
  },
}: {
  skill: string
  place: SkillPlace
}) {
  if (inUse && skillsIn(inUse).some(({ id }) => id === skill))
    return (
      <>
        <WarningText>{copy.older(version)}</WarningText>
        <p className="govuk-body">
          <Link className="govuk-link" to={paths.skill(skill)}>
            {copy.inNewest(inUse.version)}
          </Link>
        </p>
      </>
    )
  return (
    <>
      <WarningText>{inUse ? copy.gone(inUse.version) : copy.noneInUse}</WarningText>
      <p className="govuk-body">{address === 'stable' ? copy.asItStood(version) : copy.wordsOf(version)}</p>
    </>
  )
}
