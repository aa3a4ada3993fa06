import { useMemo } from 'react'
import { Link } from 'react-router'
import type { Framework } from '#domain/framework.ts'
import { domainsMatching, wordsIn } from '#domain/framework-search.ts'
import { useSearch } from '#lib/search-params.ts'
import { showDate } from '#lib/show.ts'
import { paths } from '#paths'
import { Empty } from '#ui/empty.tsx'
import { FilterLayout } from '#ui/filter-layout.tsx'
import { JumpLink } from '#ui/jump-link.tsx'
import { InsetText } from '#ui/notes.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { copy } from './framework.copy.ts'
import { FrameworkDownloads } from './framework-downloads.tsx'
import { FrameworkFilterBar } from './framework-filter-bar.tsx'
import { frameworkFilters } from './framework-address.ts'
import { FrameworkSources } from './framework-sources.tsx'
import { needsBySkill } from './skill-needs.ts'
import { SkillSection } from './skill-section.tsx'
import './framework.scss'

/** A whole version of the framework: how to read it, every skill in full, and where it comes from. */
export function FrameworkView({ framework, inUse, clearTo }: { framework: Framework; inUse: boolean; clearTo: string }) {
  return (
    <div className="app-framework">
      <div className="app-measure">
        <p className="govuk-body-l">{framework.summary}</p>
        <p className="govuk-body">{copy.edition(framework, framework.publishedOn && showDate(framework.publishedOn))}</p>
        <InsetText>{copy.notLaw}</InsetText>
        <p className="govuk-body">{copy.open}</p>
        <Contents />
        <FrameworkDownloads version={framework.version} />
      </div>
      <Levels framework={framework} />
      <Roles framework={framework} />
      <h2 className="govuk-heading-m" id="skills">
        {copy.skipTo.skills}
      </h2>
      <Skills framework={framework} inUse={inUse} clearTo={clearTo} />
      <h2 className="govuk-heading-m" id="sources">
        {copy.skipTo.sources}
      </h2>
      <FrameworkSources sources={framework.sources} />
    </div>
  )
}

const Contents = () => (
  <nav className="app-contents" aria-label={copy.contents}>
    <h2 className="govuk-heading-s">{copy.contents}</h2>
    <ul className="govuk-list">
      {Object.entries(copy.skipTo).map(([id, text]) => (
        <li key={id}>
          <JumpLink to={id}>{text}</JumpLink>
        </li>
      ))}
    </ul>
  </nav>
)

const Levels = ({ framework }: { framework: Framework }) => (
  <>
    <h2 className="govuk-heading-m" id="levels">
      {copy.skipTo.levels}
    </h2>
    <p className="govuk-body">{copy.levelsIntro}</p>
    <SummaryList
      rows={framework.levels.map(({ level, name, meaning, evidence }) => ({
        key: copy.level(level, name),
        value: (
          <div id={`level-${level}`}>
            <p className="govuk-body">{meaning}</p>
            <p className="govuk-body">
              {copy.shownBy} {evidence}
            </p>
          </div>
        ),
      }))}
    />
  </>
)

const Roles = ({ framework }: { framework: Framework }) => (
  <>
    <h2 className="govuk-heading-m" id="roles">
      {copy.skipTo.roles}
    </h2>
    <p className="govuk-body app-measure">{copy.rolesIntro}</p>
    <SummaryList
      rows={framework.bars.map(({ role, name, why, core, elsewhere }) => ({
        key: name,
        value: (
          <div id={`role-${role}`}>
            <p className="govuk-body">{copy.bar(core.level, namesOf(framework, core.domains), elsewhere)}</p>
            <p className="govuk-body">{why}</p>
          </div>
        ),
      }))}
    />
    <p className="govuk-body">
      <Link className="govuk-link" to={paths.compareRoles()}>
        {copy.compare}
      </Link>
    </p>
  </>
)

const namesOf = ({ domains }: Framework, ids: readonly string[]) => domains.flatMap(({ id, name }) => (ids.includes(id) ? [name] : []))

function Skills({ framework, inUse, clearTo }: { framework: Framework; inUse: boolean; clearTo: string }) {
  const [filters, setFilters] = useSearch(frameworkFilters)
  const { search = '', role } = filters
  const known = useMemo(() => new Set(framework.sources.map(({ id }) => id)), [framework])
  const needs = useMemo(() => needsBySkill(framework), [framework])
  const words = useMemo(() => wordsIn(search), [search])
  const domains = domainsMatching(framework, { role, search })
  const all = framework.domains.reduce((sum, { skills }) => sum + skills.length, 0)
  const found = domains.reduce((sum, { skills }) => sum + skills.length, 0)
  return (
    <FilterLayout
      filters={
        <>
          <FrameworkFilterBar filters={filters} onChange={setFilters} clearTo={clearTo} />
          {domains.length > 0 && (
            <nav aria-label={copy.domains}>
              <h3 className="govuk-heading-s">{copy.domains}</h3>
              <ul className="govuk-list">
                {domains.map(({ id, name, skills }) => (
                  <li key={id}>
                    <JumpLink to={`domain-${id}`}>{copy.inDomain(name, skills.length)}</JumpLink>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </>
      }
    >
      <p className="govuk-body" role="status">
        {copy.found(found, all)}
      </p>
      {found === 0 && <Empty>{all === 0 ? copy.none : copy.nothing}</Empty>}
      {domains.map(({ id, name, summary, skills }) => (
        <section key={id} id={`domain-${id}`} className="app-domain">
          <h3 className="govuk-heading-m">{name}</h3>
          <p className="govuk-body app-measure">{summary}</p>
          {skills.map((skill) => (
            <SkillSection
              key={skill.id}
              skill={skill}
              scale={framework.levels}
              known={known}
              needs={needs.get(skill.id) ?? []}
              role={role}
              words={words}
              version={inUse ? null : framework.version}
            />
          ))}
        </section>
      ))}
    </FilterLayout>
  )
}
