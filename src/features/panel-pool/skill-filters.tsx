import { useSuspenseQuery } from '@tanstack/react-query'
import { FilterGroup } from '#ui/filter-layout.tsx'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/select.tsx'
import { type Counts, counted } from './facet-counts.ts'
import { panelPoolQueries } from './panel-pool.queries.ts'
import { skillCopy as copy } from './skill-filters.copy.ts'
import { type Filters, levels, poolRoles } from './roster-filters.ts'

/** What people say that they know well, and what assessors verified: at everything a role asks, at a level in all its core skills, or on one skill. */
export function SkillFilters({ filters, counts }: { filters: Filters; counts: Counts }) {
  const { data: outline } = useSuspenseQuery(panelPoolQueries.outline)
  const nameOf = (level: string) => outline.levels.find((one) => String(one.level) === level)?.name ?? ''
  return (
    <>
      <Field
        label={copy.specialism}
        hint={copy.specialismHint}
        name="specialism"
        type="search"
        defaultValue={filters.specialism}
        autoComplete="off"
      />
      <FilterGroup title={copy.verified}>
        <p className="govuk-hint">{copy.verifiedHint}</p>
        <Select
          label={copy.meets}
          name="meets"
          none={copy.anyMeets}
          defaultValue={filters.meets}
          options={poolRoles.map((value) => ({ value, text: copy.meetsBar[value] }))}
        />
        <Select
          label={copy.coreAt}
          name="coreAt"
          none={copy.anyMeets}
          defaultValue={filters.coreAt}
          options={poolRoles.flatMap((role) =>
            levels.map((level) => ({ value: `${role}-${level}`, text: copy.coreAtLevel(role, copy.atLevel(level, nameOf(level))) })),
          )}
        />
        <Select
          label={copy.skill}
          name="skill"
          none={copy.anySkill}
          defaultValue={filters.skill}
          options={outline.domains.flatMap(({ skills }) => skills.map(({ id, name }) => ({ value: id, text: `${id} ${name}` })))}
        />
        <Select
          label={copy.level}
          hint={copy.levelHint}
          name="level"
          none={copy.anyLevel}
          defaultValue={filters.level}
          options={levels.map((value) => counted(counts, 'level', { value, text: copy.atLevel(value, nameOf(value)) }))}
        />
      </FilterGroup>
    </>
  )
}
