import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { saveFile } from '#lib/save-file.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { ErrorMessage } from '#ui/form-group.tsx'
import { InsetText } from '#ui/notes.tsx'
import { feedCopy as copy } from './calendar-feed.copy.ts'
import { downloadCalendar, feedQuery, makeFeed, removeFeed } from './calendar-feed.queries.ts'

/** A member’s calendar outside Panel Pool: a file, and a private address that calendar programs subscribe to. */
export function CalendarFeed() {
  const { data: feed } = useQuery(feedQuery)
  const [address, setAddress] = useState<string | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const begin = () => setFailed(null)
  const fail = ({ message }: Error) => setFailed(message)
  const making = useMutation({ ...makeFeed, onMutate: begin, onError: fail })
  const removing = useMutation({ ...removeFeed, onMutate: begin, onError: fail })
  const download = useMutation({
    mutationFn: async () => {
      saveFile('panel-pool-availability.ics', await downloadCalendar())
    },
    onMutate: begin,
    onError: () => setFailed(copy.failed),
  })
  return (
    <section aria-labelledby="calendar-feed">
      <h2 className="govuk-heading-m" id="calendar-feed">
        {copy.title}
      </h2>
      <div className="app-measure">
        <p className="govuk-body">{copy.intro}</p>
        {feed?.madeAt && <p className="govuk-body">{copy.has(feed.madeAt)}</p>}
        <div role="status">
          {address && (
            <InsetText>
              <p>{copy.copyIt}</p>
              <p className="app-address">{address}</p>
            </InsetText>
          )}
        </div>
        <div role="alert">{failed && <ErrorMessage name="calendar-feed" error={failed} />}</div>
        <Actions>
          <Button
            variant="secondary"
            busy={making.isPending}
            onClick={() => making.mutate(undefined, { onSuccess: (made) => setAddress(made.address) })}
          >
            {feed?.madeAt ? copy.replace : copy.make}
          </Button>
          {feed?.madeAt && (
            <Button variant="secondary" busy={removing.isPending} onClick={() => removing.mutate(undefined, { onSuccess: () => setAddress(null) })}>
              {copy.remove}
            </Button>
          )}
          <Button variant="secondary" busy={download.isPending} onClick={() => download.mutate()}>
            {copy.download}
          </Button>
        </Actions>
      </div>
    </section>
  )
}
