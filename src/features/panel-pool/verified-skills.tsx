import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { FrameworkOutline } from '#domain/framework-outline.ts'
import type { PoolRole } from '#domain/person.ts'
import type { VerifiedLevel } from '#domain/skill-gaps.ts'
import { showDay } from '#lib/show.ts'
import { paths } from '#paths'
import { Empty } from '#ui/empty.tsx'
import { Details } from '#ui/notes.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { panelPoolQueries } from './panel-pool.queries.ts'
import { copy } from './verified-skills.copy.ts'

interface Line {
  id: string
  name: string
  verified: VerifiedLevel | null
  /** What each of the person's roles asks of this skill, and by how many levels it is missed. */
  asked: { role: PoolRole; level: number; short: number }[]
}
interface DomainLines {
  id: string
  name: string
  lines: Line[]
}

/** What assessors verified, beside what the person's roles ask, domain by domain. */
export function VerifiedSkills({ id }: { id: string }) {
  const { data } = useSuspenseQuery(panelPoolQueries.verifiedSkills(id))
  const { data: outline } = useSuspenseQuery(panelPoolQueries.outline)
  const domains = [...linesFor(outline, data.roles, data.verified), ...goneFrom(outline, data.verified)]
  return (
    <>
      <h2 className="govuk-heading-m">{copy.title}</h2>
      {data.verified.length === 0 ? (
        <Empty>{copy.nothing}</Empty>
      ) : (
        <>
          {data.roles.length === 0 && <p className="govuk-body">{copy.noRoles}</p>}
          {data.roles.map((role) => (
            <Summary key={role} role={role} lines={domains.flatMap(({ lines }) => lines)} />
          ))}
          {domains.map((domain) => (
            <Domain key={domain.id} domain={domain} outline={outline} version={data.frameworkVersion} />
          ))}
        </>
      )}
      {data.verified.some(({ frameworkVersion }) => frameworkVersion !== data.frameworkVersion) && (
        <p className="govuk-body app-measure">{copy.older(data.frameworkVersion)}</p>
      )}
      <p className="govuk-body app-measure">{copy.whoSees}</p>
    </>
  )
}

/** Every skill that a role asks or an assessor verified; domains without one are left out. */
const linesFor = (outline: FrameworkOutline, roles: readonly PoolRole[], verified: readonly VerifiedLevel[]): DomainLines[] =>
  outline.domains
    .map(({ id, name, skills }) => ({
      id,
      name,
      lines: skills
        .map((skill) => {
          const found = verified.find((one) => one.skill === skill.id) ?? null
          const asked = skill.asked.filter(({ role }) => roles.includes(role))
          return {
            id: skill.id,
            name: skill.name,
            verified: found,
            asked: asked.map(({ role, level }) => ({ role, level, short: Math.max(0, level - (found?.level ?? 0)) })),
          }
        })
        .filter((line) => line.verified || line.asked.length > 0),
    }))
    .filter(({ lines }) => lines.length > 0)

/** What was verified of skills that the version in use does not have any more. */
function goneFrom(outline: FrameworkOutline, verified: readonly VerifiedLevel[]): DomainLines[] {
  const known = new Set(outline.domains.flatMap(({ skills }) => skills.map(({ id }) => id)))
  const gone = verified.filter(({ skill }) => !known.has(skill))
  if (gone.length === 0) return []
  return [{ id: 'gone', name: copy.gone(outline.version), lines: gone.map((one) => ({ id: one.skill, name: '', verified: one, asked: [] })) }]
}

const shortBy = ({ asked }: Line) => Math.max(0, ...asked.map(({ short }) => short))

/** How far somebody is for one role, and the three skills that are furthest away. */
function Summary({ role, lines }: { role: PoolRole; lines: readonly Line[] }) {
  const asked = lines.flatMap(({ name, asked: needs }) => needs.filter((need) => need.role === role).map(({ short }) => ({ name, short })))
  const missing = asked.filter(({ short }) => short > 0).toSorted((a, b) => b.short - a.short)
  return (
    <p className="govuk-body app-measure">
      <strong>{copy.met(role, asked.length - missing.length, asked.length)}</strong>{' '}
      {missing.length > 0 && copy.missing(missing.slice(0, 3).map(({ name, short }) => copy.short(name, short)))}
    </p>
  )
}

function Domain({ domain: { name, lines }, outline, version }: { domain: DomainLines; outline: FrameworkOutline; version: number }) {
  const asked = lines.filter((line) => line.asked.length > 0)
  const rows = lines.map((line) => (
    <Row key={line.id}>
      <RowHeader>
        <Link className="govuk-link app-wrap" to={paths.skill(line.id)}>
          {line.id} {line.name}
        </Link>
      </RowHeader>
      <Cell>{verifiedWords(line.verified, outline, version)}</Cell>
      <Cell>{line.asked.map(({ role, level }) => copy.asked(role, level)).join('; ') || copy.notAsked}</Cell>
      <Cell>{missingWords(line)}</Cell>
    </Row>
  ))
  return (
    <Details summary={copy.domain(name, asked.filter((line) => shortBy(line) === 0).length, asked.length)}>
      <Table caption={name} columns={copy.columns.map((title) => ({ title }))} rows={rows} />
    </Details>
  )
}

/** An older version of the framework is named: its words are the ones that were verified against. */
function verifiedWords(verified: VerifiedLevel | null, { levels }: FrameworkOutline, version: number): string {
  if (!verified) return copy.notVerified
  const name = levels.find(({ level }) => level === verified.level)?.name ?? ''
  return (
    copy.verified(verified.level, name, showDay(verified.at)) + (verified.frameworkVersion === version ? '' : copy.version(verified.frameworkVersion))
  )
}

function missingWords({ asked }: Line): string {
  if (asked.length === 0) return copy.noGapKnown
  const gaps = asked.filter(({ short }) => short > 0).map(({ role, short }) => copy.gap(short, role))
  return gaps.join('; ') || copy.nothingMissing
}
