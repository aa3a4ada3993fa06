import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { showMoment } from '#lib/show.ts'
import { Empty } from '#ui/empty.tsx'
import { Details } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { copy } from './accounts.copy.ts'
import { accountQueries } from './accounts.queries.ts'

export function MailPage() {
  const { data } = useSuspenseQuery(accountQueries.mail)
  return (
    <Page title={copy.mail}>
      <p className="govuk-body app-measure">{data.kept ? copy.mailKept : copy.mailSentByServer}</p>
      {data.mails.length === 0 ? (
        <Empty>{copy.noMail}</Empty>
      ) : (
        <Timeline
          items={data.mails.map(({ id, to, subject, text, createdAt, sentAt }) => ({
            key: id,
            title: `${subject}, to ${to}`,
            when: `${showMoment(createdAt)}. ${sentAt ? copy.sent(showMoment(sentAt)) : data.kept ? copy.kept : copy.waiting}`,
            text: (
              <Details summary="Read">
                {text.split('\n\n').map((paragraph) => (
                  <p key={paragraph}>{withLink(paragraph)}</p>
                ))}
              </Details>
            ),
          }))}
        />
      )}
    </Page>
  )
}

/** An address on a line of its own becomes a link; opened afresh, as from a mail. */
const withLink = (paragraph: string): ReactNode =>
  /^https?:\/\/\S+$/.test(paragraph) ? (
    <a className="govuk-link" href={paragraph}>
      {paragraph}
    </a>
  ) : (
    paragraph
  )
