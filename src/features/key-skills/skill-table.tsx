import { Link } from 'react-router'
import type { Framework } from '#domain/framework.ts'
import type { Rating } from '#domain/self-assessment.ts'
import type { SkillStanding } from '#domain/skill-gaps.ts'
import { paths } from '#paths'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { copy, levelWord } from './self-assessment.copy.ts'

/** Skill by skill: what somebody said, what was verified, what is asked and what would close the gap. */
export function SkillTable({ standings, framework }: { standings: readonly SkillStanding[]; framework: Framework }) {
  const names = new Map(framework.domains.flatMap(({ skills }) => skills.map(({ id, name }) => [id, name])))
  const rows = standings.map(({ skill, needs, self, earlier, verified, gap }) => (
    <Row key={skill}>
      <RowHeader>
        <Link className="govuk-link app-wrap" to={paths.skill(skill)}>
          {names.get(skill)}
        </Link>
      </RowHeader>
      <Cell>
        {self ? levelWord(self.level) : earlier.length > 0 ? copy.rateAgain : copy.notRated}
        {earlier.length > 0 && <Earlier ratings={earlier} own={framework.version} />}
      </Cell>
      <Cell>{verified ? levelWord(verified.level) : copy.none}</Cell>
      <Cell>{needs}</Cell>
      <Cell nowrap>{gap ? copy.gapLevels(gap.levels) : copy.none}</Cell>
      <Cell>{gap && copy.closes[gap.kind]}</Cell>
    </Row>
  ))
  return <Table caption={copy.table} columns={copy.columns.map((title) => ({ title }))} rows={rows} />
}

/** Earlier ratings, newest first; those of another version say which. */
const Earlier = ({ ratings, own }: { ratings: readonly Rating[]; own: number }) => (
  <span className="govuk-hint app-block">
    {copy.earlier(
      ratings.map(({ level, frameworkVersion }) => levelWord(level) + (frameworkVersion === own ? '' : copy.inVersion(frameworkVersion))),
    )}
  </span>
)
