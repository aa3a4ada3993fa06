import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLocation, useParams } from 'react-router'
import type { Person } from '#domain/person.ts'
import { poolRoleWords, regionWords, standingWords } from '#domain/words.ts'
import { showDate, showMoment } from '#lib/show.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { BackLink, InsetText } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { lastRoster } from './last-roster.ts'
import { changeSentences, eventSentence } from './history.copy.ts'
import { copy } from './panel-pool.copy.ts'
import { panelPoolQueries } from './panel-pool.queries.ts'
import { RequestStates } from './request-states.tsx'
import { TrainingTable } from './training-table.tsx'
import { VerifiedSkills } from './verified-skills.tsx'

export function PersonPage() {
  const { id = '' } = useParams()
  const { data: person } = useSuspenseQuery(panelPoolQueries.person(id))
  const said = useSaid()
  return (
    <>
      <BackLink to={lastRoster()}>{copy.roster}</BackLink>
      <Page title={person.name}>
        {said && (
          <div role="status">
            <InsetText>{said}</InsetText>
          </div>
        )}
        <h2 className="govuk-heading-m">{copy.details}</h2>
        <SummaryList rows={detailsOf(person)} />
        {person.standing && <TrainingTable id={id} />}
        {person.standing && <RequestStates id={id} />}
        {person.standing && <VerifiedSkills id={id} />}
        <History id={id} />
      </Page>
    </>
  )
}

/** What the page before has to say of what was done there, once: loading the page again does not say it again. */
function useSaid(): string | null {
  const { state } = useLocation() as { state: { said?: string } | null }
  const [said] = useState(state?.said ?? null)
  useEffect(() => {
    if (said) history.replaceState({ ...history.state, usr: null }, '')
  }, [said])
  return said
}

const detailsOf = (person: Person) => [
  { key: copy.columns.standing, value: person.standing ? standingWords[person.standing] : copy.staff },
  {
    key: copy.columns.roles,
    value: person.roles.map((role) => poolRoleWords[role]).join(', ') || copy.noRoles,
    action: { to: paths.editPerson(person.id), text: copy.change },
  },
  {
    key: copy.columns.region,
    value: person.region ? regionWords[person.region] : copy.noRegion,
    action: { to: paths.editPerson(person.id), text: copy.change },
  },
  { key: copy.email, value: person.email },
  { key: copy.phone, value: person.phone ?? copy.noPhone, action: { to: paths.editPerson(person.id), text: copy.change } },
  { key: copy.columns.joined, value: showDate(person.joinedOn) },
]

function History({ id }: { id: string }) {
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(panelPoolQueries.history(id))
  const events = data.pages.flatMap((page) => page.events)
  return (
    <>
      <h2 className="govuk-heading-m">{copy.history}</h2>
      {events.length === 0 && <Empty>{copy.noHistory}</Empty>}
      <Timeline
        items={events.map((event) => ({
          key: event.id,
          title: eventSentence(event),
          when: copy.by(showMoment(event.at), event.by?.name ?? copy.system),
          text: (
            <>
              {event.reason && <p>{event.reason}</p>}
              {changeSentences(event).map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </>
          ),
        }))}
      />
      {hasNextPage && (
        <Button variant="secondary" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {copy.more}
        </Button>
      )}
    </>
  )
}
