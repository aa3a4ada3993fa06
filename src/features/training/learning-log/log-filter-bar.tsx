import { Link } from 'react-router'
import type { LearningLog } from '#domain/learning-log.ts'
import { typedAsSearch } from '#lib/typed.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/select.tsx'
import { copy } from './learning-log.copy.ts'
import { type LogFilters, logFilters } from './log-filters.ts'

interface LogFilterBarProps {
  filters: LogFilters
  modules: LearningLog['modules']
  onChange: (filters: LogFilters) => void
}

/** Finds entries by their words and their module. Going back draws it anew with the filters of that address. */
export const LogFilterBar = ({ filters, modules, onChange }: LogFilterBarProps) => (
  <form
    className="app-measure"
    key={logFilters.write(filters)}
    role="search"
    aria-label={copy.filter}
    onSubmit={(event) => {
      event.preventDefault()
      onChange(logFilters.read(typedAsSearch(event.currentTarget)))
    }}
  >
    <Field label={copy.search} name="search" type="search" defaultValue={filters.search} autoComplete="off" />
    <Select
      label={copy.module}
      name="module"
      none={copy.anyModule}
      defaultValue={filters.module}
      options={modules.map(({ id, title, entries }) => ({ value: id, text: copy.moduleWithCount(title, entries) }))}
    />
    <div className="app-log-filters__do">
      <Button variant="secondary">{copy.apply}</Button>
      {(filters.search ?? filters.module) && (
        <Link className="govuk-link" to={paths.learningLog()}>
          {copy.clear}
        </Link>
      )}
    </div>
  </form>
)
