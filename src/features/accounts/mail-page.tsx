import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useForm } from '#lib/form.ts'
import { showMoment } from '#lib/show.ts'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Details } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { copy } from './accounts.copy.ts'
import { accountQueries, sendMailAgain } from './accounts.queries.ts'

export function MailPage() {
  const { data } = useSuspenseQuery(accountQueries.mail)
  return (
    <Page title={copy.mail}>
      <p className="govuk-body app-measure">{data.kept ? copy.mailKept : copy.mailSentByServer}</p>
      {data.mails.length === 0 ? (
        <Empty>{copy.noMail}</Empty>
      ) : (
        <Timeline
          items={data.mails.map(({ id, to, subject, text, state, createdAt, sentAt }) => ({
            key: id,
            title: `${subject}, to ${to}`,
            when: `${showMoment(createdAt)}. ${sentAt ? copy.sent(showMoment(sentAt)) : copy.mailState[state]}`,
            text: text ? <Words text={text} /> : state === 'given-up' && <TryAgain id={id} />,
          }))}
        />
      )}
    </Page>
  )
}

const Words = ({ text }: { text: string }) => (
  <Details summary="Read">
    {text.split('\n\n').map((paragraph) => (
      <p key={paragraph}>{withLink(paragraph)}</p>
    ))}
  </Details>
)

function TryAgain({ id }: { id: string }) {
  const { mutateAsync } = useMutation(sendMailAgain(id))
  const form = useForm(() => mutateAsync())
  return (
    <form onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} />
      <Button variant="secondary" busy={form.busy}>
        {copy.sendMailAgain}
      </Button>
    </form>
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
