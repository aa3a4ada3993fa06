import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { paths } from '#paths'
import { BackLink, InsetText } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { SubNavigation } from '#ui/sub-navigation.tsx'
import { useSaid } from '#ui/use-said.ts'
import { lastRoster } from './last-roster.ts'
import { copy } from './panel-pool.copy.ts'
import { panelPoolQueries } from './panel-pool.queries.ts'

const sections = {
  summary: paths.person,
  checks: paths.personChecks,
  capacity: paths.personCapacity,
  skills: paths.personSkills,
  affiliations: paths.personAffiliations,
  history: paths.personHistory,
}

/** What every page of a person's record has round it: the way back to the roster, the name, and the parts of the record. Somebody who works here has neither checks, capacity nor skills on it. */
export function PersonFrame({ id, section, children }: { id: string; section: keyof typeof sections; children: ReactNode }) {
  const { data: person } = useSuspenseQuery(panelPoolQueries.person(id))
  const said = useSaid()
  const shown = (Object.keys(sections) as (keyof typeof sections)[])
    .filter((one) => person.standing || !['checks', 'capacity', 'skills'].includes(one))
    // Until somebody is in checks, what they declare is their own.
    .filter((one) => one !== 'affiliations' || (person.standing && !['enquirer', 'applicant'].includes(person.standing)))
  return (
    <>
      <BackLink to={lastRoster()}>{copy.roster}</BackLink>
      <Page title={person.name} part={section === 'summary' ? undefined : copy.sections[section]}>
        <SubNavigation
          label={copy.recordOf(person.name)}
          items={shown.map((one) => ({ to: sections[one](id), text: copy.sections[one], current: one === section }))}
        />
        {said && (
          <div role="status">
            <InsetText>{said}</InsetText>
          </div>
        )}
        {children}
      </Page>
    </>
  )
}
