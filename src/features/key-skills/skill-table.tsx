import { Fragment } from 'react'
import { Link } from 'react-router'
import type { Framework } from '#domain/framework.ts'
import type { Rating } from '#domain/self-assessment.ts'
import type { SkillStanding, VerifiedLevel } from '#domain/skill-gaps.ts'
import { paths } from '#paths'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { copy, levelWord } from './self-assessment.copy.ts'

/** Skill by skill: what somebody said, what was verified, what is asked and what would close the gap. */
export function SkillTable({ standings, framework }: { standings: readonly SkillStanding[]; framework: Framework }) {
  const names = new Map(framework.domains.flatMap(({ skills }) => skills.map(({ id, name }) => [id, name])))
  const rows = standings.map(({ skill, needs, self, earlier, verified, formerly, gap }) => (
    <Row key={skill}>
      <RowHeader>
        <Link className="govuk-link app-wrap" to={paths.versionSkill(framework.version, skill)}>
          {names.get(skill)}
        </Link>
      </RowHeader>
      <Cell>
        {self ? levelWord(self.level) : earlier.length > 0 ? copy.rateAgain : copy.notRated}
        {earlier.length > 0 && <Earlier ratings={earlier} own={framework.version} />}
      </Cell>
      <Cell>{verified ? levelWord(verified.level) : formerly ? <Formerly verified={formerly} /> : copy.none}</Cell>
      <Cell>{needs}</Cell>
      <Cell nowrap>{gap ? copy.gapLevels(gap.levels) : copy.none}</Cell>
      <Cell>{gap && copy.closes[gap.kind]}</Cell>
    </Row>
  ))
  return <Table caption={copy.table} columns={copy.columns.map((title) => ({ title }))} rows={rows} />
}

/** Earlier ratings, newest first; one of another version leads to the words that it was made against. */
const Earlier = ({ ratings, own }: { ratings: readonly Rating[]; own: number }) => (
  <span className="govuk-hint app-block">
    {copy.earlier}{' '}
    {ratings.map(({ id, skill, level, frameworkVersion }, index) => (
      <Fragment key={id}>
        {index > 0 && ', '}
        {frameworkVersion === own ? (
          levelWord(level)
        ) : (
          <GivenAgainst version={frameworkVersion} skill={skill} text={copy.inVersion(levelWord(level), frameworkVersion)} />
        )}
      </Fragment>
    ))}
  </span>
)

/** A level whose words changed counts no more, and is not out of sight. */
const Formerly = ({ verified: { skill, level, frameworkVersion } }: { verified: VerifiedLevel }) => (
  <>
    <GivenAgainst version={frameworkVersion} skill={skill} text={copy.verifiedAgainst(level, frameworkVersion)} />; {copy.verifyAgain}
  </>
)

const GivenAgainst = ({ version, skill, text }: { version: number; skill: string; text: string }) => (
  <Link className="govuk-link" to={paths.versionSkill(version, skill)}>
    {text}
  </Link>
)
