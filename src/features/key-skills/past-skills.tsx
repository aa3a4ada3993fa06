import { Link } from 'react-router'
import type { PastSkill } from '#domain/skill-gaps.ts'
import { paths } from '#paths'
import { showDay } from '#lib/show.ts'
import { Details } from '#ui/notes.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { copy, levelWord } from './self-assessment.copy.ts'

/** What somebody rated before of skills that are not asked of them now: nothing that was handed in goes out of sight. */
export function PastSkills({ past }: { past: readonly PastSkill[] }) {
  if (past.length === 0) return null
  const rows = past.map(({ skill, name, version, ratings, verified }) => (
    <Row key={skill}>
      <RowHeader>
        <Link className="govuk-link" to={paths.versionSkill(version, skill)}>
          {name}
        </Link>
      </RowHeader>
      <Cell>
        {ratings.map(({ id, level, frameworkVersion, at }) => (
          <span key={id} className="app-block">
            {copy.given(levelWord(level), frameworkVersion, showDay(at))}
          </span>
        ))}
        {ratings.length === 0 && copy.none}
      </Cell>
      <Cell>{verified ? copy.given(levelWord(verified.level), verified.frameworkVersion, showDay(verified.at)) : copy.none}</Cell>
    </Row>
  ))
  return (
    <Details summary={copy.past(past.length)}>
      <p className="govuk-body">{copy.pastWhat}</p>
      <Table caption={copy.pastTable} columns={copy.pastColumns.map((title) => ({ title }))} rows={rows} />
    </Details>
  )
}
