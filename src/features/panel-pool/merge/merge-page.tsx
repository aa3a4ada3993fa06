import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { fieldWords } from '#domain/merge-words.ts'
import { changedFields, type MergePreview } from '#domain/merge.ts'
import { ApiError } from '#lib/api-error.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { BackLink, WarningText } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { copy } from './merge.copy.ts'
import { mergeQueries, putTogether } from './merge.queries.ts'
import { MergeChoices } from './merge-choices.tsx'
import { WhatGoes } from './what-goes.tsx'
import { TwoRecords } from './two-records.tsx'

/** Two records side by side, and the form that puts them together; or why that cannot be done. */
export function MergePage() {
  const { id = '', otherId = '' } = useParams()
  const { data: read } = useSuspenseQuery(mergeQueries.preview(id, otherId))
  // The form keeps what it was opened with, until somebody else’s change is shown in it.
  const [opened, setOpened] = useState(read)
  return (
    <>
      <BackLink to={paths.person(id)}>{copy.back(opened.sides[0]?.values.name ?? '')}</BackLink>
      <Page title={copy.title}>
        <p className="govuk-body app-measure">{copy.what}</p>
        {id !== otherId && <TwoRecords sides={opened.sides} words={opened.words} />}
        {opened.obstacles.length > 0 ? <Obstacles obstacles={opened.obstacles} /> : <MergeForm preview={opened} onStale={setOpened} />}
      </Page>
    </>
  )
}

const Obstacles = ({ obstacles }: Pick<MergePreview, 'obstacles'>) => (
  <section aria-labelledby="obstacles" className="app-measure">
    <h2 className="govuk-heading-m" id="obstacles">
      {copy.obstacles}
    </h2>
    <p className="govuk-body">{copy.obstaclesWhat}</p>
    {obstacles.map(({ code, words }) => (
      <WarningText key={code}>{words}</WarningText>
    ))}
  </section>
)

interface MergeFormProps {
  preview: MergePreview
  onStale: (now: MergePreview) => void
}

function MergeForm({ preview, onStale }: MergeFormProps) {
  const { sides, stays: forced, questions, seen } = preview
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<string | null>(null)
  const [changed, setChanged] = useState<string | null>(null)
  const { mutateAsync } = useMutation(putTogether)
  const stays = forced ?? chosen
  const form = useForm(async (values) => {
    const keep = forced ?? typed(values, 'keep')
    const choices = Object.fromEntries(questions.flatMap(({ field }) => (typed(values, field) ? [[field, typed(values, field)]] : [])))
    const away = sides.find(({ id }) => id !== keep)?.id ?? ''
    try {
      const done = await mutateAsync({ keep, away, seen, choices, reason: typed(values, 'reason') })
      await navigate(paths.merged(done.kept.id, done.id), { state: { said: copy.done(done) } })
    } catch (error) {
      const now = error instanceof ApiError && error.status === 412 ? (error.problem.current as MergePreview) : null
      setChanged(now && copy.changed(changesBetween(preview, now)))
      if (now) onStale(now)
      throw error
    }
  })
  // A choice stands in the form under the name of its field.
  const errors = form.errors.map(({ pointer, detail }) => ({ pointer: pointer.replace('/choices/', '/'), detail }))
  const errorAt = (field: string) => errors.find(({ pointer }) => pointer === `/${field}`)?.detail
  return (
    <form onSubmit={form.onSubmit} noValidate className="app-measure">
      <ErrorSummary errors={changed ? [{ pointer: '', detail: changed }] : errors} />
      {forced ? (
        <p className="govuk-body">{copy.staysForced(...sideOf(preview, forced))}</p>
      ) : (
        <Radios
          label={copy.stays}
          hint={copy.staysHint}
          name="keep"
          legendSize="m"
          error={errorAt('keep')}
          onChoose={setChosen}
          options={sides.map(({ id, values: { name, email } }, at) => ({
            value: id,
            text: copy.side[at] ?? '',
            hint: [name, email].filter(Boolean).join(', '),
          }))}
        />
      )}
      <MergeChoices preview={preview} errorAt={errorAt} />
      <WhatGoes sides={sides} stays={stays} />
      <TextArea label={copy.reason} hint={copy.reasonHint} name="reason" rows={3} most={500} error={errorAt('reason')} />
      <Button busy={form.busy}>{copy.button}</Button>
    </form>
  )
}

const sideOf = ({ sides }: MergePreview, id: string): [string, string] => {
  const at = sides.findIndex((side) => side.id === id)
  return [copy.side[at] ?? '', sides[at]?.values.name ?? '']
}

/** What somebody changed on either record between two looks at them. */
const changesBetween = (before: MergePreview, now: MergePreview): string[] =>
  now.sides.flatMap((side, at) => {
    const earlier = before.sides[at]
    return earlier ? changedFields(earlier.values, side.values).map((field) => copy.changedOn(copy.side[at] ?? '', fieldWords[field])) : []
  })
