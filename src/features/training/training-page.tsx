import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import type { CatalogueEntry } from '#domain/training.ts'
import { poolRoleWords } from '#domain/words.ts'
import { useSearch } from '#lib/search-params.ts'
import { typedAsSearch } from '#lib/typed.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { FilterLayout } from '#ui/filter-layout.tsx'
import { Page } from '#ui/page.tsx'
import { Select } from '#ui/select.tsx'
import { type CatalogueFilters, catalogueFilters, catalogueRoles } from './catalogue-search.ts'
import { catalogueCopy } from './catalogue.copy.ts'
import { CatalogueModule } from './catalogue-module.tsx'
import { copy } from './training.copy.ts'
import { trainingQueries } from './training.queries.ts'

type Group = keyof typeof catalogueCopy.titles

/** Every module, by how far its reader is, with what is recommended to them and why. */
export function TrainingPage() {
  const { data } = useSuspenseQuery(trainingQueries.modules)
  const [filters, setFilters] = useSearch(catalogueFilters)
  const shown = data.modules.filter((entry) => fits(entry, filters))
  const groups = Map.groupBy(shown, groupOf)
  const only = shown.every((entry) => groupOf(entry) === 'not-started') && data.recommends === 'no'
  return (
    <Page title={copy.training}>
      <div className="app-measure">
        <p className="govuk-body">{catalogueCopy.intro}</p>
        <ul className="govuk-list">
          <li>
            <Link className="govuk-link" to={paths.learningLog()}>
              {catalogueCopy.log}
            </Link>
          </li>
          <li>
            <Link className="govuk-link" to={paths.certificates()}>
              {catalogueCopy.certificates}
            </Link>
          </li>
          {data.keepsBanks && (
            <li>
              <Link className="govuk-link" to={paths.questionBanks()}>
                {catalogueCopy.banks}
              </Link>
            </li>
          )}
        </ul>
        {data.recommends !== 'no' && <p className="govuk-body">{catalogueCopy.left(data.minutesLeft)}</p>}
        {data.recommends === 'by-path' && (
          <p className="govuk-body">
            <Link className="govuk-link" to={paths.startSelfAssessment()}>
              {catalogueCopy.rate}
            </Link>
            {`, ${catalogueCopy.rateWhy}`}
          </p>
        )}
      </div>
      <FilterLayout filters={<Filters filters={filters} modules={data.modules} onChange={setFilters} />}>
        <div className="app-measure">
          <p className="govuk-body" role="status">
            {catalogueCopy.found(shown.length, data.modules.length)}
          </p>
          {shown.length === 0 && <Empty>{catalogueCopy.none}</Empty>}
          {(Object.keys(catalogueCopy.titles) as Group[]).map((group) => {
            const entries = groups.get(group) ?? []
            if (entries.length === 0) return null
            return (
              <section key={group} aria-labelledby={group}>
                <h2 className="govuk-heading-m" id={group}>
                  {only ? catalogueCopy.all : catalogueCopy.titles[group]}
                </h2>
                {entries.map((entry) => (
                  <CatalogueModule key={entry.module.id} entry={entry} path={data.recommends !== 'no'} />
                ))}
              </section>
            )
          })}
        </div>
      </FilterLayout>
    </Page>
  )
}

const groupOf = ({ nextTry, enrolment, recommended }: CatalogueEntry): Group =>
  nextTry?.kind === 'passed' ? (nextTry.expired ? 'expired' : 'done') : enrolment ? 'in-progress' : recommended ? 'recommended' : 'not-started'

const fits = ({ module, serves }: CatalogueEntry, { role, skill }: CatalogueFilters): boolean =>
  (!role || module.audience.includes(role)) && (!skill || serves.some((one) => one.skill === skill))

interface FiltersProps {
  filters: CatalogueFilters
  modules: readonly CatalogueEntry[]
  onChange: (filters: CatalogueFilters) => void
}

/** Both are kept in the address. A choice is followed at once, and by its button. */
function Filters({ filters, modules, onChange }: FiltersProps) {
  const form = useRef<HTMLFormElement>(null)
  const report = () => {
    if (form.current) onChange(catalogueFilters.read(typedAsSearch(form.current)))
  }
  const { role = '', skill = '' } = filters
  // The address may change from elsewhere: by going back, or by the link that clears it. Drawing the form anew would take the focus away.
  useEffect(() => {
    for (const select of form.current?.querySelectorAll('select') ?? []) select.value = select.name === 'role' ? role : skill
  }, [role, skill])
  const skills = new Map(modules.flatMap(({ serves }) => serves.map((one) => [one.skill, `${one.skill} ${one.name}`])))
  const inOrder = [...skills].toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
  return (
    <form
      ref={form}
      role="search"
      aria-label={copy.training}
      onChange={report}
      onSubmit={(event) => {
        event.preventDefault()
        report()
      }}
    >
      <Select
        label={catalogueCopy.role}
        name="role"
        none={catalogueCopy.anyRole}
        defaultValue={role}
        options={catalogueRoles.map((value) => ({ value, text: poolRoleWords[value] }))}
      />
      <Select
        label={catalogueCopy.skill}
        name="skill"
        none={catalogueCopy.anySkill}
        defaultValue={skill}
        options={inOrder.map(([value, text]) => ({ value, text }))}
      />
      <Button variant="secondary">{catalogueCopy.apply}</Button>
      <p className="govuk-body">
        <Link className="govuk-link" to={paths.training()} preventScrollReset>
          {catalogueCopy.clear}
        </Link>
      </p>
    </form>
  )
}
