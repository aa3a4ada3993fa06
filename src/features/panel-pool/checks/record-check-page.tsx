import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { DbsLevel, PoolCheckGiven, PoolCheckKind } from '#domain/pool-check.ts'
import { checkKindWords } from '#domain/words.ts'
import { useForm } from '#lib/form.ts'
import { typed } from '#lib/typed.ts'
import { paths } from '#paths'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { BackLink, Details } from '#ui/notes.tsx'
import { Page } from '#ui/page.tsx'
import { Select } from '#ui/select.tsx'
import { copy, kinds, levelWords } from './checks.copy.ts'
import { checkQueries, recordCheck } from './checks.queries.ts'

const asTyped = (values: FormData): PoolCheckGiven => ({
  kind: typed(values, 'kind') as PoolCheckKind,
  level: (typed(values, 'level') || null) as DbsLevel | null,
  number: typed(values, 'number').trim() || null,
  issuedOn: typed(values, 'issuedOn'),
  note: typed(values, 'note').trim() || null,
})

/** A coordinator records a check that they have seen. Only a DBS check is asked for its level. */
export function RecordCheckPage() {
  const { id = '' } = useParams()
  const { data: checks } = useSuspenseQuery(checkQueries.of(id))
  const [search] = useSearchParams()
  const [kind, setKind] = useState(search.get('kind') ?? '')
  const navigate = useNavigate()
  const { mutateAsync } = useMutation(recordCheck(id))
  const form = useForm(async (values) => {
    const given = asTyped(values)
    await mutateAsync(given)
    await navigate(paths.personChecks(id), { state: { said: copy.recorded(given.kind) } })
  })
  return (
    <>
      <BackLink to={paths.personChecks(id)}>{copy.back}</BackLink>
      <Page title={copy.recordTitle(checks.name)}>
        <form
          className="app-measure"
          onSubmit={form.onSubmit}
          onChange={({ target }) => target instanceof HTMLSelectElement && target.name === 'kind' && setKind(target.value)}
          noValidate
        >
          <ErrorSummary errors={form.errors} />
          <p className="govuk-body">{copy.recordIntro}</p>
          <Select
            label={copy.kind}
            name="kind"
            none={copy.chooseKind}
            defaultValue={kind}
            error={form.errorAt('kind')}
            options={kinds.map((value) => ({ value, text: checkKindWords[value] }))}
          />
          {kind === 'dbs' && (
            <>
              <Select
                label={copy.level}
                hint={copy.levelHint(checks.level)}
                name="level"
                none={copy.notDbs}
                error={form.errorAt('level')}
                options={Object.entries(levelWords).map(([value, text]) => ({ value, text }))}
              />
              <Details summary={copy.levels}>
                <dl>
                  {copy.levelRests.map(([level, rests]) => (
                    <div key={level}>
                      <dt>
                        <strong>{level}</strong>
                      </dt>
                      <dd>{rests}</dd>
                    </div>
                  ))}
                </dl>
                <p>{copy.levelAdvice}</p>
              </Details>
            </>
          )}
          <Field label={copy.number} hint={copy.numberHint} name="number" width={20} autoComplete="off" error={form.errorAt('number')} />
          <Field label={copy.issued} hint={copy.issuedHint} name="issuedOn" type="date" width={10} error={form.errorAt('issuedOn')} />
          <Field label={copy.note} hint={copy.noteHint} name="note" autoComplete="off" error={form.errorAt('note')} />
          <Button busy={form.busy}>{copy.record}</Button>
        </form>
      </Page>
    </>
  )
}
