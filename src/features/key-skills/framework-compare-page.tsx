import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { PoolRole } from '#domain/person.ts'
import { type ComparedSkill, compareRoles } from '#domain/role-comparison.ts'
import { shortPoolRoleWords } from '#domain/words.ts'
import { useSearch } from '#lib/search-params.ts'
import { paths } from '#paths'
import { BackLink, InsetText } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { Cell, Row, RowHeader, Table } from '#ui/table.tsx'
import { copy } from './framework.copy.ts'
import { frameworkQueries } from './framework.queries.ts'
import { comparisonFilters, pairs } from './framework-address.ts'
import './framework.scss'

/** Two roles side by side: what each needs of every skill, and in a sentence where they differ. */
export function FrameworkComparePage() {
  const [{ roles: pair = 'chair-author' }] = useSearch(comparisonFilters)
  const { data: framework } = useSuspenseQuery(frameworkQueries.current)
  const [left, right] = rolesIn(pair)
  const compared = compareRoles(framework, left, right)
  const columns = copy.compareColumns(shortPoolRoleWords[left], shortPoolRoleWords[right]).map((title) => ({ title }))
  return (
    <>
      <BackLink to={paths.framework()}>{copy.back}</BackLink>
      <Page title={copy.compareTitle(left, right)}>
        <div className="app-measure">
          <nav aria-label={copy.pairs}>
            <ul className="govuk-list app-pairs">
              {pairs.map((one) => (
                <li key={one}>
                  <Link
                    className="govuk-link"
                    to={paths.compareRoles() + comparisonFilters.write({ roles: one })}
                    aria-current={one === pair ? 'page' : undefined}
                    preventScrollReset
                  >
                    {copy.pair(...rolesIn(one))}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <p className="govuk-body-l" role="status">
            {copy.finding(left, right, compared)}
          </p>
          <p className="govuk-body">{copy.compareIntro}</p>
        </div>
        {compared.domains.map(({ domain, skills }) => (
          <Table
            key={domain.id}
            caption={domain.name}
            columns={columns}
            rows={skills.map((row) => (
              <ComparedRow key={row.skill.id} row={row} />
            ))}
          />
        ))}
        <InsetText>{copy.own}</InsetText>
      </Page>
    </>
  )
}

// A pair is two roles with a hyphen between them.
const rolesIn = (pair: (typeof pairs)[number]) => pair.split('-') as [PoolRole, PoolRole]

const ComparedRow = ({ row: { skill, left, right } }: { row: ComparedSkill }) => (
  <Row>
    <RowHeader>
      <Link className="govuk-link" to={paths.skill(skill.id)}>
        {skill.id} {skill.name}
      </Link>
    </RowHeader>
    <Cell>
      <Needed need={left} />
    </Cell>
    <Cell>
      <Needed need={right} />
    </Cell>
  </Row>
)

/** A level in words, and the same as a bar of four steps. */
const Needed = ({ need }: { need: ComparedSkill['left'] }) => (
  <>
    {need ? copy.asked(need.level, need.weight) : copy.notAsked}
    <svg className="app-level-bar" viewBox="0 0 100 12" aria-hidden="true" focusable="false">
      {[1, 2, 3, 4].map((step) => (
        <rect
          key={step}
          className={need && step <= need.level ? filled[need.weight] : 'app-level-bar__off'}
          x={(step - 1) * 25 + 1}
          y="1"
          width="22"
          height="10"
        />
      ))}
    </svg>
  </>
)

const filled = { core: 'app-level-bar__core', useful: 'app-level-bar__useful' } as const
