import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigation } from 'react-router'
import type { SkillsMap } from '#domain/skills-map.ts'
import { poolRoleWords } from '#domain/words.ts'
import { useSearch } from '#lib/search-params.ts'
import { DownloadTable } from '#ui/download-table.tsx'
import { Empty } from '#ui/empty.tsx'
import { FilterRow } from '#ui/filter-row.tsx'
import { HeatKey } from '#ui/heat-table.tsx'
import { Details } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { Select } from '#ui/select.tsx'
import { askedOf, type MapFilters, mapFilters, mapRoles, mapStandings } from './skills-map-filters.ts'
import { SkillsMapTable } from './skills-map-table.tsx'
import { copy } from './skills-map.copy.ts'
import { downloadSkillsMap, skillsMapQuery } from './skills-map.queries.ts'
import './skills-map.scss'

export function SkillsMapPage() {
  const [search, setSearch] = useSearch(mapFilters)
  const asked = askedOf(search)
  const { data: map } = useSuspenseQuery(skillsMapQuery(asked))
  return (
    <Page title={copy.title} busy={useNavigation().state === 'loading'}>
      <p className="govuk-body app-measure">{copy.intro}</p>
      <Filters asked={asked} onChange={setSearch} />
      {map.people === 0 ? (
        <Empty>{copy.nobody(map.role, map.standing)}</Empty>
      ) : (
        <>
          <Finding map={map} />
          <WhoSeesWhat map={map} />
          <DownloadTable
            file={`skills-map-${asked.role}-${asked.standing}.csv`}
            fetch={() => downloadSkillsMap(asked)}
            about={copy.downloadWhat}
            label={copy.download}
            failed={copy.downloadFailed}
          />
          <HeatKey title={copy.key} steps={copy.steps} />
          <p className="govuk-body">{copy.open}</p>
          <SkillsMapTable map={map} />
        </>
      )}
    </Page>
  )
}

/** Both are kept in the address. */
const Filters = ({ asked, onChange }: { asked: MapFilters; onChange: (filters: ReturnType<typeof mapFilters.read>) => void }) => (
  <FilterRow label={copy.filter} apply={copy.show} values={asked} onChange={(chosen) => onChange(mapFilters.read(chosen))}>
    <Select label={copy.role} name="role" defaultValue={asked.role} options={mapRoles.map((value) => ({ value, text: poolRoleWords[value] }))} />
    <Select
      label={copy.standing}
      name="standing"
      defaultValue={asked.standing}
      options={mapStandings.map((value) => ({ value, text: copy.standings[value] }))}
    />
  </FilterRow>
)

function Finding({ map: { role, standing, thinnest, scarcest, withheld } }: { map: SkillsMap }) {
  return (
    <p className="govuk-body app-measure" role="status">
      <strong>
        {!thinnest && !scarcest && copy.noFinding}
        {thinnest && copy.thinnest(thinnest, role, standing, !withheld)} {scarcest && copy.scarcest(scarcest, role, standing, !withheld)}
      </strong>
    </p>
  )
}

const WhoSeesWhat = ({ map: { withheld, columns } }: { map: SkillsMap }) =>
  withheld || columns.some(({ exact }) => !exact) ? (
    <Details summary={copy.withheldTitle}>{copy.withheld}</Details>
  ) : (
    <p className="govuk-body app-measure">{copy.exact}</p>
  )
