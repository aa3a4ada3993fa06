import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigation } from 'react-router'
import type { AskDecision, MembershipAsks } from '#domain/membership.ts'
import { poolRoleWords, regionWords } from '#domain/words.ts'
import { ApiError } from '#lib/api-error.ts'
import { useForm } from '#lib/form.ts'
import { useSearch } from '#lib/search-params.ts'
import { typed } from '#lib/typed.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { Empty } from '#ui/empty.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { BackLink, Details, InsetText } from '#ui/notes.tsx'
import { Success } from '#ui/notification.tsx'
import { Page } from '#ui/page.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Select } from '#ui/select.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { askFilters, askStates } from './ask-filters.ts'
import { copy } from './asks.copy.ts'
import { askQueries, decideAsk } from './asks.queries.ts'
import './membership.scss'

type Ask = MembershipAsks['asks'][number]

/** Those who want to join the pool, and a coordinator’s answer to each. */
export function MembershipAsksPage() {
  const [filters, setFilters] = useSearch(askFilters)
  const { data } = useSuspenseQuery(askQueries.list(filters))
  const [done, setDone] = useState<{ what: string; number: number; changed: boolean } | null>(null)
  const state = filters.state ?? 'open'
  return (
    <>
      <BackLink to={paths.roster()}>{copy.roster}</BackLink>
      <Page title={copy.title} busy={useNavigation().state === 'loading'}>
        {done && !done.changed && <Success key={done.number}>{done.what}</Success>}
        <div role="status">{done?.changed && <InsetText>{done.what}</InsetText>}</div>
        <p className="govuk-body app-measure">{copy.intro}</p>
        <form
          key={state}
          role="search"
          aria-label={copy.state}
          onSubmit={(event) => {
            event.preventDefault()
            setFilters(askFilters.read(new URLSearchParams({ state: typed(new FormData(event.currentTarget), 'state') })))
          }}
        >
          <Select label={copy.state} name="state" defaultValue={state} options={askStates.map((value) => ({ value, text: copy.states[value] }))} />
          <Button variant="secondary">{copy.apply}</Button>
        </form>
        <p className="govuk-body" role="status">
          {copy.found(data.total)}
        </p>
        {data.asks.length === 0 && <Empty>{copy.none[state]}</Empty>}
        {data.asks.map((ask) => (
          <OneAsk key={ask.id} ask={ask} onDone={(what) => setDone({ what, number: (done?.number ?? 0) + 1, changed: what === copy.changed })} />
        ))}
        <Pagination
          label={copy.pages}
          previous={data.previous === null ? null : { to: askFilters.write({ state: filters.state, before: data.previous }) }}
          next={data.next === null ? null : { to: askFilters.write({ state: filters.state, after: data.next }) }}
        />
      </Page>
    </>
  )
}

function OneAsk({ ask, onDone }: { ask: Ask; onDone: (what: string) => void }) {
  const { id, name, personId, region, roles, words, state, reason } = ask
  return (
    <section className="app-ask" aria-labelledby={id}>
      <h2 className="govuk-heading-m" id={id}>
        {name}
      </h2>
      <div className="app-measure">
        <p className="govuk-body">
          {copy.wants({ ...ask, region: region && regionWords[region] }, roles.map((role) => poolRoleWords[role]).join(', '))}{' '}
          <Link className="govuk-link" to={paths.person(personId)}>
            {copy.record}
            <span className="govuk-visually-hidden">{copy.recordOf(name)}</span>
          </Link>
        </p>
        <p className="govuk-body">
          <strong>{copy.theirWords}</strong>
        </p>
        <p className="govuk-body app-as-written">{words}</p>
        {state === 'open' ? (
          <Details summary={copy.answer(name)}>
            <AnswerForm ask={ask} onDone={onDone} />
          </Details>
        ) : (
          <p className="govuk-body">
            {copy.decidedOn(ask)}
            {reason && `: ${reason}`}
          </p>
        )}
      </div>
    </section>
  )
}

/** Several of these stand on one page, so their fields have the ask in their names. */
function AnswerForm({ ask: { id, version, name }, onDone }: { ask: Ask; onDone: (what: string) => void }) {
  const { mutateAsync } = useMutation(decideAsk)
  const [toField, reasonField] = [`to-${id}`, `reason-${id}`]
  const form = useForm(async (values) => {
    const to = typed(values, toField) as AskDecision['to']
    try {
      await mutateAsync({ id, version, decision: { to, reason: typed(values, reasonField).trim() || null } })
      onDone(to === 'accepted' ? copy.accepted(name) : copy.declined(name))
    } catch (error) {
      if (!(error instanceof ApiError) || ![409, 412].includes(error.status)) throw error
      onDone(copy.changed)
    }
  })
  const errors = form.errors.map(({ pointer, detail }) => ({ pointer: pointer === '' ? '' : `${pointer}-${id}`, detail }))
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <ErrorSummary errors={errors} />
      <Radios label={copy.decision} name={toField} options={copy.decisions} error={form.errorAt('to')} />
      <TextArea label={copy.reason} hint={copy.reasonHint} name={reasonField} rows={3} most={1000} error={form.errorAt('reason')} />
      <Button busy={form.busy}>{copy.send}</Button>
    </form>
  )
}
