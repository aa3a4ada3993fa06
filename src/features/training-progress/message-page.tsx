import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useLocation, useNavigate, useParams } from 'react-router'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { Checkboxes } from '#ui/checkboxes.tsx'
import { Empty } from '#ui/empty.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { BackLink, InsetText } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { copy } from './stuck.copy.ts'
import { progressQueries, sendMessage } from './training-progress.queries.ts'

/** A coordinator writes to somebody who does not get on, in their own words or the ones that stand there. */
export function MessagePage() {
  const { id = '', moduleId = '' } = useParams()
  const { data: person } = useSuspenseQuery(progressQueries.person(id))
  const { data: training } = useSuspenseQuery(progressQueries.training(id))
  const { data: messages } = useSuspenseQuery(progressQueries.messages(id))
  const module = training.modules.find((one) => one.moduleId === moduleId && one.state !== 'not-started' && one.state !== 'passed')
  const from = (useLocation().state as { from?: string } | null)?.from ?? ''
  const back = paths.stuckLearners() + from
  const navigate = useNavigate()
  const { mutateAsync } = useMutation(sendMessage)
  const form = useForm(async (values) => {
    await mutateAsync({ id, moduleId, words: typed(values, 'words'), again: values.has('again') })
    await navigate(back, { state: { said: copy.sent(person.name) } })
  })
  return (
    <>
      <BackLink to={back}>{copy.back}</BackLink>
      <Page title={copy.messageTitle(person.name)} {...(module ? { caption: module.title } : {})}>
        <div className="app-measure">
          <p className="govuk-body">
            <Link className="govuk-link" to={paths.personSkills(id)}>
              {copy.toRecord}
            </Link>
          </p>
          {!module && <Empty>{copy.nothingToSay}</Empty>}
          {module && !messages.hasAddress && <Empty>{copy.cannotWrite(person.name)}</Empty>}
          {module && messages.hasAddress && (
            <form onSubmit={form.onSubmit} noValidate>
              <ErrorSummary errors={form.errors} />
              <p className="govuk-body">{copy.messageIntro}</p>
              {messages.last && <InsetText>{copy.last(messages)}</InsetText>}
              <TextArea
                label={copy.message}
                hint={copy.messageHint}
                name="words"
                rows={12}
                most={2000}
                defaultValue={copy.suggested(module.title)}
                error={form.errorAt('words')}
              />
              {messages.recent && (
                <Checkboxes
                  label={copy.again}
                  name="again"
                  error={form.errorAt('again')}
                  options={[{ value: 'yes', text: copy.meant(messages.betweenDays) }]}
                />
              )}
              <Button busy={form.busy}>{copy.send}</Button>
            </form>
          )}
        </div>
      </Page>
    </>
  )
}
