import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { showMoment } from '#lib/show.ts'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { changeSentences, eventSentence } from './history.copy.ts'
import { copy } from './panel-pool.copy.ts'
import { panelPoolQueries } from './panel-pool.queries.ts'
import { PersonFrame } from './person-frame.tsx'

/** What happened to somebody's record and who did it, in words. */
export function PersonHistoryPage() {
  const { id = '' } = useParams()
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(panelPoolQueries.history(id))
  const events = data.pages.flatMap((page) => page.events)
  return (
    <PersonFrame id={id} section="history">
      <h2 className="govuk-heading-m">{copy.sections.history}</h2>
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
    </PersonFrame>
  )
}
