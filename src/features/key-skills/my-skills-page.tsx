import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SkillProfile } from '#domain/skill-gaps.ts'
import { paths } from '#paths'
import { Actions } from '#ui/actions.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { InsetText } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { copy } from './self-assessment.copy.ts'
import { copy as newerCopy } from './newer-framework.copy.ts'
import { NewerFramework } from './newer-framework.tsx'
import { ownSkillQueries } from './self-assessment.queries.ts'
import { PastSkills } from './past-skills.tsx'
import { SkillPicture } from './skill-picture.tsx'
import { SkillTable } from './skill-table.tsx'

/** What somebody said of their skills, what was verified, what their role asks, and what would close each gap. */
export function MySkillsPage() {
  const { data: profile } = useSuspenseQuery(ownSkillQueries.profile)
  const { data: framework } = useSuspenseQuery(ownSkillQueries.words(profile.frameworkVersion))
  const [movedTo, setMovedTo] = useState<number | null>(null)
  const rated = profile.skills.some(({ self, earlier }) => self !== null || earlier.length > 0)
  return (
    <Page title={copy.mySkills}>
      <div role="status">{movedTo !== null && <InsetText>{newerCopy.moved(movedTo)}</InsetText>}</div>
      {profile.skills.length === 0 ? <Empty>{copy.noRoles}</Empty> : <Finding profile={profile} rated={rated} />}
      {profile.newerFramework !== null && <NewerFramework from={profile.frameworkVersion} to={profile.newerFramework} onMoved={setMovedTo} />}
      {!rated && <p className="govuk-body app-measure">{copy.nothingYet}</p>}
      <Actions>
        {rated && <ButtonLink to={paths.plan()}>{copy.plan}</ButtonLink>}
        <ButtonLink {...(rated ? { variant: 'secondary' as const } : {})} to={paths.startSelfAssessment()}>
          {profile.underWay ? copy.goOn : rated ? copy.again : copy.start}
        </ButtonLink>
      </Actions>
      {profile.skills.length > 0 && (
        <>
          <SkillPicture standings={profile.skills} framework={framework} />
          <SkillTable standings={profile.skills} framework={framework} />
          <PastSkills past={profile.past} />
          <p className="govuk-body app-measure">
            {copy.separate} {copy.wordsOf(profile.frameworkVersion)}
          </p>
          <h2 className="govuk-heading-m">{copy.whoSees}</h2>
          <p className="govuk-body app-measure">{copy.whoSeesText}</p>
        </>
      )}
    </Page>
  )
}

function Finding({ profile: { skills, roles }, rated }: { profile: SkillProfile; rated: boolean }) {
  const met = skills.filter(({ gap }) => gap === null).length
  const self = skills.filter((standing) => (standing.self?.level ?? -1) >= standing.needs).length
  const words = roles.map((role) => copy.anyOf[role]).join(' and ')
  return (
    <p className="govuk-body-l app-measure">
      {copy.finding(met, skills.length, words)} {rated && met < skills.length && copy.ownFinding(self)}
    </p>
  )
}
