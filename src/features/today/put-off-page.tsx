import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import type { TodayItem } from '#domain/today.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { BackLink } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { copy } from './today.copy.ts'
import { putOffItem, todayQuery } from './today.queries.ts'

/** Puts one item off to a day, with the reason. */
export function PutOffPage() {
  const { key } = useParams()
  const { data: today } = useSuspenseQuery(todayQuery({}))
  const item = today.items.find((one) => one.key === key)
  return (
    <>
      <BackLink to={paths.today()}>{copy.title}</BackLink>
      <Page title={copy.putOffTitle} {...(item ? { caption: copy.of[item.kind].title(item) } : {})}>
        {item ? <PutOffForm item={item} /> : <Empty>{copy.gone}</Empty>}
      </Page>
    </>
  )
}

function PutOffForm({ item }: { item: TodayItem }) {
  const navigate = useNavigate()
  const { mutateAsync } = useMutation(putOffItem)
  const form = useForm(async (values) => {
    await mutateAsync({ item, until: typed(values, 'until'), reason: typed(values, 'reason') })
    await navigate(paths.today())
  })
  return (
    <form className="app-measure" onSubmit={form.onSubmit} noValidate>
      <ErrorSummary errors={form.errors} />
      <Field label={copy.until} hint={copy.untilHint} name="until" type="date" width={10} error={form.errorAt('until')} />
      <TextArea label={copy.reason} hint={copy.reasonHint} name="reason" rows={3} most={300} error={form.errorAt('reason')} />
      <Button busy={form.busy}>{copy.save}</Button>
    </form>
  )
}
