import type { TrainingProgress } from '#domain/training-progress.ts'
import { regionWords } from '#domain/words.ts'
import { FilterRow } from '#ui/filter-row.tsx'
import { Select } from '#ui/select.tsx'
import { type ProgressFilters, roleChoices } from './training-progress-filters.ts'
import { copy } from './training-progress.copy.ts'

interface ProgressFilterRowProps {
  filters: ProgressFilters
  choices: TrainingProgress['choices']
  onChange: (chosen: URLSearchParams) => void
}

/** Role, region and module; somebody who keeps one region is not asked which. */
export const ProgressFilterRow = ({ filters, choices, onChange }: ProgressFilterRowProps) => (
  <FilterRow label={copy.filter} apply={copy.show} values={filters} onChange={onChange}>
    <Select
      label={copy.module}
      name="module"
      none={copy.allModules}
      defaultValue={filters.module}
      options={choices.modules.map(({ moduleId, title }) => ({ value: moduleId, text: title }))}
    />
    <Select label={copy.role} name="role" none={copy.anyRole} defaultValue={filters.role} options={roleChoices} />
    {choices.regions.length > 1 && (
      <Select
        label={copy.region}
        name="region"
        none={copy.anyRegion}
        defaultValue={filters.region}
        options={choices.regions.map((value) => ({ value, text: regionWords[value] }))}
      />
    )}
  </FilterRow>
)
