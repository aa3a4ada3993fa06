import type { SkillsMap } from '#domain/skills-map.ts'
import { regionWords } from '#domain/words.ts'
import { showNumber } from '#lib/show.ts'
import { paths } from '#paths'
import { type HeatCell, HeatTable, type Step } from '#ui/heat-table.tsx'
import { copy } from './skills-map.copy.ts'

type Row = SkillsMap['skills'][number]
type Column = SkillsMap['columns'][number]

/** Skills by regions. A figure whose people the reader may open leads to them on the roster. */
export function SkillsMapTable({ map }: { map: SkillsMap }) {
  const everywhere = { people: map.people, exact: map.columns.every(({ exact }) => exact) }
  const cellsOf = (row: Row): HeatCell[] => [
    ...map.columns.map((column, index) =>
      cell(row, row.verified[index] ?? null, column.people, nameOf(column), column.region && linkTo(map, row, column)),
    ),
    cell(row, row.everywhere, everywhere.people, copy.everywhere, everywhere.exact ? linkTo(map, row, null) : null),
  ]
  return (
    <HeatTable
      caption={copy.caption(map.role, map.standing)}
      corner={copy.skill}
      columns={[
        ...map.columns.map((column) => ({ key: column.region ?? '', header: <Header name={nameOf(column)} people={column.people} /> })),
        { key: 'all', header: <Header name={copy.everywhere} people={everywhere.people} /> },
      ]}
      groups={(['core', 'useful'] as const)
        .map((weight) => ({
          title: copy.groups[weight],
          rows: map.skills
            .filter((row) => row.weight === weight)
            .map((row) => ({
              key: row.skill,
              header: (
                <>
                  {row.skill} {row.name} <small>({copy.level(row.level)})</small>
                </>
              ),
              cells: cellsOf(row),
            })),
        }))
        .filter(({ rows }) => rows.length > 0)}
    />
  )
}

const nameOf = ({ region }: Column) => (region ? regionWords[region] : copy.noRegion)

const Header = ({ name, people }: { name: string; people: number | null }) => (
  <>
    {name}
    <br />
    <small>{people === null ? copy.notShown : copy.people(people)}</small>
  </>
)

function cell(row: Row, verified: number | null, people: number | null, region: string, to: string | null): HeatCell {
  if (verified === null) return { text: copy.notShown, step: null }
  const text = (
    <>
      <strong>{showNumber(verified)}</strong> {people !== null && copy.of(people)}
      {to && verified > 0 && <span className="govuk-visually-hidden">{copy.where(row.name, region)}</span>}
    </>
  )
  return { text, step: people ? stepFor(verified / people) : null, ...(to && verified > 0 ? { to } : {}) }
}

function stepFor(share: number): Step {
  if (share === 0) return 0
  if (share === 1) return 5
  return share < 0.4 ? 1 : share < 0.6 ? 2 : share < 0.8 ? 3 : 4
}

/** The people whom a figure counts, on the roster; nobody’s figure leads nowhere, and neither does one of people who may not be opened. */
function linkTo({ role, standing }: SkillsMap, { skill, level }: Row, column: Column | null): string | null {
  if (column && !column.exact) return null
  const whom = standing === 'everyone' ? { who: 'everyone' } : {}
  const search = new URLSearchParams({ ...whom, role, ...(column?.region ? { region: column.region } : {}) })
  if (standing === 'active') search.set('standing', 'active')
  search.set('skill', skill)
  search.set('level', String(level))
  return `${paths.roster()}?${search.toString()}`
}
