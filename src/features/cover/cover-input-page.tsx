import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { CoverInputGiven, CoverInputUsed } from '#domain/cover.ts'
import { regions } from '#domain/region.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { Empty } from '#ui/empty.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { BackLink } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { copy } from './cover.copy.ts'
import { coverQueries, enterInput } from './cover.queries.ts'

/** Replaces a number of the model, for everywhere or for one region. */
export function CoverInputPage() {
  const { key } = useParams()
  const [search] = useSearchParams()
  const region = regions.find((one) => one === search.get('region')) ?? null
  const { data } = useSuspenseQuery(coverQueries.cover({}))
  const input = data.inputs.find((one) => one.key === key && one.region === region)
  return (
    <>
      <BackLink to={paths.cover()}>{copy.back}</BackLink>
      <Page title={input?.what ?? copy.inputTitle} caption={copy.regionName(region)}>
        {input ? <InputForm input={input} /> : <Empty>{copy.noSuch}</Empty>}
      </Page>
    </>
  )
}

function InputForm({ input }: { input: CoverInputUsed }) {
  const navigate = useNavigate()
  const { mutateAsync } = useMutation(enterInput)
  const form = useForm(async (values) => {
    await mutateAsync({
      key: input.key,
      region: input.region,
      value: Number(typed(values, 'value') || Number.NaN),
      // No choice is for the API to refuse.
      basis: typed(values, 'basis') as CoverInputGiven['basis'],
      source: typed(values, 'source'),
      asOf: typed(values, 'asOf'),
    })
    await navigate(paths.cover(), { state: { said: copy.saved(input.what) } })
  })
  return (
    <form className="app-measure" onSubmit={form.onSubmit} noValidate>
      <ErrorSummary errors={form.errors} />
      <Field
        label={copy.value(input.unit)}
        hint={copy.between(input.least, input.most)}
        name="value"
        width={5}
        defaultValue={String(Math.round(input.value * 10) / 10)}
        error={form.errorAt('value')}
      />
      <Radios label={copy.basisOf} name="basis" options={copy.basisOptions} error={form.errorAt('basis')} />
      <TextArea label={copy.source} hint={copy.sourceHint} name="source" rows={3} most={300} error={form.errorAt('source')} />
      <Field label={copy.asOf} name="asOf" width={10} error={form.errorAt('asOf')} />
      <Button busy={form.busy}>{copy.save}</Button>
    </form>
  )
}
