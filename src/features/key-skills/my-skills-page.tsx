import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Framework } from '#domain/framework.ts'
import type { SkillProfile, SkillStanding } from '#domain/skill-gaps.ts'
import { paths } from '#paths'
import { Actions } from '#ui/actions.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Success } from '#ui/notification.tsx'
import { Page } from '#ui/page.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { copy, levelWord } from './self-assessment.copy.ts'
import { copy as newerCopy } from './newer-framework.copy.ts'
import { NewerFramework } from './newer-framework.tsx'
import { ownSkillQueries } from './self-assessment.queries.ts'
import { SkillPicture } from './skill-picture.tsx'

/** What somebody said of their skills, what was verified, what their role asks, and what would close each gap. */
export function MySkillsPage() {
  const { data: profile } = useSuspenseQuery(ownSkillQueries.profile)
  const { data: framework } = useSuspenseQuery(ownSkillQueries.words(profile.frameworkVersion))
  const [movedTo, setMovedTo] = useState<number | null>(null)
  const rated = profile.skills.some(({ self }) => self !== null)
  return (
    <Page title={copy.mySkills}>
      {movedTo !== null && <Success>{newerCopy.moved(movedTo)}</Success>}
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
          <p className="govuk-body app-measure">
            {copy.separate} {copy.wordsOf(profile.frameworkVersion)} {copy.whoSeesText}
          </p>
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

function SkillTable({ standings, framework }: { standings: readonly SkillStanding[]; framework: Framework }) {
  const names = new Map(framework.domains.flatMap(({ skills }) => skills.map(({ id, name }) => [id, name])))
  const rows = standings.map(({ skill, needs, self, earlier, verified, gap }) => (
    <Row key={skill}>
      <RowHeader>
        <Link className="govuk-link app-wrap" to={paths.skill(skill)}>
          {names.get(skill)}
        </Link>
      </RowHeader>
      <Cell>
        {self ? levelWord(self.level) : copy.notRated}
        {earlier.length > 0 && <span className="govuk-hint app-block">{copy.earlier(earlier.map(({ level }) => level))}</span>}
      </Cell>
      <Cell>{verified ? levelWord(verified.level) : copy.none}</Cell>
      <Cell>{needs}</Cell>
      <Cell nowrap>{gap ? copy.gapLevels(gap.levels) : copy.none}</Cell>
      <Cell>{gap && copy.closes[gap.kind]}</Cell>
    </Row>
  ))
  return <Table caption={copy.table} columns={copy.columns.map((title) => ({ title }))} rows={rows} />
}
